import { type Examination, skipped } from './check.ts';

export const checkConsent: Examination = {
  id: 'consent',
  title: 'Consent for Graph and Azure',
  async run({ settings }) {
    return skipped({
      what: 'needs somebody who is signed in',
      why: 'The bot reads as the person who signed in, and has no rights of its own to look with.',
      fix: `Sign in to the bot and ask for "status": every line should be filled. Or, in Entra, open the enterprise application ${settings.SIGN_IN_APP_ID}, Permissions.`,
    });
  },
};
