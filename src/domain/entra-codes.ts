import type { CannotTellReason } from './known.ts';

/** Where Microsoft says what a code means, and when we read it there. */
export interface CodeSource {
  readonly page: string;
  /** The date that the page carries; null if it carries none. ISO 8601. */
  readonly dated: string | null;
  /** ISO 8601. */
  readonly checked: string;
}

/** What one code of Entra (AADSTS) means for a person and for whoever runs the bot. */
export interface EntraCode {
  readonly code: number;
  /** What the person is told; the sentence and the way out are in `i18n`, under `reasons`. */
  readonly reason: CannotTellReason;
  /** What an administrator, or whoever runs the bot, can do. */
  readonly cure: string;
  readonly source: CodeSource;
  /** The person's sign-in is revoked, expired or malformed: no service will accept it. */
  readonly endsSignIn: boolean;
}

const checked = '2026-11-30';
const list: CodeSource = {
  page: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
  dated: '2025-02-03',
  checked,
};
const inactiveTenants: CodeSource = {
  page: 'https://learn.microsoft.com/entra/fundamentals/inaccessible-tenant',
  dated: '2025-01-15',
  checked,
};
const disabledGuests: CodeSource = {
  page: 'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts500571-guest-user-account-is-disabled',
  dated: '2023-11-02',
  checked,
};
const disabledServices: CodeSource = {
  page: 'https://learn.microsoft.com/troubleshoot/microsoft-365/admin/forms/sorry-something-went-wrong',
  dated: '2023-12-17',
  checked,
};
/** Not on Microsoft's list; what its own lookup page says. */
const lookup: CodeSource = { page: 'https://login.microsoftonline.com/error', dated: null, checked };

interface Group extends Omit<EntraCode, 'code' | 'endsSignIn'> {
  readonly codes: readonly number[];
  readonly endsSignIn?: true;
}

const groups: readonly Group[] = [
  {
    reason: 'consent-missing',
    cure: 'Grant admin consent: Entra, enterprise applications, the sign-in registration, Permissions.',
    source: list,
    codes: [65001, 65004, 65005, 90008, 90094, 90095, 90099, 650056],
  },
  {
    reason: 'consent-missing',
    cure: 'Grant admin consent: Entra, enterprise applications, the sign-in registration, Permissions.',
    source: lookup,
    codes: [900941, 900981],
  },
  {
    reason: 'service-absent',
    cure: 'Nothing; the service comes to the tenant with its first subscription.',
    source: list,
    codes: [650052, 500011],
  },
  {
    reason: 'service-disabled',
    cure: 'In the tenant: Entra, enterprise applications, the service, Properties, "Enabled for users to sign in". It may also be off because a subscription lapsed.',
    source: disabledServices,
    codes: [500014],
  },
  {
    reason: 'second-proof',
    cure: 'Nothing; the person proves who they are in the window that the bot opens. If that window does not come: doctor, step-up.',
    source: list,
    codes: [50072, 50074, 50076, 50078, 50079, 50158, 53004, 700020],
  },
  {
    reason: 'device-refused',
    cure: 'Entra, sign-in logs, this sign-in, Conditional Access: it names the policy. Enrol the device, or change the users of the policy. Leaving out the sign-in registration is not enough: the policy applies to what is read.',
    source: list,
    codes: [50097, 50129, 50155, 50187, 53000, 53001],
  },
  {
    reason: 'device-refused',
    cure: 'Entra, sign-in logs, this sign-in, Conditional Access: it names the policy. Enrol the device, or change the users of the policy. Leaving out the sign-in registration is not enough: the policy applies to what is read.',
    source: lookup,
    codes: [530002, 530003],
  },
  {
    reason: 'blocked-by-policy',
    cure: 'Entra, sign-in logs, this sign-in, Conditional Access: it names the policy. Change its users or its locations. Leaving out the sign-in registration is not enough: the policy applies to what is read.',
    source: list,
    codes: [50005, 50131, 50177, 50178, 53002, 53003, 53010, 530032, 530035],
  },
  {
    reason: 'app-not-assigned',
    cure: 'Entra, enterprise applications, the sign-in registration, Users and groups: assign the person or their group. Or set "Assignment required?" to no under Properties.',
    source: list,
    codes: [50105],
  },
  {
    reason: 'tenant-restricted',
    cure: 'The network that the person is on allows only some tenants (tenant restrictions). Whoever runs that network adds this tenant.',
    source: list,
    codes: [500021, 500022],
  },
  {
    reason: 'cross-tenant-blocked',
    cure: 'An administrator of the account’s own tenant allows this tenant: Entra, External Identities, Cross-tenant access settings, outbound access.',
    source: list,
    codes: [500212],
  },
  {
    reason: 'cross-tenant-blocked',
    cure: 'An administrator of this tenant allows the account’s own tenant: Entra, External Identities, Cross-tenant access settings, inbound access.',
    source: list,
    codes: [500213],
  },
  {
    reason: 'account-locked',
    cure: 'Entra, sign-in logs, code 50053, Failure reason: too many wrong passwords, or an address with malicious activity. The first ends by itself, or with a new password.',
    source: list,
    codes: [50053],
  },
  {
    reason: 'account-at-risk',
    cure: 'An administrator of the account’s own tenant looks into the risk and dismisses it: Entra, ID Protection, Risky users.',
    source: list,
    codes: [53011, 530034],
  },
  {
    reason: 'account-disabled',
    cure: 'An administrator enables the account again: Entra, Users, Edit, Settings, Account enabled.',
    source: list,
    codes: [50057],
  },
  {
    reason: 'account-disabled',
    cure: 'The guest is disabled in this tenant. Its administrator enables the account again, if that was a mistake.',
    source: disabledGuests,
    codes: [500571],
  },
  {
    reason: 'tenant-blocked',
    cure: 'Microsoft blocked the whole tenant because nobody used it. Its administrator phones Microsoft within 20 days, once; after that the tenant is deleted for good.',
    source: inactiveTenants,
    codes: [5000225],
  },
  {
    reason: 'tenant-blocked',
    cure: 'Microsoft took the whole tenant out of service and does not say why. Its administrator phones Microsoft.',
    source: lookup,
    codes: [5000224],
  },
  {
    reason: 'wrong-account',
    cure: 'Nothing; the person signs in with an account of the tenant, or its administrator invites them.',
    source: list,
    codes: [16000, 16001, 16003, 50014, 50020, 50034, 51004, 90072, 160021, 500208],
  },
  {
    reason: 'sign-in-again',
    cure: 'Nothing; the person signs in again.',
    source: list,
    endsSignIn: true,
    codes: [50013, 50089, 50132, 50133, 50173, 70008, 500133, 700082],
  },
  { reason: 'sign-in-again', cure: 'Nothing; the person signs in again.', source: list, codes: [70000, 70043] },
  {
    reason: 'misconfigured',
    cure: 'Entra, app registrations, the sign-in registration, API permissions: add the permission for the service. "npm run registrations" does that.',
    source: list,
    codes: [650057],
  },
  {
    reason: 'misconfigured',
    cure: 'Compare the settings of the bot with its registrations in Entra; "npm run registrations" puts them right.',
    source: list,
    codes: [
      28002, 50011, 50194, 70001, 70002, 70011, 90002, 90038, 90124, 90130, 700011, 700016, 700022, 700027, 7000112,
      7000114, 7000215, 7000218, 7000222, 9001023,
    ],
  },
  {
    reason: 'misconfigured',
    cure: 'Compare the settings of the bot with its registrations in Entra; "npm run registrations" puts them right.',
    source: lookup,
    codes: [28000, 500131],
  },
  {
    reason: 'unavailable',
    cure: 'Check https://status.cloud.microsoft, and try again in a few minutes.',
    source: list,
    codes: [50033, 50196, 90006, 90012, 90024, 90033],
  },
  { reason: 'throttled', cure: 'Nothing; Entra is too busy, and the bot tries again.', source: list, codes: [90055] },
];

/** Every code that we know, once each. Microsoft adds codes, so one that is not here is told by its OAuth error. */
export const entraCodes: readonly EntraCode[] = groups.flatMap(({ codes, endsSignIn = false, ...group }) =>
  codes.map((code) => ({ code, endsSignIn, ...group })),
);

const byNumber: ReadonlyMap<number, EntraCode> = new Map(entraCodes.map((entry) => [entry.code, entry]));

/** What a code means; null if we do not know it. */
export function entraCode(code: number): EntraCode | null {
  return byNumber.get(code) ?? null;
}
