import { parseArgs } from 'node:util';
import { z } from 'zod';
import { azureCli } from './azure-cli.ts';
import { readCloud } from './cloud.ts';
import { GraphCalls, look } from './graph-calls.ts';
import { permissionsOf, tiers } from './permissions.ts';
import { register } from './register.ts';
import { identityName } from './wanted.ts';

const help = `Makes the registrations that OneTenant needs in Microsoft Entra. Run it again at any time: it changes only what differs.

  npm run registrations -- --environment dev --resource-group rg-onetenant-dev

  --environment NAME      dev, test or prod, as in the template
  --resource-group NAME   where the template made the managed identity
  --name NAME             as in the template (default: onetenant)
  --tier minimum|full|helpdesk
                          what the bot may read (default: minimum)
  --bot managed-identity|registration
                          who the bot is; registration goes with botAppType SingleTenant (default: managed-identity)
  --host NAME             host of the bot, when a tab in Teams or the page of tickets signs people in
  --consent               agree for everybody in the tenant; needs a Privileged Role or Cloud Application Administrator
  --apply                 make the changes; without it they are only told
`;

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
  const { values } = parseArgs({
    options: {
      environment: { type: 'string' },
      'resource-group': { type: 'string' },
      name: { type: 'string', default: 'onetenant' },
      tier: { type: 'string', default: 'minimum' },
      bot: { type: 'string', default: 'managed-identity' },
      host: { type: 'string' },
      consent: { type: 'boolean', default: false },
      apply: { type: 'boolean', default: false },
      'pause-ms': { type: 'string', default: '2000' },
      help: { type: 'boolean', default: false },
    },
  });
  const asked = wanted.safeParse(values);
  if (values.help || !asked.success) {
    for (const { path, message } of asked.error?.issues ?? [])
      if (!values.help) tell(`--${path.join('.')}: ${message}`);
    tell(help);
    return values.help ? 0 : 2;
  }
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
    tell(`${calls.changes} changes to make. Nothing was changed; add --apply to make them.`);
    return 0;
  }
  tell(`${calls.changes} changes made. For the template:`);
  tell(`  signInAppId=${made.signInAppId ?? ''}`);
  if (bot === 'registration') tell(`  botAppType=SingleTenant botAppId=${made.botAppId ?? ''}`);
  // What the bot reads by itself is agreed to on the page of Entra only.
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
