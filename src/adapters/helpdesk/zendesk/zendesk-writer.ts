import { z } from 'zod';
import type { DeskEffect, DeskStatus } from '../../../domain/ticket.ts';
import type { DeskWriting } from '../../../ports/desk.ts';
import type { WriteWay } from '../desk-adapter.ts';
import type { DeskEntry } from '../desk-entry.ts';
import type { DeskSend } from '../desk-send.ts';
import { markedNote, stillToWrite } from '../marks.ts';
import { failureOf, inSteps, unreadable, written } from '../outcomes.ts';
import { requesterFields, requesterMail } from '../requester.ts';

const idSchema = z.union([z.number(), z.string()]).transform(String);
const ticketSchema = z.object({
  ticket: z.object({ id: idSchema, updated_at: z.string(), tags: z.array(z.string()).default([]) }),
});
const madeSchema = z.object({ ticket: z.object({ id: idSchema }) });
const listSchema = z.object({ tickets: z.array(z.object({ id: idSchema })) });

/** A colleague may update the ticket at the same time; we re-read it at most this often. */
const readsAtMost = 3;

/** The content of one Zendesk ticket update. */
interface TicketUpdate {
  readonly comment: { readonly body: string; readonly public: boolean } | null;
  readonly status: DeskStatus | null;
  readonly tag: string | null;
}

/** Writes through the Ticketing API. Zendesk's statuses have the same names as ours. */
export async function writeToZendesk(
  entry: DeskEntry,
  effect: DeskEffect,
  number: string,
  way: WriteWay,
): Promise<DeskWriting> {
  return effect.kind === 'create' ? create(entry, effect, way) : update(effect, number, way);
}

async function update(effect: DeskEffect, number: string, { mayBeThere, send }: WriteWay): Promise<DeskWriting> {
  const there = mayBeThere ? await newestComments(send, number) : '';
  if (typeof there !== 'string') return there;
  const words = stillToWrite(effect, there);
  if (words === null) return written();
  const { note, reply } = words;
  const replying: TicketUpdate = { comment: { body: reply, public: true }, status: null, tag: null };
  const rest: TicketUpdate = {
    comment: note === '' ? null : { body: note, public: false },
    status: effect.status,
    tag: effect.tag,
  };
  return inSteps([
    reply === '' ? null : (isBegun) => change(send, number, replying, isBegun),
    // The note is written last, together with the status, so its mark proves that everything else was written.
    isEmpty(rest) ? null : (isBegun) => change(send, number, rest, isBegun),
  ]);
}

async function change(
  send: DeskSend,
  number: string,
  wanted: TicketUpdate,
  isBegun: boolean,
): Promise<DeskWriting | null> {
  const path = `/api/v2/tickets/${number}.json`;
  for (let reads = 1; ; reads += 1) {
    const seen = await send({ method: 'GET', path });
    const parsed = ticketSchema.safeParse(seen.kind === 'answered' ? seen.json : null);
    if (!parsed.success || failureOf(seen) !== null) return unreadable(seen, isBegun);
    const answer = await send({ method: 'PUT', path, body: { ticket: changed(parsed.data.ticket, wanted) } });
    const isOvertaken = answer.kind === 'answered' && answer.status === 409;
    if (!isOvertaken || reads === readsAtMost) return failureOf(answer, isBegun);
  }
}

/** Sends the timestamp that was read, so that Zendesk refuses if a colleague updated first; their tags would be lost. */
function changed(seen: z.infer<typeof ticketSchema>['ticket'], { comment, status, tag }: TicketUpdate): object {
  return {
    ...(comment === null ? {} : { comment }),
    ...(status === null ? {} : { status }),
    ...(tag === null ? {} : { tags: [...new Set([...seen.tags, tag])] }),
    safe_update: true,
    updated_stamp: seen.updated_at,
  };
}

async function create(entry: DeskEntry, effect: DeskEffect, { mayBeThere, send }: WriteWay): Promise<DeskWriting> {
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
  return made.success ? written(made.data.ticket.id) : unreadable(answer, true);
}

function newTicket(entry: DeskEntry, effect: DeskEffect): object {
  const mail = requesterMail(entry, effect);
  const fields = requesterFields(entry, effect).map(([id, value]) => ({ id: Number(id), value }));
  const group = entry.options?.group;
  return {
    subject: effect.title,
    comment: { body: markedNote(effect), public: false },
    external_id: effect.id,
    ...(mail === null ? {} : { requester: { name: mail, email: mail } }),
    ...(effect.tag === null ? {} : { tags: [effect.tag] }),
    ...(effect.status === null ? {} : { status: effect.status }),
    ...(fields.length === 0 ? {} : { custom_fields: fields }),
    ...(group === undefined ? {} : { group_id: Number(group) }),
  };
}

function isEmpty({ comment, status, tag }: TicketUpdate): boolean {
  return comment === null && status === null && tag === null;
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
  return first === undefined ? null : written(first.id);
}
