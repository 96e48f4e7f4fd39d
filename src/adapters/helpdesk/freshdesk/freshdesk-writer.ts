import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DeskEffect, DeskStatus } from '../../../domain/ticket.ts';
import { withDeskTag } from '../../../domain/ticket-life.ts';
import type { DeskWriting, StateRefused } from '../../../ports/desk.ts';
import type { WriteWay } from '../desk-adapter.ts';
import type { DeskEntry, DeskFields } from '../desk-entry.ts';
import type { DeskSend } from '../desk-send.ts';
import { markedNote, noteMark, stillToWrite } from '../marks.ts';
import { htmlFrom } from '../markup.ts';
import {
  failureOf,
  failureUnless,
  inSteps,
  type Step,
  stateRefusalOf,
  unreadable,
  withRefusal,
  written,
} from '../outcomes.ts';
import { requesterFields, requesterMail } from '../requester.ts';

const madeSchema = z.object({ id: z.number() });
const ticketSchema = z.object({ status: z.number().optional(), tags: z.array(z.string()).default([]) });
const foundSchema = z.object({ results: z.array(z.object({ id: z.number() })) });

/** Freshdesk's numeric statuses. */
const stateNumbers = { open: 2, pending: 3, solved: 4 } satisfies Record<DeskStatus, number>;
const closed = 5;
const ended: ReadonlySet<number> = new Set([stateNumbers.solved, closed]);
const priorityLow = 1;
const pageSize = 5;
const pagesAtMost = 20;

/** Writes through Freshdesk's API v2. Notes and replies are HTML there, so all text is escaped. */
export async function writeToFreshdesk(
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
  const path = `/api/v2/tickets/${number}`;
  const there = mayBeThere ? await conversations(path, effect, send) : '';
  if (typeof there !== 'string') return there;
  const words = stillToWrite(effect, there);
  if (words === null) return written();
  const { note, reply } = words;
  const isQuiet = effect.status === null && effect.tag === null;
  let refused: StateRefused | null = null;
  let isEnded = false;
  const mayHaveEnded = !effect.reopens && effect.status !== 'solved';
  const changing: Step = async (isBegun) => {
    const isSeen = effect.tag !== null || mayHaveEnded;
    const seen = isSeen ? await send({ method: 'GET', path }) : null;
    const parsed = ticketSchema.safeParse(seen?.kind === 'answered' ? seen.json : {});
    if (seen !== null && (failureOf(seen) !== null || !parsed.success)) return unreadable(seen, isBegun);
    const { status = 0, tags = [] } = parsed.data ?? {};
    isEnded = mayHaveEnded && ended.has(status);
    if (isEnded) return null;
    const answer = await send({ method: 'PUT', path, body: changed(entry, effect, tags) });
    refused = effect.status === null ? null : stateRefusalOf(answer);
    if (refused === null) return failureUnless(200, answer, isBegun);
    if (effect.tag === null) return null;
    const tagged = await send({ method: 'PUT', path, body: changed(entry, { ...effect, status: null }, tags) });
    // A field that is missing may keep the tag out too; the note says what the tag would.
    return stateRefusalOf(tagged) === null ? failureUnless(200, tagged, isBegun) : null;
  };
  const writing = await inSteps([
    isQuiet ? null : changing,
    reply === ''
      ? null
      : async (isBegun) => (isEnded ? null : post(`${path}/reply`, { body: htmlFrom(reply) }, send, isBegun)),
    // The note is written last, so its mark proves that everything else was written.
    note === '' ? null : (isBegun) => post(`${path}/notes`, { body: htmlFrom(note), private: true }, send, isBegun),
  ]);
  return withRefusal(writing, refused);
}

/** Updating tags replaces all of them, so the desk's own go along. */
function changed(entry: DeskEntry, { status, tag }: DeskEffect, tags: readonly string[]): object {
  return {
    ...(status === null ? {} : { status: stateNumbers[status] }),
    ...(status === 'solved' ? ownFields(entry.solvedWith) : {}),
    ...(tag === null ? {} : { tags: withDeskTag(tags, tag) }),
  };
}

/** Freshdesk takes its own fields by name, and others, which begin with `cf_`, among themselves. */
function ownFields(fields: DeskFields = {}): object {
  const isCustom = ([name]: readonly [string, unknown]) => name.startsWith('cf_');
  const all = Object.entries(fields);
  const custom = Object.fromEntries(all.filter(isCustom));
  const own = Object.fromEntries(all.filter((one) => !isCustom(one)));
  return Object.keys(custom).length === 0 ? own : { ...own, custom_fields: custom };
}

async function post(path: string, body: object, send: DeskSend, isBegun: boolean): Promise<DeskWriting | null> {
  return failureUnless(201, await send({ method: 'POST', path, body }), isBegun);
}

async function create(entry: DeskEntry, effect: DeskEffect, { mayBeThere, send }: WriteWay): Promise<DeskWriting> {
  const found = mayBeThere ? await findMade(effect, send) : null;
  if (found !== null) return found;
  const mail = requesterMail(entry, effect) ?? entry.options?.requesterMail;
  const group = entry.options?.group;
  const fields = ownFields({ ...entry.createdWith, ...Object.fromEntries(requesterFields(entry, effect)) });
  const body = {
    subject: effect.title,
    description: htmlFrom(markedNote(effect)),
    priority: priorityLow,
    status: stateNumbers[effect.status ?? 'open'],
    tags: [madeTag(effect), ...(effect.tag === null ? [] : [effect.tag])],
    ...(mail === undefined ? {} : { email: mail }),
    ...(group === undefined ? {} : { group_id: Number(group) }),
    ...fields,
  };
  const answer = await send({ method: 'POST', path: '/api/v2/tickets', body });
  const failed = failureOf(answer);
  if (failed !== null) return failed;
  const made = madeSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  return made.success ? written(String(made.data.id)) : unreadable(answer, true);
}

/** Freshdesk's search finds tags of up to 32 characters, but no text. */
function madeTag(effect: DeskEffect): string {
  return `onetenant-${createHash('sha256').update(effect.id).digest('hex').slice(0, 20)}`;
}

async function findMade(effect: DeskEffect, send: DeskSend): Promise<DeskWriting | null> {
  const query = encodeURIComponent(`"tag:'${madeTag(effect)}'"`);
  const answer = await send({ method: 'GET', path: `/api/v2/search/tickets?query=${query}` });
  const parsed = foundSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  if (failureOf(answer) !== null || !parsed.success) return unreadable(answer, true);
  const [first] = parsed.data.results;
  return first === undefined ? null : written(String(first.id));
}

/** The ticket's conversations, page by page, until the note's mark is found or there are no more. */
async function conversations(path: string, effect: DeskEffect, send: DeskSend): Promise<string | DeskWriting> {
  let seen = '';
  for (let page = 1; page <= pagesAtMost; page += 1) {
    const answer = await send({ method: 'GET', path: `${path}/conversations?per_page=${pageSize}&page=${page}` });
    if (answer.kind === 'silent' || failureOf(answer) !== null) return unreadable(answer, true);
    seen += answer.text;
    const isLast = Array.isArray(answer.json) && answer.json.length < pageSize;
    if (isLast || seen.includes(noteMark(effect))) return seen;
  }
  return seen;
}
