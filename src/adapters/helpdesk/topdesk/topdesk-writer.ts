import { z } from 'zod';
import type { DeskEffect, DeskStatus } from '../../../domain/ticket.ts';
import { noteAlone, sparesEnded } from '../../../domain/ticket-life.ts';
import type { DeskWriting, StateRefused } from '../../../ports/desk.ts';
import type { WriteWay } from '../desk-adapter.ts';
import type { DeskEntry, DeskFields } from '../desk-entry.ts';
import type { DeskAnswer, DeskSend } from '../desk-send.ts';
import { madeName, markedNote, stillToWrite } from '../marks.ts';
import { htmlFrom } from '../markup.ts';
import { failureOf, failureUnless, inSteps, type StepEnded, stateRefusalOf, unreadable, written } from '../outcomes.ts';
import { mailToFileUnder, requesterFields } from '../requester.ts';

const flag = z.boolean().nullish();
const incidentSchema = z.object({ number: z.string(), completed: flag, closed: flag });
type Incident = z.infer<typeof incidentSchema>;
const statusesSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** Organisations name their statuses themselves; these are the usual ones, in English, Dutch and German. */
const stateNames = {
  open: ['In progress', 'In behandeling', 'In Bearbeitung', 'Logged', 'Aangemeld', 'Erfasst'],
  pending: ['Waiting for user', 'Waiting for caller', 'Wacht op gebruiker', 'Wacht op melder', 'Wartet auf Anmelder'],
  solved: ['Completed', 'Solved', 'Gereed', 'Opgelost', 'Fertig', 'Gelöst'],
} satisfies Record<DeskStatus, readonly string[]>;
const stateOptions = { open: 'stateOpen', pending: 'statePending', solved: 'stateSolved' } as const satisfies Record<
  DeskStatus,
  string
>;
const longestTitle = 80;

/**
 * Writes through the Incident Management API. Whatever is written is an action: invisible to the caller for colleagues, visible
 * for the person. Actions are HTML, so all text is escaped. Source: developers.topdesk.com, "incident".
 */
export async function updateAtTopdesk(
  entry: DeskEntry,
  effect: DeskEffect,
  number: string,
  { mayBeThere, send }: WriteWay,
): Promise<DeskWriting> {
  const path = `/tas/api/incidents/number/${encodeURIComponent(number)}`;
  const there = mayBeThere ? await actions(path, send) : '';
  if (typeof there !== 'string') return there;
  const left = stillToWrite(effect, there);
  if (left === null) return written();
  const seen = left.status !== null || sparesEnded(left) ? await look(path, send) : null;
  if (seen !== null && 'kind' in seen) return seen;
  const hasEnded = seen !== null && (seen.completed === true || seen.closed === true);
  const { note, reply, status, tag } = sparesEnded(left) && hasEnded ? noteAlone(left) : left;
  return inSteps([
    status === null && tag === null ? null : (isBegun) => change(entry, path, { status, tag, hasEnded }, send, isBegun),
    reply === '' ? null : (isBegun) => act(path, reply, 'visible', send, isBegun),
    // The note is written last, so its mark proves that everything else was written.
    note === '' ? null : (isBegun) => act(path, note, 'invisible', send, isBegun),
  ]);
}

async function look(path: string, send: DeskSend): Promise<Incident | DeskWriting> {
  const answer = await send({ method: 'GET', path });
  const parsed = incidentSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  return failureOf(answer) === null && parsed.success ? parsed.data : unreadable(answer, false);
}

interface Wanted extends Pick<DeskEffect, 'status' | 'tag'> {
  readonly hasEnded: boolean;
}

/** A state that there is no status for is left out, and so is one that TOPdesk refuses. */
async function change(
  entry: DeskEntry,
  path: string,
  { status, tag, hasEnded }: Wanted,
  send: DeskSend,
  isBegun: boolean,
): Promise<StepEnded> {
  const found = status === null ? null : await statusFor(entry, status, send, isBegun);
  if (found !== null && 'kind' in found) return found;
  const state = status === null || found === null ? {} : stateOf(status, found.id, hasEnded);
  const demanded = status === 'solved' && found !== null ? entry.solvedWith : {};
  const tagged = tagFieldOf(entry, tag);
  const body = { ...state, ...nested({ ...demanded, ...tagged }) };
  const without: StateRefused | null = status !== null && found === null ? { status: null, words: '' } : null;
  if (Object.keys(body).length === 0) return without;
  const answer = await patch(path, body, send);
  const refused = Object.keys(state).length === 0 ? null : stateRefusalOf(answer);
  if (refused === null) return failureUnless(200, answer, isBegun) ?? without;
  if (Object.keys(tagged).length === 0) return refused;
  return failureUnless(200, await patch(path, nested(tagged), send), isBegun) ?? refused;
}

function stateOf(status: DeskStatus, id: string, hasEnded: boolean): object {
  const base = { processingStatus: { id } };
  if (status === 'solved') return { ...base, completed: true };
  return hasEnded ? { ...base, completed: false, closed: false } : base;
}

/** Null if no status has a name that means this state. */
async function statusFor(
  { options }: DeskEntry,
  status: DeskStatus,
  send: DeskSend,
  isBegun: boolean,
): Promise<{ readonly id: string } | null | DeskWriting> {
  const answer = await send({ method: 'GET', path: '/tas/api/incidents/statuses' });
  const parsed = statusesSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  if (failureOf(answer) !== null || !parsed.success) return unreadable(answer, isBegun);
  const own = options?.[stateOptions[status]];
  const names = own === undefined ? stateNames[status] : [own];
  for (const name of names) {
    const named = parsed.data.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (named !== undefined) return { id: named.id };
  }
  return null;
}

async function act(
  path: string,
  text: string,
  who: 'visible' | 'invisible',
  send: DeskSend,
  isBegun: boolean,
): Promise<DeskWriting | null> {
  const body = { action: htmlFrom(text), actionInvisibleForCaller: who === 'invisible' };
  return failureUnless(200, await patch(path, body, send), isBegun);
}

function patch(path: string, body: object, send: DeskSend): Promise<DeskAnswer> {
  return send({ method: 'PATCH', path, body });
}

/** The newest actions, unparsed, since marks are searched as text. Without any, TOPdesk answers 204. */
async function actions(path: string, send: DeskSend): Promise<string | DeskWriting> {
  const answer = await send({ method: 'GET', path: `${path}/actions?page_size=20` });
  return answer.kind === 'answered' && failureOf(answer) === null ? answer.text : unreadable(answer, true);
}

export async function createAtTopdesk(
  entry: DeskEntry,
  effect: DeskEffect,
  { mayBeThere, send }: WriteWay,
): Promise<DeskWriting> {
  const found = mayBeThere ? await findMade(effect, send) : null;
  if (found !== null) return found;
  const mail = mailToFileUnder(entry, effect);
  const group = entry.options?.group;
  const body = {
    status: 'firstLine',
    briefDescription: [...effect.title].slice(0, longestTitle).join(''),
    request: htmlFrom(effect.title),
    action: htmlFrom(markedNote(effect)),
    actionInvisibleForCaller: true,
    externalNumber: madeName(effect),
    ...(mail === undefined ? {} : { callerLookup: { email: mail } }),
    ...(group === undefined ? {} : { operatorGroup: { name: group } }),
    ...nested({
      ...entry.createdWith,
      ...tagFieldOf(entry, effect.tag),
      ...Object.fromEntries(requesterFields(entry, effect)),
    }),
  };
  const answer = await send({ method: 'POST', path: '/tas/api/incidents', body });
  const failed = failureOf(answer);
  if (failed !== null) return failed;
  const made = incidentSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  return made.success ? written(made.data.number) : unreadable(answer, true);
}

/** An external number has 60 characters at most. Null if there is none, which TOPdesk says with 204 and no body. */
async function findMade(effect: DeskEffect, send: DeskSend): Promise<DeskWriting | null> {
  const search = new URLSearchParams({ query: `externalNumber==${madeName(effect)}`, page_size: '1' });
  const answer = await send({ method: 'GET', path: `/tas/api/incidents?${search}` });
  if (answer.kind === 'answered' && answer.status === 204) return null;
  const parsed = z.array(incidentSchema).safeParse(answer.kind === 'answered' ? answer.json : null);
  if (failureOf(answer) !== null || !parsed.success) return unreadable(answer, true);
  const [first] = parsed.data;
  return first === undefined ? null : written(first.number);
}

function tagFieldOf({ options }: DeskEntry, tag: string | null): DeskFields {
  const field = options?.tagField;
  return field === undefined || tag === null ? {} : { [field]: tag };
}

/** Free fields stand within groups, which a dot in their name separates: `optionalFields1.text1`. */
function nested(fields: DeskFields = {}): object {
  const all = new Map<string, unknown>();
  for (const [name, value] of Object.entries(fields)) {
    const [group = '', inner] = name.split('.', 2);
    const known = all.get(group);
    all.set(group, inner === undefined ? value : { ...(typeof known === 'object' ? known : {}), [inner]: value });
  }
  return Object.fromEntries(all);
}
