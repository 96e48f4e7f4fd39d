import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bearerOf } from '../core/bearer.ts';
import type { DeskTicket, DeskTickets, TicketPlan } from './desk-tickets.ts';
import type { SandboxDesk } from './sandbox-desk.ts';

/** What the API of one desk works with. */
export interface DeskAtWork {
  readonly desk: SandboxDesk;
  readonly book: DeskTickets;
  /** The access tokens that it gave. */
  readonly tokens: { accepts(header: string | undefined): boolean };
  /** Milliseconds since 1970. */
  now(): number;
  /** Says which ticket a request is about if its URL does not. */
  isAbout(request: FastifyRequest, ticket: DeskTicket): void;
}

export interface ById {
  readonly id: string;
}

/** The two halves of `Authorization: Basic …`. */
export function basicOf(header: string | undefined): { readonly user: string; readonly password: string } | null {
  const code = /^Basic\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (code === undefined) return null;
  const text = Buffer.from(code, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon === -1 ? null : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

export function isSameSecret(given: string | null | undefined, kept: string): boolean {
  const [a, b] = [given ?? '', kept].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** Whether a request brings the key as the password of that user. */
export function bringsPassword(
  header: string | undefined,
  { user, key }: { readonly user: string | null; readonly key: string },
): boolean {
  const basic = basicOf(header);
  return basic !== null && basic.user === user && isSameSecret(basic.password, key);
}

/** Whether a request brings the key, as the password of that user or as a token. */
export function bringsKey(
  header: string | undefined,
  { user, key }: { readonly user: string | null; readonly key: string },
): boolean {
  return basicOf(header) === null ? isSameSecret(bearerOf(header), key) : bringsPassword(header, { user, key });
}

/** Refuses every caller but the bot, in the desk's own format. */
export function requireKey(
  isRight: (request: FastifyRequest) => boolean,
  refused: (request: FastifyRequest) => unknown,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined> {
  return async (request, reply) => (isRight(request) ? undefined : reply.code(401).send(refused(request)));
}

/** The text that stands in the last pair of quotes of a search, which is what all our searches look for. */
export function quotedIn(search: string): string {
  // A phrase is quoted within the quotes.
  const plain = search.replaceAll('\\"', '');
  return /["']([^"']*)["'][^"']*$/.exec(plain)?.[1] ?? plain.replace(/^[\w.]+[:=]/, '');
}

/** Whether a search for this text would find the ticket. */
export function mentions(ticket: DeskTicket, text: string): boolean {
  if (text === '') return false;
  const said = [ticket.title, ticket.description, ...ticket.comments.map(({ body }) => body)];
  const kept = Object.values(ticket.fields).filter((value) => typeof value === 'string');
  return [...said, ...kept].some((one) => one.includes(text)) || ticket.tags.includes(text) || ticket.number === text;
}

/** What a ticket's own fields say, read by the names that the desk gave them. */
export function readOwnFields(
  { fields }: SandboxDesk,
  read: (name: string) => unknown,
  { name = '', mail = '' }: { readonly name?: string | undefined; readonly mail?: string | undefined } = {},
): Pick<TicketPlan, 'requester' | 'scenario' | 'locale'> {
  const text = (field: string | undefined) => String((field === undefined ? undefined : read(field)) ?? '');
  return {
    requester: {
      personId: text(fields?.personId) || null,
      userPrincipalName: text(fields?.userPrincipalName) || null,
      tenantId: text(fields?.tenantId) || null,
      name,
      mail,
    },
    scenario: text(fields?.scenario),
    locale: text(fields?.locale) || null,
  };
}
