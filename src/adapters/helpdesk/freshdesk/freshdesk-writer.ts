import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DeskEffect, DeskStatus } from '../../../domain/ticket.ts';
import type { DeskWriting } from '../../../ports/desk.ts';
import type { WriteWay } from '../desk-adapter.ts';
import type { DeskEntry } from '../desk-entry.ts';
import type { DeskSend } from '../desk-send.ts';
import { markedNote, noteMark, stillToWrite } from '../marks.ts';
import { htmlFrom } from '../markup.ts';
import { failureOf, failureUnless, inSteps, unreadable, written } from '../outcomes.ts';
import { requesterFields, requesterMail } from '../requester.ts';

const ticketSchema = z.object({ id: z.number(), tags: z.array(z.string()).default([]) });
const foundSchema = z.object({ results: z.array(z.object({ id: z.number() })) });

/** Freshdesk's numeric statuses. */
const stateNumbers = { open: 2, pending: 3, solved: 4 } satisfies Record<DeskStatus, number>;
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
  return effect.kind === 'create' ? create(entry, effect, way) : update(effect, number, way);
}

async function update(effect: DeskEffect, number: string, { mayBeThere, send }: WriteWay): Promise<DeskWriting> {
  const path = `/api/v2/tickets/${number}`;
  const there = mayBeThere ? await conversations(path, effect, send) : '';
  if (typeof there !== 'string') return there;
  const words = stillToWrite(effect, there);
  if (words === null) return written();
  const { note, reply } = words;
  const isQuiet = effect.status === null && effect.tag === null;
  return inSteps([
    isQuiet ? null : (isBegun) => change(path, effect, send, isBegun),
    reply === '' ? null : (isBegun) => post(`${path}/reply`, { body: htmlFrom(reply) }, send, isBegun),
    // The note is written last, so its mark proves that everything else was written.
    note === '' ? null : (isBegun) => post(`${path}/notes`, { body: htmlFrom(note), private: true }, send, isBegun),
  ]);
}

/** Updating tags replaces all of them, so the desk's own are read first. */
async function change(
  path: string,
  { status, tag }: DeskEffect,
  send: DeskSend,
  isBegun: boolean,
): Promise<DeskWriting | null> {
  const state = status === null ? {} : { status: stateNumbers[status] };
  if (tag === null) return failureUnless(200, await send({ method: 'PUT', path, body: state }), isBegun);
  const seen = await send({ method: 'GET', path });
  const parsed = ticketSchema.safeParse(seen.kind === 'answered' ? seen.json : null);
  if (failureOf(seen) !== null || !parsed.success) return unreadable(seen, isBegun);
  const body = { ...state, tags: [...new Set([...parsed.data.tags, tag])] };
  return failureUnless(200, await send({ method: 'PUT', path, body }), isBegun);
}

async function post(path: string, body: object, send: DeskSend, isBegun: boolean): Promise<DeskWriting | null> {
  return failureUnless(201, await send({ method: 'POST', path, body }), isBegun);
}

async function create(entry: DeskEntry, effect: DeskEffect, { mayBeThere, send }: WriteWay): Promise<DeskWriting> {
  const found = mayBeThere ? await findMade(effect, send) : null;
  if (found !== null) return found;
  const mail = requesterMail(entry, effect) ?? entry.options?.requesterMail;
  const group = entry.options?.group;
  const fields = Object.fromEntries(requesterFields(entry, effect));
  const body = {
    subject: effect.title,
    description: htmlFrom(markedNote(effect)),
    priority: priorityLow,
    status: stateNumbers[effect.status ?? 'open'],
    tags: [madeTag(effect), ...(effect.tag === null ? [] : [effect.tag])],
    ...(mail === undefined ? {} : { email: mail }),
    ...(group === undefined ? {} : { group_id: Number(group) }),
    ...(Object.keys(fields).length === 0 ? {} : { custom_fields: fields }),
  };
  const answer = await send({ method: 'POST', path: '/api/v2/tickets', body });
  const failed = failureOf(answer);
  if (failed !== null) return failed;
  const made = ticketSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
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
