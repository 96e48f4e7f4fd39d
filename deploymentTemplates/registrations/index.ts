import { z } from 'zod';
import { commandLine } from '../../src/config/command-line.ts';
import { countOf } from '../../src/domain/count-of.ts';
import { azureCli } from './azure-cli.ts';
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

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values, misused } = commandLine({
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
  });
  const asked = wanted.safeParse(values);
  if (!asked.success)
    return misused(asked.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'));
  const { environment, name, tier, bot, host, consent, apply } = asked.data;
  const cli = azureCli(process.env.PATH ?? '');
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
    pauseMs: Number(values['pause-ms']),
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
  if (!consent || tier === 'helpdesk')
    tell(
      `Let an administrator agree: ${cloud.login}/${account.tenantId}/adminconsent?client_id=${made.signInAppId ?? ''}`,
    );
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 1;
  },
);
