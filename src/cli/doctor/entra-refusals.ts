import { entraCode } from '../../domain/entra-codes.ts';
import { broken, type Diagnosis, warning } from './check.ts';
import type { TokenAnswer } from './entra-token.ts';
import { reachFix, silence } from './web-answer.ts';

/** Names of the settings for the registration that was refused. */
export interface RegistrationNames {
  readonly app: string;
  readonly idSetting: string;
  readonly secretSetting: string;
  readonly why: string;
}

type Cure = (names: RegistrationNames) => { readonly what: string; readonly fix: string };

/** What is more exact here than in the table of codes, because it names our settings. */
const cures: ReadonlyMap<number, Cure> = new Map<number, Cure>([
  [7000215, wrongSecret],
  [
    7000222,
    ({ app, secretSetting }) => ({
      what: `the secret of ${app} has expired (AADSTS7000222)`,
      fix: `Create a new secret and set ${secretSetting}, or use the managed identity, which does not expire.`,
    }),
  ],
  [
    7000218,
    ({ app, secretSetting }) => ({
      what: `${app} has no credential (AADSTS7000218)`,
      fix: `Set ${secretSetting}, or MANAGED_IDENTITY_CLIENT_ID.`,
    }),
  ],
  [700016, unknownApp],
  [70001, unknownApp],
  [
    7000112,
    ({ app }) => ({
      what: `${app} is disabled in the tenant (AADSTS7000112)`,
      fix: 'In Entra, open the enterprise application and set "Enabled for users to sign in" to yes.',
    }),
  ],
  [90002, unknownTenant],
  [900023, unknownTenant],
  [
    70021,
    ({ app }) => ({
      what: `no federated credential of ${app} matches the managed identity (AADSTS70021)`,
      fix: 'Run "npm run registrations" again; it creates the federated credential with the right subject.',
    }),
  ],
  [
    700213,
    ({ app }) => ({
      what: `no federated credential of ${app} matches the managed identity (AADSTS700213)`,
      fix: 'Run "npm run registrations" again; it creates the federated credential with the right subject.',
    }),
  ],
]);

/** What a refusal says is wrong with our registration; null if it is about something else. */
export function registrationFault(answer: TokenAnswer, names: RegistrationNames): Diagnosis | null {
  const { app, why } = names;
  switch (answer.kind) {
    case 'granted':
      return null;
    case 'no-identity':
      return broken({
        what: `this machine has no managed identity for ${app}`,
        why,
        fix: `Run the doctor where the bot runs, check MANAGED_IDENTITY_CLIENT_ID, or set ${names.secretSetting}.`,
      });
    case 'no-answer': {
      const { what, fix } = silence(answer, 'LOGIN_URL');
      return broken({ what: `Entra’s sign-in ${what}`, why, fix });
    }
    case 'refused': {
      if (answer.code === null)
        return broken({
          what: `Entra’s sign-in answered ${answer.status}, but not in the way of Entra`,
          why,
          fix: `Try again in a minute. If the error persists: ${reachFix('LOGIN_URL')}`,
        });
      const cure = cures.get(answer.code)?.(names);
      return cure === undefined ? null : broken({ ...cure, why });
    }
  }
}

/** A refusal that is not about our registration, by the table of codes that the chat uses too. */
export function otherRefusal(code: number | null, { app, why }: Pick<RegistrationNames, 'app' | 'why'>): Diagnosis {
  const known = code === null ? null : entraCode(code);
  if (known === null)
    return warning({
      what: `Entra refused with AADSTS${code ?? 0}`,
      why,
      fix: `Look the number up at https://login.microsoftonline.com/error, and check ${app}.`,
    });
  return broken({ what: `Entra refused with AADSTS${known.code} (${known.reason})`, why, fix: known.cure });
}

function wrongSecret({ app, secretSetting }: RegistrationNames) {
  return {
    what: `the secret of ${app} is wrong (AADSTS7000215)`,
    fix: `Set ${secretSetting} to the value of the secret, not to its id.`,
  };
}

function unknownApp({ app, idSetting }: RegistrationNames) {
  return {
    what: `${app} does not exist in the tenant (AADSTS700016)`,
    fix: `Compare ${idSetting} and BOT_APP_TENANT_ID with the registration’s overview page in Entra.`,
  };
}

function unknownTenant() {
  return {
    what: 'the tenant does not exist (AADSTS90002)',
    fix: 'Set BOT_APP_TENANT_ID to the tenant id on the overview page of Microsoft Entra.',
  };
}
