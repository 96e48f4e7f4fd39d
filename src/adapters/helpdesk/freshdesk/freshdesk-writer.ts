import { z } from 'zod';
import type { DeskEffect, DeskStatus } from '../../../domain/ticket.ts';
import { noteAlone, sparesEnded, withDeskTag } from '../../../domain/ticket-life.ts';
import type { DeskWriting } from '../../../ports/desk.ts';
import type { WriteWay } from '../desk-adapter.ts';
import type { DeskEntry, DeskFields } from '../desk-entry.ts';
import type { DeskSend } from '../desk-send.ts';
import { madeName, markedNote, noteMark, stillToWrite } from '../marks.ts';
import { htmlFrom } from '../markup.ts';
import { failureOf, failureUnless, inSteps, type StepEnded, stateRefusalOf, unreadable, written } from '../outcomes.ts';
import { mailToFileUnder, requesterFields } from '../requester.ts';

const madeSchema = z.object({ id: z.number() });
const ticketSchema = z.object({ status: z.number().default(0), tags: z.array(z.string()).default([]) });
const foundSchema = z.object({ results: z.array(z.object({ id: z.number() })) });

/** Freshdesk's numeric statuses. */
const stateNumbers = { open: 2, pending: 3, solved: 4 } satisfies Record<DeskStatus, number>;
const closed = 5;
const unseen: z.infer<typeof ticketSchema> = { status: 0, tags: [] };
const ended: ReadonlySet<number> = new Set([stateNumbers.solved, closed]);
const priorityLow = 1;
const pageSize = 5;
const pagesAtMost = 20;

/** Writes through Freshdesk's API v2. Notes and replies are HTML there, so all text is escaped. */
export async function updateAtFreshdesk(
  entry: DeskEntry,
  effect: DeskEffect,
  number: string,
  { mayBeThere, send }: WriteWay,
): Promise<DeskWriting> {
  const path = `/api/v2/tickets/${number}`;
  const there = mayBeThere ? await conversations(path, effect, send) : '';
  if (typeof there !== 'string') return there;
  const left = stillToWrite(effect, there);
  if (left === null) return written();
  const seen = left.tag !== null || sparesEnded(left) ? await look(path, send) : unseen;
  if ('kind' in seen) return seen;
  const wanted = sparesEnded(left) && ended.has(seen.status) ? noteAlone(left) : left;
  const { note, reply, status, tag } = wanted;
  return inSteps([
    status === null && tag === null ? null : (isBegun) => change(entry, path, wanted, seen.tags, send, isBegun),
    reply === '' ? null : (isBegun) => post(`${path}/reply`, { body: htmlFrom(reply) }, send, isBegun),
    // The note is written last, so its mark proves that everything else was written.
    note === '' ? null : (isBegun) => post(`${path}/notes`, { body: htmlFrom(note), private: true }, send, isBegun),
  ]);
}

async function look(path: string, send: DeskSend): Promise<z.infer<typeof ticketSchema> | DeskWriting> {
  const answer = await send({ method: 'GET', path });
  const parsed = ticketSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  return failureOf(answer) === null && parsed.success ? parsed.data : unreadable(answer, false);
}

async function change(
  entry: DeskEntry,
  path: string,
  wanted: DeskEffect,
  tags: readonly string[],
  send: DeskSend,
  isBegun: boolean,
): Promise<StepEnded> {
  const answer = await send({ method: 'PUT', path, body: changed(entry, wanted, tags) });
  const refused = wanted.status === null ? null : stateRefusalOf(answer);
  if (refused === null) return failureUnless(200, answer, isBegun);
  if (wanted.tag === null) return refused;
  const tagged = await send({ method: 'PUT', path, body: changed(entry, { ...wanted, status: null }, tags) });
  // A field that is missing may keep the tag out too; the note says what the tag would.
  return stateRefusalOf(tagged) === null ? (failureUnless(200, tagged, isBegun) ?? refused) : refused;
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

export async function createAtFreshdesk(
  entry: DeskEntry,
  effect: DeskEffect,
  { mayBeThere, send }: WriteWay,
): Promise<DeskWriting> {
  const found = mayBeThere ? await findMade(effect, send) : null;
  if (found !== null) return found;
  const mail = mailToFileUnder(entry, effect);
  const group = entry.options?.group;
  const fields = ownFields({ ...entry.createdWith, ...Object.fromEntries(requesterFields(entry, effect)) });
  const body = {
    subject: effect.title,
    description: htmlFrom(markedNote(effect)),
    priority: priorityLow,
    status: stateNumbers[effect.status ?? 'open'],
    tags: [madeName(effect), ...(effect.tag === null ? [] : [effect.tag])],
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
async function findMade(effect: DeskEffect, send: DeskSend): Promise<DeskWriting | null> {
  const query = encodeURIComponent(`"tag:'${madeName(effect)}'"`);
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
