import { type Examination, ok, type Patient, warning } from './check.ts';
import { registrationFault } from './entra-refusals.ts';
import { askEntra } from './entra-token.ts';

/** Entra has looked at who we are by the time it complains about the sign-in we trade. */
const complaintsAboutTheSignIn: ReadonlySet<number> = new Set([
  50013, 50027, 50034, 50089, 70000, 70008, 240002, 500131, 500133, 5002710, 5002727, 5002730, 5002738,
]);
const why = 'Nobody’s roles and subscriptions can be read: the sign-in cannot be traded for Graph and Azure.';

export const checkSignInApp: Examination = {
  id: 'sign-in-app',
  title: 'The sign-in registration',
  async run({ settings, clock }: Patient) {
    const answer = await askEntra(
      {
        loginUrl: settings.LOGIN_URL,
        tenantId: settings.BOT_APP_TENANT_ID,
        appId: settings.SIGN_IN_APP_ID,
        secret: settings.SIGN_IN_APP_SECRET,
        managedIdentityId: settings.MANAGED_IDENTITY_CLIENT_ID,
      },
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        requested_token_use: 'on_behalf_of',
        scope: `${settings.GRAPH_URL}/.default`,
        assertion: signInOfNobody(settings.SIGN_IN_APP_ID, clock.now()),
      },
    );
    const fault = registrationFault(answer, {
      app: 'the sign-in registration',
      idSetting: 'SIGN_IN_APP_ID',
      secretSetting: 'SIGN_IN_APP_SECRET',
      why,
    });
    if (fault !== null) return fault;
    const code = answer.kind === 'refused' ? answer.code : null;
    if (code !== null && complaintsAboutTheSignIn.has(code))
      return ok('Entra knows it, takes its proof, and refuses a made-up sign-in');
    return warning({
      what: code === null ? 'Entra took a made-up sign-in' : `Entra refused with AADSTS${code}`,
      why,
      fix: 'Look the number up at https://login.microsoftonline.com/error, and compare the sign-in registration.',
    });
  },
};

/** Shaped like a sign-in, and signed by nobody. */
function signInOfNobody(audience: string, now: number): string {
  const seconds = Math.floor(now / 1_000);
  const parts = [
    { alg: 'RS256', typ: 'JWT', kid: 'doctor' },
    { aud: audience, iat: seconds, nbf: seconds, exp: seconds + 300, sub: 'doctor' },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return `${parts.join('.')}.${Buffer.alloc(256, 1).toString('base64url')}`;
}
