import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createArmClient } from '../../src/adapters/arm/arm-client.ts';
import { readAzure } from '../../src/adapters/arm/read-azure.ts';
import { entraFault } from '../../src/adapters/entra/entra-faults.ts';
import { createGraphClient } from '../../src/adapters/graph/graph-client.ts';
import { readDirectory } from '../../src/adapters/graph/read-directory.ts';
import { startDeadline } from '../../src/adapters/upstream/deadline.ts';
import { createGuard } from '../../src/adapters/upstream/guard.ts';
import type { Send } from '../../src/adapters/upstream/send.ts';
import type { Facts, Identity } from '../../src/domain/facts.ts';
import { type CannotTellReason, cannotTell, known } from '../../src/domain/known.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import type { NoticeId, VerdictOutcome } from '../../src/domain/verdict.ts';

/** What a service answers to one question. */
export interface RecordedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One example answer of Microsoft's documents, and what the bot must make of it. */
export interface Recorded extends RecordedAnswer {
  /** From the name of its file. */
  readonly title: string;
  readonly service: 'graph' | 'azure' | 'entra';
  /** The document that it is from, or that allows the change. */
  readonly page: string;
  /** The date or version that the document bears; if it bears none, the commit of the document that was opened. */
  readonly date: string;
  /** What differs from the document's own example; nothing if it is the example itself. */
  readonly changed?: string;
  /** What is odd about it: something is null, absent, or not among the documented values. */
  readonly odd?: 'null' | 'absent' | 'unknown';
  /** Who reads, where it matters. */
  readonly who?: Partial<Identity>;
  /** The beginning of the path that it answers. */
  readonly asked?: string;
  /** What other questions of the same reading are answered, by the beginning of their path. */
  readonly also?: Readonly<Record<string, RecordedAnswer>>;
  /** What must be among the facts. */
  readonly facts?: Partial<Record<keyof Facts, unknown>>;
  /** Entra only: why there is no token. */
  readonly reason?: CannotTellReason;
  /** Why some route is "unsure": what the answers do not say, and must not be guessed. */
  readonly undecided?: string;
  readonly verdict: Partial<Record<Scenario, VerdictOutcome>>;
  /** These are among what is told, in the first of the scenarios. */
  readonly notices?: readonly NoticeId[];
}

const origin = 'https://recorded.example';

/** As a file holds it: another question is answered here, or by the name of the file that has the answer. */
interface RecordedFile extends Omit<Recorded, 'title' | 'service' | 'also'> {
  readonly also?: Readonly<Record<string, RecordedAnswer | string>>;
}

/** All of them, from the folders beside this file. */
export function allRecorded(): readonly Recorded[] {
  return (['graph', 'azure', 'entra'] as const).flatMap((service) =>
    readdirSync(join(__dirname, service))
      .sort()
      .map((file) => {
        const title = `${service}/${file.replace('.json', '')}`;
        const { also, ...told } = recordedFile(title);
        return { ...told, service, title, ...(also && { also: withoutNames(also) }) };
      }),
  );
}

function recordedFile(title: string): RecordedFile {
  return JSON.parse(readFileSync(join(__dirname, `${title}.json`), 'utf8')) as RecordedFile;
}

function withoutNames(also: Readonly<Record<string, RecordedAnswer | string>>): Record<string, RecordedAnswer> {
  return Object.fromEntries(
    Object.entries(also).map(([path, answer]) => [path, typeof answer === 'string' ? recordedFile(answer) : answer]),
  );
}

/** The facts that the bot reads if a service answers so, and everything else is answered with an empty list. */
export async function factsOf(recorded: Recorded): Promise<Facts> {
  const identity: Identity = {
    personId: '87d349ed-44d7-43e1-9a83-5f2406dee5bd',
    tenantId: '84841066-274d-4ec0-a5c1-276be684bdd3',
    account: 'work',
    ...recorded.who,
  };
  const send = sendOf(recorded, identity);
  const deadline = startDeadline(5_000);
  const token = recorded.service === 'entra' ? cannotTell(reasonIn(recorded)) : known('a-token');
  const [directory, azure] = await Promise.all([
    readDirectory(createGraphClient(origin, send), origin, createGuard(), { token, identity, deadline }),
    readAzure(createArmClient(origin, send), origin, createGuard(), { token, identity, purpose: 'join', deadline }),
  ]);
  return { readAt: '2026-11-20T12:00:00.000Z', identity, ...directory, ...azure };
}

/** Why Entra gave no token, as the bot understands it. */
export function reasonIn({ body }: Recorded): CannotTellReason {
  return entraFault(body)?.because ?? 'unreadable';
}

function sendOf(recorded: Recorded, identity: Identity): Send {
  const answers = new Map<string, RecordedAnswer>(Object.entries(recorded.also ?? {}));
  if (recorded.asked !== undefined) answers.set(recorded.asked, recorded);
  const answerTo = (path: string): RecordedAnswer => {
    const [start] = [...answers.keys()].filter((one) => path.startsWith(one)).sort((a, b) => b.length - a.length);
    return (start === undefined ? undefined : answers.get(start)) ?? { body: usual(path, identity) };
  };
  return async ({ url, body }) => {
    const path = url.slice(origin.length);
    const {
      status = 200,
      headers = {},
      body: answered,
    } = path.includes('/$batch') ? { body: batchAnswer(body ?? '', answerTo) } : answerTo(path.replace(/^\/v1\.0/, ''));
    return { status, headers: new Headers(headers), text: JSON.stringify(answered) };
  };
}

function batchAnswer(body: string, answerTo: (path: string) => RecordedAnswer): object {
  const { requests } = JSON.parse(body) as {
    readonly requests: readonly { readonly id: string; readonly url: string }[];
  };
  return {
    responses: requests.map(({ id, url }) => {
      const { status = 200, headers = {}, body: answered } = answerTo(url);
      return { id, status, headers, body: answered };
    }),
  };
}

/** What a question is answered that the example is not about. */
function usual(path: string, { tenantId, personId }: Identity): object {
  if (path.startsWith('/me?'))
    return { id: personId, displayName: 'Adele Vance', userPrincipalName: 'AdeleV@contoso.com' };
  if (path.startsWith('/organization'))
    return { value: [{ id: tenantId, displayName: 'Contoso', tenantType: 'AAD', verifiedDomains: [] }] };
  if (path.startsWith('/tenants')) return { value: [{ tenantId, displayName: 'Contoso', tenantCategory: 'Home' }] };
  return { value: [] };
}
