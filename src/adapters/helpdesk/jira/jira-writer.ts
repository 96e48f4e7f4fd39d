import { z } from 'zod';
import type { DeskEffect, DeskStatus } from '../../../domain/ticket.ts';
import { deskTags, noteAlone, sparesEnded } from '../../../domain/ticket-life.ts';
import type { DeskWriting } from '../../../ports/desk.ts';
import type { WriteWay } from '../desk-adapter.ts';
import type { DeskEntry } from '../desk-entry.ts';
import type { DeskSend } from '../desk-send.ts';
import { markedNote, stillToWrite } from '../marks.ts';
import { failureOf, failureUnless, inSteps, type StepEnded, stateRefusalOf, unreadable, written } from '../outcomes.ts';
import { requesterFields, requesterMail } from '../requester.ts';

const transitionsSchema = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      to: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }).nullish() }),
      fields: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});
type Transition = z.infer<typeof transitionsSchema>['transitions'][number];
const issueSchema = z.object({
  fields: z.object({ status: z.object({ statusCategory: z.object({ key: z.string() }) }) }),
});
const madeSchema = z.object({
  issueKey: z.string(),
  reporter: z.object({ accountId: z.string() }).nullish(),
});
const foundSchema = z.object({
  issues: z.array(
    z.object({
      key: z.string(),
      fields: z.object({ reporter: z.object({ accountId: z.string() }).nullish() }).nullish(),
    }),
  ),
});

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
export async function updateAtJira(
  entry: DeskEntry,
  effect: DeskEffect,
  number: string,
  { mayBeThere, send }: WriteWay,
): Promise<DeskWriting> {
  const path = `/rest/api/3/issue/${number}`;
  const there = mayBeThere ? await newestComments(path, send) : '';
  if (typeof there !== 'string') return there;
  const left = stillToWrite(effect, there);
  if (left === null) return written();
  const isEnded = sparesEnded(left) && (await isDone(path, send, false));
  if (typeof isEnded !== 'boolean') return isEnded;
  const { note, reply, status, tag } = isEnded ? noteAlone(left) : left;
  return inSteps([
    tag === null ? null : (isBegun) => setLabel(path, tag, send, isBegun),
    status === null ? null : (isBegun) => move(entry, path, status, send, isBegun),
    reply === '' ? null : (isBegun) => comment(path, reply, 'public', send, isBegun),
    // The note is written last, so its mark proves that everything else was written.
    note === '' ? null : (isBegun) => comment(path, note, 'internal', send, isBegun),
  ]);
}

async function isDone(path: string, send: DeskSend, isBegun: boolean): Promise<boolean | DeskWriting> {
  const answer = await send({ method: 'GET', path: `${path}?fields=status` });
  const parsed = issueSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  if (failureOf(answer) !== null || !parsed.success) return unreadable(answer, isBegun);
  return parsed.data.fields.status.statusCategory.key === 'done';
}

/** No step leads to a solved state: the issue is there already, or the workflow has no way. */
async function unlessDone(path: string, send: DeskSend, isBegun: boolean): Promise<StepEnded> {
  const done = await isDone(path, send, isBegun);
  if (typeof done !== 'boolean') return done;
  return done ? null : { status: null, words: '' };
}

/** An earlier label of ours goes; those of the desk stay. */
async function setLabel(path: string, label: string, send: DeskSend, isBegun: boolean): Promise<DeskWriting | null> {
  const others = Object.values(deskTags).filter((tag) => tag !== null && tag !== label);
  const body = { update: { labels: [...others.map((remove) => ({ remove })), { add: label }] } };
  return failureUnless(204, await send({ method: 'PUT', path, body }), isBegun);
}

/** The available transitions depend on the current status. Which fields a step has on its screen is asked too. */
async function move(
  entry: DeskEntry,
  path: string,
  status: DeskStatus,
  send: DeskSend,
  isBegun: boolean,
): Promise<StepEnded> {
  const seen = await send({ method: 'GET', path: `${path}/transitions?expand=transitions.fields` });
  const parsed = transitionsSchema.safeParse(seen.kind === 'answered' ? seen.json : null);
  if (failureOf(seen) !== null || !parsed.success) return unreadable(seen, isBegun);
  const step = transitionTo(entry, status, parsed.data.transitions);
  if (step === null) return status === 'solved' ? unlessDone(path, send, isBegun) : null;
  // A field that is not on the screen of the step is refused.
  const given = Object.entries(status === 'solved' ? (entry.solvedWith ?? {}) : {});
  const fields = Object.fromEntries(given.filter(([name]) => step.fields === undefined || name in step.fields));
  const body = { transition: { id: step.id }, ...(Object.keys(fields).length === 0 ? {} : { fields }) };
  const answer = await send({ method: 'POST', path: `${path}/transitions`, body });
  return stateRefusalOf(answer) ?? failureUnless(204, answer, isBegun);
}

function transitionTo(
  { options }: DeskEntry,
  status: DeskStatus,
  transitions: readonly Transition[],
): Transition | null {
  const own = options?.[stateOptions[status]];
  const names = (own === undefined ? stateNames[status] : [own]).map((name) => name.toLowerCase());
  for (const name of names) {
    const named = transitions.find(({ to }) => to.name.toLowerCase() === name);
    if (named !== undefined) return named;
  }
  if (own !== undefined || status !== 'solved') return null;
  return transitions.find(({ to }) => to.statusCategory?.key === 'done') ?? null;
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

export async function createAtJira(
  entry: DeskEntry,
  effect: DeskEffect,
  { mayBeThere, send }: WriteWay,
): Promise<DeskWriting> {
  const found = mayBeThere ? await findMade(effect, send) : null;
  if (found !== null && 'kind' in found) return found;
  const made = found ?? (await make(entry, effect, send));
  if ('kind' in made) return made;
  const { tag } = effect;
  const path = `/rest/api/3/issue/${made.issueKey}`;
  const failed = tag === null ? null : await setLabel(path, tag, send, true);
  return failed ?? written(made.issueKey, made.reporter?.accountId);
}

async function make(
  entry: DeskEntry,
  effect: DeskEffect,
  send: DeskSend,
): Promise<z.infer<typeof madeSchema> | DeskWriting> {
  const mail = requesterMail(entry, effect);
  const body = {
    serviceDeskId: entry.options?.serviceDeskId,
    requestTypeId: entry.options?.requestTypeId,
    isAdfRequest: true,
    requestFieldValues: {
      summary: effect.title,
      description: documentOf(markedNote(effect)),
      ...entry.createdWith,
      ...Object.fromEntries(requesterFields(entry, effect)),
    },
    ...(mail === null ? {} : { raiseOnBehalfOf: mail }),
  };
  const answer = await send({ method: 'POST', path: '/rest/servicedeskapi/request', body });
  const failed = failureOf(answer);
  if (failed !== null) return failed;
  const made = madeSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  return made.success ? made.data : unreadable(answer, true);
}

async function findMade(effect: DeskEffect, send: DeskSend): Promise<z.infer<typeof madeSchema> | null | DeskWriting> {
  const search = new URLSearchParams({
    jql: `text ~ "\\"onetenant:${effect.id}\\""`,
    fields: 'reporter',
    maxResults: '1',
  });
  const answer = await send({ method: 'GET', path: `/rest/api/3/search/jql?${search}` });
  const parsed = foundSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  if (failureOf(answer) !== null || !parsed.success) return unreadable(answer, true);
  const [first] = parsed.data.issues;
  return first === undefined ? null : { issueKey: first.key, reporter: first.fields?.reporter };
}

/** Plain text in Atlassian's document format: one paragraph per line, no marks, no links, no mentions. */
function documentOf(text: string): object {
  const content = text.split('\n').map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }));
  return { version: 1, type: 'doc', content };
}
