import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { AzureCli } from '../../deploymentTemplates/registrations/azure-cli.ts';

const entraState = z.object({
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
export type EntraState = z.infer<typeof entraState>;

export const fakeTenant = {
  tenantId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  identity: { clientId: '11111111-1111-4111-8111-111111111111', principalId: '22222222-2222-4222-8222-222222222222' },
};

/** What the CLI knows when somebody starts: Microsoft Graph and Azure are in the tenant, and nothing of ours. */
const untouched: EntraState = {
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
};

export interface FakeAzureCli {
  /** In this process. */
  readonly cli: AzureCli;
  readonly state: EntraState;
  change(changes: Partial<EntraState>): void;
  /** Every write that reached it, as method and path. */
  writes(): readonly string[];
}

/** An Azure CLI that answers as in a tenant that has nothing of ours yet. */
export function fakeAzureCli(state: EntraState = structuredClone(untouched)): FakeAzureCli {
  return {
    state,
    cli: async (words) => {
      const answer = answerTo([...words, '--output', 'json'], state);
      return 'refused' in answer
        ? { kind: 'refused', because: `ERROR: ${answer.refused}` }
        : // As they come back over a pipe.
          { kind: 'answered', value: JSON.parse(JSON.stringify(answer.value ?? null)) };
    },
    change: (changes) => void Object.assign(state, changes),
    writes: () =>
      state.calls.flatMap((words) => {
        const method = words[words.indexOf('--method') + 1];
        const url = words[words.indexOf('--url') + 1] ?? '';
        return words[0] === 'rest' && method !== 'GET' ? [`${method} ${url.replace(/^.*\/v1\.0/, '')}`] : [];
      }),
  };
}

/** The same as a program called `az`, alone in a folder for the `PATH`. */
export async function fakeAzureProgram(): Promise<{
  readonly folder: string;
  state(): Promise<EntraState>;
  remove(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'onetenant-az-'));
  const file = join(folder, 'state.json');
  await writeFile(file, JSON.stringify(untouched));
  await writeFile(
    join(folder, 'az.mjs'),
    `import { runAsProgram } from ${JSON.stringify(pathToFileURL(__filename).href)};\nawait runAsProgram(${JSON.stringify(file)});\n`,
  );
  await writeFile(join(folder, 'az'), `#!/bin/sh\nexec '${process.execPath}' '${join(folder, 'az.mjs')}' "$@"\n`);
  await chmod(join(folder, 'az'), 0o755);
  return {
    folder,
    state: async () => entraState.parse(JSON.parse(await readFile(file, 'utf8'))),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * What the program `az` does: the command of this process, answered from the state in `file`.
 *
 * @public that program calls it by its path
 */
export async function runAsProgram(file: string): Promise<void> {
  const state = entraState.parse(JSON.parse(await readFile(file, 'utf8')));
  const answer = answerTo(process.argv.slice(2), state);
  await writeFile(file, JSON.stringify(state));
  if ('refused' in answer) {
    process.stderr.write(`ERROR: ${answer.refused}\n`);
    process.exitCode = 1;
  } else if (answer.value !== undefined) process.stdout.write(JSON.stringify(answer.value));
}

type Answer = { readonly value: unknown } | { readonly refused: string };

function answerTo(words: readonly string[], state: EntraState): Answer {
  state.calls.push([...words]);
  if (state.refusal !== null) return { refused: state.refusal };
  const option = (name: string): string => words[words.indexOf(name) + 1] ?? '';
  switch (words[0]) {
    case 'cloud':
      return { value: state.cloud };
    case 'account':
      return { value: { tenantId: state.tenantId, user: { name: 'admin@contoso.example' } } };
    case 'identity':
      if (option('--name') !== 'id-onetenant-dev') return { refused: `(ResourceNotFound) ${option('--name')}` };
      return { value: state.identity };
    default:
      return answerFromGraph(
        { method: option('--method'), url: new URL(option('--url')), body: option('--body') },
        state,
      );
  }
}

interface GraphRequest {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}

function answerFromGraph({ method, url, body }: GraphRequest, state: EntraState): Answer {
  if (url.origin !== new URL(state.cloud.endpoints.microsoftGraphResourceId ?? '').origin)
    return { refused: `no token for ${url.origin}` };
  const [kind = '', id, part, partId] = url.pathname.replace('/v1.0', '').split('/').filter(Boolean);
  const sent: Record<string, unknown> = method === 'GET' ? {} : JSON.parse(body);
  if (method !== 'GET' && id !== undefined && state.tooEarly > 0) {
    state.tooEarly -= 1;
    return { refused: 'Not Found({"error":{"code":"Request_ResourceNotFound","message":"does not exist"}})' };
  }
  const list: Entry[] = part === 'federatedIdentityCredentials' ? credentialsOf(state, id ?? '') : listOf(state, kind);
  const changed = partId ?? id;
  switch (method) {
    case 'GET': {
      const [, key = '', wanted] = /(\w+) eq '(.*)'/.exec(url.searchParams.get('$filter') ?? '') ?? [];
      return { value: { value: list.filter((one) => wanted === undefined || one[key] === wanted) } };
    }
    case 'PATCH':
      Object.assign(list.find((one) => one.id === changed) ?? {}, sent);
      return { value: undefined };
    default: {
      const made = {
        id: randomUUID(),
        ...(kind === 'applications' && part === undefined ? { appId: randomUUID() } : {}),
        ...sent,
      };
      list.push(made);
      return { value: made };
    }
  }
}

type Entry = { id: string; [name: string]: unknown };

function credentialsOf(state: EntraState, id: string): Entry[] {
  state.credentials[id] ??= [];
  return state.credentials[id];
}

function listOf(state: EntraState, kind: string): Entry[] {
  if (kind === 'applications') return state.applications;
  return kind === 'servicePrincipals' ? state.servicePrincipals : state.grants;
}
