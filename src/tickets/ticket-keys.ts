import { createHash } from 'node:crypto';

/** Where tickets are kept. */
export const ticketPrefix = 'ticket/';
/** Where the plan of work is kept, in the order of its time. */
export const workPrefix = 'ticket-work/';
/** Where it is kept which ticket a desk's number belongs to. */
export const numberPrefix = 'ticket-of/';
/** Where it is kept that deliveries were taken. */
export const deliveryPrefix = 'delivery/';
/** Where links to tickets are kept, under the digest of their code. */
export const linkPrefix = 'ticket-link/';
/** Where it is kept which chats are about which tickets, under the digest of the chat's key. */
export const placePrefix = 'ticket-place/';

/** Where one ticket is kept. */
export function ticketKey(id: string): string {
  return `${ticketPrefix}${id}`;
}

/** Where it is kept which ticket has this number at its desk. */
export function numberKey(deskId: string, number: string): string {
  return `${numberPrefix}${deskId}/${number}`;
}

/** Where it is kept that this delivery was taken. */
export function deliveryKey(deskId: string, deliveryId: string): string {
  return `${deliveryPrefix}${deskId}/${deliveryId}`;
}

/** Where the link with this code is kept. */
export function linkKey(code: string): string {
  return `${linkPrefix}${createHash('sha256').update(code).digest('hex')}`;
}

/** Where it is kept that a chat is about a ticket. */
export function placeKey(conversation: string, ticketId: string): string {
  return `${placesOf(conversation)}${ticketId}`;
}

/** Where it is kept which tickets a conversation is about. */
export function placesOf(conversation: string): string {
  return `${placePrefix}${createHash('sha256').update(conversation).digest('hex')}/`;
}

/** Work is sorted by when it is due. The revision makes each key one of its own. */
export function workKey(
  dueAtMs: number,
  ticket: { readonly id: string; readonly revision: number; readonly deskId: string },
): string {
  return `${workPrefix}${new Date(dueAtMs).toISOString()}/${ticket.id}/${ticket.revision}-${ticket.deskId}`;
}

/** One line of the plan of work. */
export interface Work {
  readonly key: string;
  readonly dueAtMs: number;
  readonly ticketId: string;
  readonly deskId: string;
}

/** Reads a line of the plan from its key. */
export function readWorkKey(key: string): Work {
  const [, dueAt = '', ticketId = '', rest = ''] = key.split('/');
  return { key, dueAtMs: Date.parse(dueAt), ticketId, deskId: rest.slice(rest.indexOf('-') + 1) };
}
