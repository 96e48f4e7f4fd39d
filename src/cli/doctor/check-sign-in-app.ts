import { type Examination, ok, type Patient, warning } from './check.ts';
import { otherRefusal, registrationFault } from './entra-refusals.ts';
import { askEntra } from './entra-token.ts';

/** Entra authenticates the app before it rejects the sign-in, so these codes prove that the app is fine. */
const complaintsAboutTheSignIn: ReadonlySet<number> = new Set([
  50013, 50027, 50034, 50089, 70000, 70008, 240002, 500131, 500133, 5002710, 5002727, 5002730, 5002738,
]);
const why = 'Roles and subscriptions cannot be read: the sign-in cannot be exchanged for Graph and Azure tokens.';

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
    const names = {
      app: 'the sign-in registration',
      idSetting: 'SIGN_IN_APP_ID',
      secretSetting: 'SIGN_IN_APP_SECRET',
      why,
    };
    const fault = registrationFault(answer, names);
    if (fault !== null) return fault;
    const code = answer.kind === 'refused' ? answer.code : null;
    if (code !== null && complaintsAboutTheSignIn.has(code))
      return ok('Entra knows it, accepts its credential, and refuses a fake sign-in');
    if (code !== null) return otherRefusal(code, names);
    return warning({ what: 'Entra accepted a fake sign-in', why, fix: 'Check that LOGIN_URL is Entra itself.' });
  },
};

/** A token in the right format with an invalid signature. */
function signInOfNobody(audience: string, now: number): string {
  const seconds = Math.floor(now / 1_000);
  const parts = [
    { alg: 'RS256', typ: 'JWT', kid: 'doctor' },
    { aud: audience, iat: seconds, nbf: seconds, exp: seconds + 300, sub: 'doctor' },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return `${parts.join('.')}.${Buffer.alloc(256, 1).toString('base64url')}`;
}
