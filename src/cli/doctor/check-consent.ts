import { type Examination, skipped } from './check.ts';

export const checkConsent: Examination = {
  id: 'consent',
  title: 'Consent for Graph and Azure',
  async run({ settings }) {
    return skipped({
      what: 'needs a signed-in user',
      why: 'The bot reads with the rights of the person who signed in and has none of its own.',
      fix: `Sign in to the bot and ask for "status": every line should have a value. Or, in Entra, open the enterprise application ${settings.SIGN_IN_APP_ID}, Permissions.`,
    });
  },
};
