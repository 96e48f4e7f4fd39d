import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const state = z.object({
  tenantId: z.string(),
  cloud: z.object({
    name: z.string(),
    endpoints: z.object({ activeDirectory: z.string(), microsoftGraphResourceId: z.string().nullable() }),
  }),
  identity: z.object({ clientId: z.string(), principalId: z.string() }),
  applications: z.array(z.looseObject({ id: z.string(), appId: z.string(), displayName: z.string() })),
  servicePrincipals: z.array(z.looseObject({ id: z.string(), appId: z.string() })),
  credentials: z.record(z.string(), z.array(z.looseObject({ id: z.string(), name: z.string(), subject: z.string() }))),
  grants: z.array(z.looseObject({ id: z.string(), clientId: z.string(), scope: z.string() })),
  /** Requests about something made a moment ago that are still answered with "not found". */
  tooEarly: z.number(),
  /** What the command line says instead of doing anything. */
  refusal: z.string().nullable(),
  calls: z.array(z.array(z.string())),
});
export type EntraState = z.infer<typeof state>;

export const fakeTenant = {
  tenantId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  identity: { clientId: '11111111-1111-4111-8111-111111111111', principalId: '22222222-2222-4222-8222-222222222222' },
};

export interface FakeAzureCli {
  /** For `PATH`: holds a program called `az`, and nothing else. */
  readonly folder: string;
  state(): Promise<EntraState>;
  change(changes: Partial<EntraState>): Promise<void>;
  /** Every write that reached it, as method and path. */
  writes(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** A program called `az` that answers like the Azure CLI in a tenant that has Microsoft Graph and Azure, and nothing of ours. */
export async function fakeAzureCli(): Promise<FakeAzureCli> {
  const folder = await mkdtemp(join(tmpdir(), 'onetenant-az-'));
  const file = join(folder, 'state.json');
  const read = async (): Promise<EntraState> => state.parse(JSON.parse(await readFile(file, 'utf8')));
  const write = (next: EntraState): Promise<void> => writeFile(file, JSON.stringify(next));
  await write({
    ...fakeTenant,
    // As the CLI has them: one with a slash at its end, one without.
    cloud: {
      name: 'AzureCloud',
      endpoints: {
        activeDirectory: 'https://login.microsoftonline.com',
        microsoftGraphResourceId: 'https://graph.microsoft.com/',
      },
    },
    applications: [],
    servicePrincipals: [
      { id: 'sp-graph', appId: '00000003-0000-0000-c000-000000000000' },
      { id: 'sp-azure', appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013' },
    ],
    credentials: {},
    grants: [],
    tooEarly: 0,
    refusal: null,
    calls: [],
  });
  const script = join(folder, 'az.cjs');
  await writeFile(script, program);
  await writeFile(join(folder, 'az'), `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  await chmod(join(folder, 'az'), 0o755);
  return {
    folder,
    state: read,
    change: async (changes) => write({ ...(await read()), ...changes }),
    writes: async () =>
      (await read()).calls.flatMap((words) => {
        const method = words[words.indexOf('--method') + 1];
        const url = words[words.indexOf('--url') + 1] ?? '';
        return words[0] === 'rest' && method !== 'GET' ? [`${method} ${url.replace(/^.*\/v1\.0/, '')}`] : [];
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const program = `
const { readFileSync, writeFileSync } = require('node:fs');
const { randomUUID } = require('node:crypto');
const file = __dirname + '/state.json';
const state = JSON.parse(readFileSync(file, 'utf8'));
const words = process.argv.slice(2);
const option = (name) => words[words.indexOf(name) + 1];
state.calls.push(words);
const end = (answer) => {
  writeFileSync(file, JSON.stringify(state));
  if (answer !== undefined) process.stdout.write(JSON.stringify(answer));
  process.exit(0);
};
const refuse = (text) => {
  writeFileSync(file, JSON.stringify(state));
  process.stderr.write('ERROR: ' + text + '\\n');
  process.exit(1);
};
if (state.refusal !== null) refuse(state.refusal);
if (words[0] === 'cloud') end(state.cloud);
if (words[0] === 'account') end({ tenantId: state.tenantId, user: { name: 'admin@contoso.example' } });
if (words[0] === 'identity') {
  if (option('--name') !== 'id-onetenant-dev') refuse('(ResourceNotFound) ' + option('--name'));
  end(state.identity);
}
const method = option('--method');
const url = new URL(option('--url'));
if (url.origin !== new URL(state.cloud.endpoints.microsoftGraphResourceId).origin) refuse('no token for ' + url.origin);
const path = url.pathname.replace('/v1.0', '').split('/').filter(Boolean);
const wanted = /eq '(.*)'/.exec(url.searchParams.get('$filter') || '');
const matching = (list, key) => ({ value: list.filter((one) => wanted === null || one[key] === wanted[1]) });
const body = method === 'GET' ? null : JSON.parse(option('--body'));
const [kind, id, part, partId] = path;
if (method !== 'GET' && id !== undefined && state.tooEarly > 0) {
  state.tooEarly -= 1;
  refuse('Not Found({"error":{"code":"Request_ResourceNotFound","message":"does not exist"}})');
}
if (part === 'federatedIdentityCredentials') {
  const list = (state.credentials[id] = state.credentials[id] || []);
  if (method === 'GET') end({ value: list });
  if (method === 'PATCH') end(void Object.assign(list.find((one) => one.id === partId), body));
  list.push({ id: randomUUID(), ...body });
  end(list.at(-1));
}
const lists = { applications: [state.applications, 'displayName'], servicePrincipals: [state.servicePrincipals, 'appId'], oauth2PermissionGrants: [state.grants, 'clientId'] };
const [list, key] = lists[kind];
if (method === 'GET') end(matching(list, key));
if (method === 'PATCH') end(void Object.assign(list.find((one) => one.id === id), body));
const made = kind === 'applications' ? { id: randomUUID(), appId: randomUUID(), ...body } : { id: randomUUID(), ...body };
list.push(made);
end(made);
`;
