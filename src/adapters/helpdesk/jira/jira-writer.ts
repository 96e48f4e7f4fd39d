import { z } from 'zod';
import type { DeskEffect, DeskStatus } from '../../../domain/ticket.ts';
import type { DeskWriting } from '../../../ports/desk.ts';
import type { WriteWay } from '../desk-adapter.ts';
import type { DeskEntry } from '../desk-entry.ts';
import type { DeskSend } from '../desk-send.ts';
import { markedNote, stillToWrite } from '../marks.ts';
import { failureOf, failureUnless, inSteps, unreadable, written } from '../outcomes.ts';
import { requesterFields, requesterMail } from '../requester.ts';

const transitionsSchema = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      to: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }).nullish() }),
    }),
  ),
});
const madeSchema = z.object({ issueKey: z.string() });
const foundSchema = z.object({ issues: z.array(z.object({ key: z.string() })) });

/** Every project names its statuses itself. Tried in this order, then any status in the category. */
const stateNames = {
  open: ['Waiting for support', 'In Progress', 'Open'],
  pending: ['Waiting for customer', 'Pending'],
  solved: ['Resolved', 'Done', 'Closed'],
} satisfies Record<DeskStatus, readonly string[]>;
const stateOptions = { open: 'stateOpen', pending: 'statePending', solved: 'stateSolved' } satisfies Record<
  DeskStatus,
  string
>;

/** Writes through the REST APIs of Jira (version 3) and Jira Service Management. Texts go as document nodes, which render no markup. */
export async function writeToJira(
  entry: DeskEntry,
  effect: DeskEffect,
  number: string,
  way: WriteWay,
): Promise<DeskWriting> {
  return effect.kind === 'create' ? create(entry, effect, way) : update(entry, effect, number, way);
}

async function update(
  entry: DeskEntry,
  effect: DeskEffect,
  number: string,
  { mayBeThere, send }: WriteWay,
): Promise<DeskWriting> {
  const path = `/rest/api/3/issue/${number}`;
  const there = mayBeThere ? await newestComments(path, send) : '';
  if (typeof there !== 'string') return there;
  const words = stillToWrite(effect, there);
  if (words === null) return written();
  const { note, reply } = words;
  const { tag, status } = effect;
  return inSteps([
    tag === null ? null : (isBegun) => addLabel(path, tag, send, isBegun),
    status === null ? null : (isBegun) => move(entry, path, status, send, isBegun),
    reply === '' ? null : (isBegun) => comment(path, reply, 'public', send, isBegun),
    // The note is written last, so its mark proves that everything else was written.
    note === '' ? null : (isBegun) => comment(path, note, 'internal', send, isBegun),
  ]);
}

async function addLabel(path: string, label: string, send: DeskSend, isBegun: boolean): Promise<DeskWriting | null> {
  const body = { update: { labels: [{ add: label }] } };
  return failureUnless(204, await send({ method: 'PUT', path, body }), isBegun);
}

/** The available transitions depend on the current status. If none leads there, the issue is already there or may not move. */
async function move(
  entry: DeskEntry,
  path: string,
  status: DeskStatus,
  send: DeskSend,
  isBegun: boolean,
): Promise<DeskWriting | null> {
  const seen = await send({ method: 'GET', path: `${path}/transitions` });
  const parsed = transitionsSchema.safeParse(seen.kind === 'answered' ? seen.json : null);
  if (failureOf(seen) !== null || !parsed.success) return unreadable(seen, isBegun);
  const id = transitionTo(entry, status, parsed.data.transitions);
  if (id === null) return null;
  const answer = await send({ method: 'POST', path: `${path}/transitions`, body: { transition: { id } } });
  return failureUnless(204, answer, isBegun);
}

function transitionTo(
  { options }: DeskEntry,
  status: DeskStatus,
  transitions: z.infer<typeof transitionsSchema>['transitions'],
): string | null {
  const own = options?.[stateOptions[status]];
  const names = (own === undefined ? stateNames[status] : [own]).map((name) => name.toLowerCase());
  for (const name of names) {
    const named = transitions.find(({ to }) => to.name.toLowerCase() === name);
    if (named !== undefined) return named.id;
  }
  if (own !== undefined || status !== 'solved') return null;
  return transitions.find(({ to }) => to.statusCategory?.key === 'done')?.id ?? null;
}

async function comment(
  path: string,
  text: string,
  who: 'public' | 'internal',
  send: DeskSend,
  isBegun: boolean,
): Promise<DeskWriting | null> {
  const internal = { properties: [{ key: 'sd.public.comment', value: { internal: true } }] };
  const body = { body: documentOf(text), ...(who === 'internal' ? internal : {}) };
  return failureUnless(201, await send({ method: 'POST', path: `${path}/comment`, body }), isBegun);
}

async function newestComments(path: string, send: DeskSend): Promise<string | DeskWriting> {
  const answer = await send({ method: 'GET', path: `${path}/comment?orderBy=-created&maxResults=20` });
  if (answer.kind === 'answered' && failureOf(answer) === null) return answer.text;
  return unreadable(answer, true);
}

async function create(entry: DeskEntry, effect: DeskEffect, { mayBeThere, send }: WriteWay): Promise<DeskWriting> {
  const found = mayBeThere ? await findMade(effect, send) : null;
  if (found !== null && typeof found !== 'string') return found;
  const key = found ?? (await make(entry, effect, send));
  if (typeof key !== 'string') return key;
  const { tag } = effect;
  const path = `/rest/api/3/issue/${key}`;
  return inSteps([tag === null ? null : (isBegun) => addLabel(path, tag, send, isBegun)], key);
}

async function make(entry: DeskEntry, effect: DeskEffect, send: DeskSend): Promise<string | DeskWriting> {
  const mail = requesterMail(entry, effect);
  const body = {
    serviceDeskId: entry.options?.serviceDeskId,
    requestTypeId: entry.options?.requestTypeId,
    isAdfRequest: true,
    requestFieldValues: {
      summary: effect.title,
      description: documentOf(markedNote(effect)),
      ...Object.fromEntries(requesterFields(entry, effect)),
    },
    ...(mail === null ? {} : { raiseOnBehalfOf: mail }),
  };
  const answer = await send({ method: 'POST', path: '/rest/servicedeskapi/request', body });
  const failed = failureOf(answer);
  if (failed !== null) return failed;
  const made = madeSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  return made.success ? made.data.issueKey : unreadable(answer, true);
}

async function findMade(effect: DeskEffect, send: DeskSend): Promise<string | null | DeskWriting> {
  const search = new URLSearchParams({
    jql: `text ~ "\\"onetenant:${effect.id}\\""`,
    fields: 'summary',
    maxResults: '1',
  });
  const answer = await send({ method: 'GET', path: `/rest/api/3/search/jql?${search}` });
  const parsed = foundSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  if (failureOf(answer) !== null || !parsed.success) return unreadable(answer, true);
  return parsed.data.issues[0]?.key ?? null;
}

/** Plain text in Atlassian's document format: one paragraph per line, no marks, no links, no mentions. */
function documentOf(text: string): object {
  const content = text.split('\n').map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }));
  return { version: 1, type: 'doc', content };
}
