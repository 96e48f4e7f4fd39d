import type { FastifyInstance } from 'fastify';
import type { DeskAtWork } from './desk-at-work.ts';
import type { Actor, DeskComment, DeskTicket } from './desk-tickets.ts';
import type { TokenHabits } from './desk-tokens.ts';
import type { DeskFields, SandboxDesk } from './sandbox-desk.ts';

/** What of a ticket a desk tells the bot. */
export type DeskNews =
  | { readonly kind: 'handed-over' }
  | { readonly kind: 'answered'; readonly comment: DeskComment }
  | { readonly kind: 'withdrawn'; readonly by: Actor };

/** How a desk retries what the bot did not accept. Source: what each desk documents, or its code shows. */
export interface RetryHabit {
  /** How long it waits for an answer. */
  readonly timeoutMs: number;
  /** How long it waits before each further try. */
  readonly waitsMs: readonly number[];
  /** Whether an answer makes it try again; null is no answer at all. */
  triesAgainAfter(status: number | null, retryAfterSeconds: number | null): boolean;
}

/** One try of a message: what is signed, with what, and when. */
export interface Signing {
  readonly id: string;
  readonly body: string;
  readonly secret: string;
  readonly signedAt: number;
  readonly isRetry: boolean;
}

/** Everything that differs between the simulated kinds of desk. One per kind, in `kinds`; `desk-kinds.ts` lists them. */
export interface SandboxDeskKind {
  readonly name: string;
  /** The user that the bot signs in as; null where a key is all. */
  readonly user: string | null;
  /** What the entry of the bot signs in with. */
  readonly signsInWith: 'key' | 'oauth';
  /** Null if it gives no tokens. */
  readonly tokens: TokenHabits | null;
  /** How the desk names that user in what it sends. */
  readonly ownUser: string | null;
  /** Null if the rule that sends a ticket includes everything itself. */
  readonly fields: DeskFields | null;
  /** More of the bot's entry for it: `options`, `forPeople`. */
  readonly entry: Readonly<Record<string, unknown>>;
  readonly secrets: 'text' | 'whsec';
  /** Where its API begins, below the desk's own address. */
  readonly apiPath: string;
  readonly retries: RetryHabit;
  /** Whether it signs the time, so that an old message can be told from a new one. */
  readonly signsTime: boolean;
  /** Whether its webhooks tell of every change, the bot's own ones too; otherwise its rule leaves those out. */
  readonly echoes: boolean;
  /** Whether its webhooks tell of internal notes too. */
  readonly tellsInternalNotes: boolean;
  /** The tags that hand a ticket over. */
  readonly handOverTags: readonly string[];
  /** What its API and its people call its so-manieth ticket. */
  newTicket(count: number): Pick<DeskTicket, 'id' | 'number'>;
  newDeliveryId(): string;
  api(app: FastifyInstance, work: DeskAtWork): void;
  /** The body of a message; where the documentation gives a rule text, that text, filled. `now`: milliseconds since 1970. */
  message(desk: SandboxDesk, ticket: DeskTicket, news: DeskNews, now: number): string;
  /** Its proof, without `content-type`. */
  sign(signing: Signing): Readonly<Record<string, string>>;
}

export function actorOf(news: DeskNews): Actor {
  if (news.kind === 'answered') return news.comment.by;
  return news.kind === 'withdrawn' ? news.by : 'colleague';
}

/** What a name is, for the API and for people alike. */
export function sameName(name: string): Pick<DeskTicket, 'id' | 'number'> {
  return { id: name, number: name };
}

export function fieldsNamed(prefix: string): DeskFields {
  return {
    scenario: `${prefix}onetenant_scenario`,
    personId: `${prefix}entra_object_id`,
    userPrincipalName: `${prefix}entra_user_name`,
    tenantId: `${prefix}entra_tenant_id`,
    locale: `${prefix}onetenant_locale`,
  };
}
