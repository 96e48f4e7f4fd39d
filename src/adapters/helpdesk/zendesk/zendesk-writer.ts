import { z } from 'zod';
import type { DeskEffect } from '../../../domain/ticket.ts';
import { noteAlone, sparesEnded, withDeskTag } from '../../../domain/ticket-life.ts';
import type { DeskWriting, StateRefused } from '../../../ports/desk.ts';
import type { WriteWay } from '../desk-adapter.ts';
import type { DeskEntry, DeskFields } from '../desk-entry.ts';
import type { DeskSend } from '../desk-send.ts';
import { markedNote, stillToWrite } from '../marks.ts';
import { failureOf, inSteps, type StepEnded, stateRefusalOf, unreadable, written } from '../outcomes.ts';
import { requesterFields, requesterMail } from '../requester.ts';

const idSchema = z.union([z.number(), z.string()]).transform(String);
const ticketSchema = z.object({
  ticket: z.object({
    id: idSchema,
    updated_at: z.string(),
    status: z.string().optional(),
    tags: z.array(z.string()).default([]),
  }),
});
const ownTicketSchema = z.object({ id: idSchema, requester_id: idSchema.optional() });
const madeSchema = z.object({ ticket: ownTicketSchema });
const listSchema = z.object({ tickets: z.array(ownTicketSchema) });

/** A colleague may update the ticket at the same time; we re-read it at most this often. */
const readsAtMost = 3;

const ended: ReadonlySet<string> = new Set(['solved', 'closed']);

/** Writes through the Ticketing API. Zendesk's statuses have the same names as ours. */
export async function updateAtZendesk(
  entry: DeskEntry,
  effect: DeskEffect,
  number: string,
  { mayBeThere, send }: WriteWay,
): Promise<DeskWriting> {
  const there = mayBeThere ? await newestComments(send, number) : '';
  if (typeof there !== 'string') return there;
  const left = stillToWrite(effect, there);
  if (left === null) return written();
  return inSteps([
    left.reply === ''
      ? null
      : (isBegun) => change(entry, number, { ...left, note: '', status: null, tag: null }, send, isBegun),
    // The note is written last, together with the status, so its mark proves that everything else was written.
    (isBegun) => change(entry, number, { ...left, reply: '' }, send, isBegun),
  ]);
}

/** Zendesk takes one comment with each change, so an effect comes here with a reply or a note. */
async function change(
  entry: DeskEntry,
  number: string,
  effect: DeskEffect,
  send: DeskSend,
  isBegun: boolean,
): Promise<StepEnded> {
  const path = `/api/v2/tickets/${number}.json`;
  let left = effect;
  let refused: StateRefused | null = null;
  for (let reads = 1; !isEmpty(left); reads += 1) {
    const seen = await send({ method: 'GET', path });
    const parsed = ticketSchema.safeParse(seen.kind === 'answered' ? seen.json : null);
    if (!parsed.success || failureOf(seen) !== null) return unreadable(seen, isBegun);
    const { ticket } = parsed.data;
    const wanted = sparesEnded(left) && ended.has(ticket.status ?? '') ? noteAlone(left) : left;
    if (isEmpty(wanted)) break;
    const answer = await send({ method: 'PUT', path, body: { ticket: changed(entry, ticket, wanted) } });
    const why = wanted.status === null ? null : stateRefusalOf(answer);
    if (why !== null) {
      refused = why;
      left = { ...wanted, status: null };
      continue;
    }
    const isOvertaken = answer.kind === 'answered' && answer.status === 409;
    if (!isOvertaken || reads >= readsAtMost) return failureOf(answer, isBegun) ?? refused;
  }
  return refused;
}

/** Sends the timestamp that was read, so that Zendesk refuses if a colleague updated first; their tags would be lost. */
function changed(
  entry: DeskEntry,
  seen: z.infer<typeof ticketSchema>['ticket'],
  { note, reply, status, tag }: DeskEffect,
): object {
  const isReply = reply !== '';
  return {
    ...(status === 'solved' ? ownFields(entry.solvedWith) : {}),
    ...(isReply || note !== '' ? { comment: { body: isReply ? reply : note, public: isReply } } : {}),
    ...(status === null ? {} : { status }),
    ...(tag === null ? {} : { tags: withDeskTag(seen.tags, tag) }),
    safe_update: true,
    updated_stamp: seen.updated_at,
  };
}

/** Zendesk takes its own fields by name, and others by number in a list. */
function ownFields(fields: DeskFields = {}): object {
  const isCustom = ([name]: readonly [string, unknown]) => /^\d+$/.test(name);
  const all = Object.entries(fields);
  const custom = all.filter(isCustom).map(([name, value]) => ({ id: Number(name), value }));
  const own = Object.fromEntries(all.filter((one) => !isCustom(one)));
  return custom.length === 0 ? own : { ...own, custom_fields: custom };
}

export async function createAtZendesk(
  entry: DeskEntry,
  effect: DeskEffect,
  { mayBeThere, send }: WriteWay,
): Promise<DeskWriting> {
  const found = mayBeThere ? await findMade(send, effect) : null;
  if (found !== null) return found;
  const answer = await send({
    method: 'POST',
    path: '/api/v2/tickets.json',
    headers: { 'idempotency-key': effect.id },
    body: { ticket: newTicket(entry, effect) },
  });
  const failed = failureOf(answer);
  if (failed !== null) return failed;
  const made = madeSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  if (!made.success) return unreadable(answer, true);
  return written(made.data.ticket.id, made.data.ticket.requester_id);
}

function newTicket(entry: DeskEntry, effect: DeskEffect): object {
  const mail = requesterMail(entry, effect);
  const fields = ownFields({ ...entry.createdWith, ...Object.fromEntries(requesterFields(entry, effect)) });
  const group = entry.options?.group;
  return {
    subject: effect.title,
    comment: { body: markedNote(effect), public: false },
    external_id: effect.id,
    ...(mail === null ? {} : { requester: { name: mail, email: mail } }),
    ...(effect.tag === null ? {} : { tags: [effect.tag] }),
    ...(effect.status === null ? {} : { status: effect.status }),
    ...fields,
    ...(group === undefined ? {} : { group_id: Number(group) }),
  };
}

function isEmpty({ note, reply, status, tag }: DeskEffect): boolean {
  return note === '' && reply === '' && status === null && tag === null;
}

/** The newest comments, unparsed. Marks are searched as text, so a long response may be cut. */
async function newestComments(send: DeskSend, number: string): Promise<string | DeskWriting> {
  const answer = await send({
    method: 'GET',
    path: `/api/v2/tickets/${number}/comments.json?sort_order=desc&per_page=20`,
  });
  if (answer.kind === 'answered' && failureOf(answer) === null) return answer.text;
  return unreadable(answer, true);
}

async function findMade(send: DeskSend, effect: DeskEffect): Promise<DeskWriting | null> {
  const path = `/api/v2/tickets.json?external_id=${encodeURIComponent(effect.id)}`;
  const answer = await send({ method: 'GET', path });
  const parsed = listSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
  if (failureOf(answer) !== null || !parsed.success) return unreadable(answer, true);
  const [first] = parsed.data.tickets;
  return first === undefined ? null : written(first.id, first.requester_id);
}
