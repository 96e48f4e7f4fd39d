import { createHash } from 'node:crypto';

/** Key prefix of tickets. */
export const ticketPrefix = 'ticket/';
/** Key prefix of planned work, sorted by due time. */
export const workPrefix = 'ticket-work/';
/** Key prefix of the ticket for each number at a desk. */
export const numberPrefix = 'ticket-of/';
/** Key prefix of deliveries that were accepted. */
export const deliveryPrefix = 'delivery/';
/** Key prefix of links to tickets, by the digest of their code. */
export const linkPrefix = 'ticket-link/';
/** Key prefix of the tickets in each chat, by the digest of the chat's key. */
export const placePrefix = 'ticket-place/';

/** Key of a ticket. */
export function ticketKey(id: string): string {
  return `${ticketPrefix}${id}`;
}

/** Key of the record that says which ticket has this number at its desk. */
export function numberKey(deskId: string, number: string): string {
  return `${numberPrefix}${deskId}/${number}`;
}

/** Key of an accepted delivery. */
export function deliveryKey(deskId: string, deliveryId: string): string {
  return `${deliveryPrefix}${deskId}/${deliveryId}`;
}

/** Key of the link with this code. */
export function linkKey(code: string): string {
  return `${linkPrefix}${createHash('sha256').update(code).digest('hex')}`;
}

/** Key of the record that says that a chat is about a ticket. */
export function placeKey(conversation: string, ticketId: string): string {
  return `${placesOf(conversation)}${ticketId}`;
}

/** Key prefix of the tickets in one conversation. */
export function placesOf(conversation: string): string {
  return `${placePrefix}${createHash('sha256').update(conversation).digest('hex')}/`;
}

/** Says in a key that the work waits for no time of day. Earlier releases read it as a part of the revision. */
const atOnceSign = '!';

/** Work sorts by due time. The revision makes each key unique. */
export function workKey(
  { dueAtMs, isAtOnce }: Pick<Work, 'dueAtMs' | 'isAtOnce'>,
  ticket: { readonly id: string; readonly revision: number; readonly deskId: string },
): string {
  const revision = `${ticket.revision}${isAtOnce ? atOnceSign : ''}`;
  return `${workPrefix}${new Date(dueAtMs).toISOString()}/${ticket.id}/${revision}-${ticket.deskId}`;
}

/** One piece of planned work. */
export interface Work {
  readonly key: string;
  readonly dueAtMs: number;
  /** It waits for no time of day, which its writer's clock may have got wrong. */
  readonly isAtOnce: boolean;
  readonly ticketId: string;
  readonly deskId: string;
}

/** Parses planned work from its key. */
export function readWorkKey(key: string): Work {
  const [, dueAt = '', ticketId = '', rest = ''] = key.split('/');
  const [revision = ''] = rest.split('-', 1);
  const deskId = rest.slice(revision.length + 1);
  return { key, dueAtMs: Date.parse(dueAt), isAtOnce: revision.endsWith(atOnceSign), ticketId, deskId };
}
