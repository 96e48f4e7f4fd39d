import { z } from 'zod';
import { misused, readCommandLine } from '../../src/config/command-line.ts';
import { countOf } from '../../src/domain/count-of.ts';
import type { AzureCli } from './azure-cli.ts';
import { readCloud } from './cloud.ts';
import { GraphCalls, look } from './graph-calls.ts';
import { permissionsOf, tiers } from './permissions.ts';
import { register } from './register.ts';
import { identityName } from './wanted.ts';

const wanted = z.object({
  environment: z.enum(['dev', 'test', 'prod']),
  'resource-group': z.string().min(1),
  name: z.string().regex(/^[a-z][a-z0-9]{2,9}$/),
  tier: z.enum(tiers),
  bot: z.enum(['managed-identity', 'registration']),
  host: z
    .string()
    .regex(/^[a-z0-9.-]+$/)
    .optional(),
  consent: z.boolean(),
  apply: z.boolean(),
});

const command = {
  about:
    'Makes the registrations that OneTenant needs in Microsoft Entra. Run it again at any time: it changes only what differs.',
  call: 'npm run registrations -- --environment dev --resource-group rg-onetenant-dev',
  options: {
    environment: { type: 'string', value: 'NAME', about: 'dev, test or prod, as in the template' },
    'resource-group': { type: 'string', value: 'NAME', about: 'where the template made the managed identity' },
    name: { type: 'string', value: 'NAME', about: 'as in the template', default: 'onetenant' },
    tier: {
      type: 'string',
      value: 'TIER',
      about: `what the bot may read: ${tiers.join(', ')}`,
      default: 'minimum',
    },
    bot: {
      type: 'string',
      value: 'KIND',
      about:
        'who the bot is: managed-identity, or registration, which goes with the botAppType SingleTenant of the template',
      default: 'managed-identity',
    },
    host: {
      type: 'string',
      value: 'NAME',
      about: 'host of the bot, when a tab in Teams or the page of tickets signs people in',
    },
    consent: {
      type: 'boolean',
      about: 'agree for everybody in the tenant; needs a Privileged Role or Cloud Application Administrator',
      default: false,
    },
    apply: { type: 'boolean', about: 'make the changes; without it they are only told', default: false },
    'pause-ms': {
      type: 'string',
      value: 'NUMBER',
      about: 'milliseconds between two tries, while Entra does not know yet what was just made',
      default: '2000',
    },
  },
} as const;

export interface RegistrationsOptions {
  readonly cli: AzureCli;
  /** Prints a line. */
  readonly tell: (line: string) => void;
}

/**
 * Makes the registrations that the command line asks for. Returns the exit code: 0, or 2 if the command line is wrong.
 *
 * @throws RefusedCall if the Azure CLI or Microsoft Graph refuses, and Error if what is there cannot be used
 */
export async function makeRegistrations(
  typed: readonly string[],
  { cli, tell }: RegistrationsOptions,
): Promise<number> {
  const told = ({ text, exitCode }: { readonly text: string; readonly exitCode: 0 | 2 }): number => {
    tell(text);
    return exitCode;
  };
  const reading = readCommandLine(typed, command);
  if (reading.kind === 'told') return told(reading);
  const asked = wanted.safeParse(reading.values);
  if (!asked.success)
    return told(
      misused(command, asked.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n')),
    );
  const { environment, name, tier, bot, host, consent, apply } = asked.data;
  const ask = (...words: readonly string[]): Promise<unknown> => look({ cli, tell }, words);

  const cloud = readCloud(await ask('cloud', 'show'));
  const account = z.object({ tenantId: z.guid() }).parse(await ask('account', 'show'));
  const group = asked.data['resource-group'];
  const identity = z
    .object({ clientId: z.guid(), principalId: z.guid() })
    .parse(await ask('identity', 'show', '--resource-group', group, '--name', identityName({ name, environment })));
  const calls = new GraphCalls({
    cli,
    graph: cloud.graph,
    mode: apply ? 'apply' : 'dry-run',
    tell,
    pauseMs: Number(reading.values['pause-ms']),
  });
  const made = await register({
    calls,
    deployment: { name, environment, tenantId: account.tenantId, cloud, identity, tier, host: host ?? null },
    botIdentity: bot,
    agreesForEverybody: consent,
  });

  tell('');
  tell(`Tenant ${account.tenantId}, permissions (${tier}):`);
  for (const { resource, permissions } of permissionsOf(tier))
    for (const one of permissions)
      tell(
        `  ${resource}: ${one.scope} (${one.needsAdmin ? 'an administrator has to agree' : 'people can agree'}). ${one.why}`,
      );
  tell('');
  if (!apply) {
    tell(`${countOf(calls.changes, 'change')} to make. Nothing was changed; add --apply to go ahead.`);
    return 0;
  }
  tell(`${countOf(calls.changes, 'change')} made. For the template:`);
  tell(`  signInAppId=${made.signInAppId ?? ''}`);
  if (bot === 'registration') tell(`  botAppType=SingleTenant botAppId=${made.botAppId ?? ''}`);
  // Consent to application permissions is possible only on Entra's own page.
  if (!consent || tier === 'helpdesk' || tier === 'install')
    tell(
      `Let an administrator agree: ${cloud.login}/${account.tenantId}/adminconsent?client_id=${made.signInAppId ?? ''}`,
    );
  return 0;
}
