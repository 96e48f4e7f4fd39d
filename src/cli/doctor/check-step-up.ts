import type { Settings } from '../../config/settings.ts';
import { broken, type Examination, ok, skipped, warning } from './check.ts';
import { askPage, reachFix, silence } from './web-answer.ts';

const why =
  'Where an organisation wants multifactor authentication for Azure or Graph, people cannot give it, and the bot cannot tell them what applies.';

/** Asks Entra's sign-in page without a person: it sends the browser back only to an address that the registration lists. */
export const checkStepUp: Examination = {
  id: 'step-up',
  title: 'Sign-in page for a second proof',
  async run({ settings }) {
    const { PUBLIC_URL: url } = settings;
    if (url === undefined)
      return warning({
        what: 'there is none, because PUBLIC_URL is not set',
        why,
        fix: 'Set PUBLIC_URL to the address of the bot, and run "npm run registrations" with --host.',
      });
    const redirectUri = `${url}/step-up/signed-in`;
    const answer = await askPage(signInPage(settings, redirectUri));
    if (answer.kind === 'no-answer') return broken({ why, ...silence(answer, 'LOGIN_URL') });
    const { location, text } = answer;
    if (location?.startsWith(redirectUri) === true) return ok('Entra sends people back to it');
    const code = /AADSTS(\d{4,9})/.exec(text)?.[1];
    if (code === '50011')
      return broken({
        what: `the sign-in registration does not list ${redirectUri} (AADSTS50011)`,
        why,
        fix: `Run "npm run registrations" with --host ${new URL(url).host}, or add it under Authentication, Web.`,
      });
    if (code !== undefined)
      return warning({
        what: `Entra refused with AADSTS${code}`,
        why,
        fix: 'Check LOGIN_URL and the sign-in registration.',
      });
    return skipped({
      what: `Entra answered ${answer.status} and did not say`,
      why: 'Its sign-in page is for browsers.',
      fix: `Check that the sign-in registration lists ${redirectUri} under Authentication, Web. ${reachFix('LOGIN_URL')}`,
    });
  },
};

function signInPage({ LOGIN_URL, BOT_APP_TENANT_ID, SIGN_IN_APP_ID }: Settings, redirectUri: string): string {
  const url = new URL(`${LOGIN_URL}/${BOT_APP_TENANT_ID}/oauth2/v2.0/authorize`);
  const query = {
    client_id: SIGN_IN_APP_ID,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: redirectUri,
    scope: 'openid',
    // Nobody is signed in here, so Entra answers at once instead of showing its page.
    prompt: 'none',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
