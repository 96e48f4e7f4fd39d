import { sameId } from './text.ts';
import type { DeskEffect, DeskStatus, Requester, ShownToPerson, TicketNews, TicketState } from './ticket.ts';

/** What a desk is told about a ticket. */
export type DeskMessageKind =
  | 'taken-up'
  | 'progress'
  | 'solved'
  | 'needs-human'
  | 'person-answered'
  | 'declined'
  | 'reached'
  | 'link'
  | 'unrouted'
  | 'unreachable'
  | 'state-refused'
  | 'waited';

/** Why a ticket went back to its desk by itself. `left-off`: its person began, and did not go on. Of what was shown they said nothing more. */
export type WaitedReason = 'no-reaction' | 'left-off' | ShownToPerson;

/** Tags that the bot sets, so that a desk can filter its tickets by them. */
export const deskTags = {
  'taken-up': 'onetenant-talking',
  progress: null,
  solved: 'onetenant-solved',
  'needs-human': 'onetenant-needs-human',
  'person-answered': null,
  declined: 'onetenant-declined',
  reached: 'onetenant-waiting',
  link: 'onetenant-link',
  unrouted: 'onetenant-unrouted',
  unreachable: 'onetenant-unreachable',
  'state-refused': null,
  waited: 'onetenant-no-reaction',
} as const satisfies Record<DeskMessageKind, string | null>;

const allDeskTags: ReadonlySet<string> = new Set(Object.values(deskTags).filter((tag) => tag !== null));

/** Whether a tag says what the bot last did about a ticket. A ticket has one of them at most. */
export function isDeskTag(tag: string): boolean {
  return allDeskTags.has(tag);
}

/** A ticket's tags at its desk with ours in place of an earlier one of ours. */
export function withDeskTag(tags: readonly string[], tag: string): readonly string[] {
  return [...new Set([...tags.filter((one) => !isDeskTag(one)), tag])];
}

/** The status that a ticket gets at its desk with each message; null leaves it unchanged. */
export const deskStatuses = {
  'taken-up': 'pending',
  progress: null,
  solved: 'solved',
  'needs-human': 'open',
  'person-answered': 'open',
  declined: 'open',
  reached: 'pending',
  link: 'open',
  unrouted: 'open',
  unreachable: 'open',
  'state-refused': null,
  waited: 'open',
} as const satisfies Record<DeskMessageKind, DeskStatus | null>;

/** Whether an effect is more than a note and may not change a ticket that its desk has ended. */
export function sparesEnded({ reopens, status, tag, reply }: DeskEffect): boolean {
  return !reopens && status !== 'solved' && (status !== null || tag !== null || reply !== '');
}

/** What a desk gets of an effect if the state of the ticket is none of ours. */
export function noteAlone(effect: DeskEffect): DeskEffect {
  return effect.kind === 'create' ? effect : { ...effect, status: null, tag: null, reply: '' };
}

/** The new state of a ticket and the message to its desk; null means no change or no message. */
export interface TicketMove {
  readonly to: TicketState;
  readonly tells: DeskMessageKind | null;
}

/** How news from the chat changes a ticket. A withdrawn ticket stays withdrawn, and its desk gets no more messages. */
export function moveOnNews(state: TicketState, kind: TicketNews['kind']): TicketMove {
  if (state === 'withdrawn') return { to: state, tells: null };
  switch (kind) {
    case 'taken-up':
      return { to: 'talking', tells: 'taken-up' };
    case 'progress':
      return { to: state, tells: 'progress' };
    case 'solved':
      return { to: 'solved', tells: 'solved' };
    case 'needs-human':
      return { to: 'with-human', tells: 'needs-human' };
    case 'person-answered':
      return { to: state === 'solved' ? 'with-human' : state, tells: 'person-answered' };
    case 'declined':
      return { to: 'with-human', tells: 'declined' };
    case 'answers-shown':
      return { to: state, tells: null };
  }
}

/** What it means if a desk hands over a ticket that we already have. */
export type HandedAgain = 'older' | 'refreshes' | 'begins-again';

/**
 * Whether a repeated hand-over is older, only adds details, or restarts the ticket: because a different person asks,
 * or because it had ended or was with a colleague.
 */
export function judgeHandedAgain(
  known: { readonly state: TicketState; readonly version: number | null; readonly requester: Requester },
  handed: { readonly version: number | null; readonly requester: Requester },
): HandedAgain {
  if (isOlder(handed.version, known.version)) return 'older';
  const isSameMoment = handed.version !== null && handed.version === known.version;
  // Of one moment, the end is what counts.
  if (isSameMoment && (known.state === 'withdrawn' || known.state === 'solved')) return 'older';
  if (!sameRequester(known.requester, handed.requester)) return 'begins-again';
  switch (known.state) {
    case 'received':
    case 'waiting':
    case 'talking':
      return 'refreshes';
    case 'unrouted':
    case 'solved':
    case 'with-human':
    case 'undeliverable':
    case 'withdrawn':
      return 'begins-again';
  }
}

/**
 * Whether a change at the desk is older than the last one we know. Without a version it never is. Changes of one version are
 * told apart by what they mean, because the clocks of desks are coarse: Zendesk gives minutes, and a reply that solves is two.
 */
export function isOlder(version: number | null, known: number | null): boolean {
  return version !== null && known !== null && version < known;
}

/**
 * How long the same body is the same hand-over where a desk gives neither names nor versions, in milliseconds. Freshdesk tries
 * again for 95 minutes at most.
 */
export const sameBodyMs = 6 * 3_600_000;

export function sameRequester(one: Requester, other: Requester): boolean {
  return (
    sameOrBothMissing(one.personId, other.personId) &&
    sameOrBothMissing(one.userPrincipalName, other.userPrincipalName) &&
    sameOrBothMissing(one.tenantId, other.tenantId)
  );
}

function sameOrBothMissing(a: string | null, b: string | null): boolean {
  return (a === null && b === null) || sameId(a, b);
}

/** Why the bot contacts nobody about a ticket. */
export const unroutedReasons = [
  'nobody-named',
  'foreign-tenant',
  'foreign-domain',
  'unknown-person',
  'cannot-tell',
] as const;
export type UnroutedReason = (typeof unroutedReasons)[number];

/** How to find the person of a ticket. */
export type Route =
  | { readonly kind: 'known'; readonly personId: string }
  /** `isOfDomain`: if the lookup fails, the desk may still send them a link. */
  | { readonly kind: 'look-up'; readonly userPrincipalName: string; readonly isOfDomain: boolean }
  | { readonly kind: 'nowhere'; readonly because: UnroutedReason };

const objectIdPattern = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const principalNamePattern = /^[^\s@]{1,64}@[^\s@]{1,190}$/;

/** Finds out who asked, only from the desk's own fields and only inside the desk's tenant. */
export function routeTo(
  requester: Requester,
  desk: { readonly tenantId: string; readonly domains: readonly string[] },
): Route {
  if (requester.tenantId !== null && !sameId(requester.tenantId, desk.tenantId))
    return { kind: 'nowhere', because: 'foreign-tenant' };
  if (requester.personId !== null && objectIdPattern.test(requester.personId))
    return { kind: 'known', personId: requester.personId.toLowerCase() };
  const name = requester.userPrincipalName;
  if (name === null || !principalNamePattern.test(name)) return { kind: 'nowhere', because: 'nobody-named' };
  const domain = name.slice(name.indexOf('@') + 1);
  const isOfDomain = desk.domains.some((one) => sameId(one, domain));
  if (!isOfDomain && desk.domains.length > 0) return { kind: 'nowhere', because: 'foreign-domain' };
  return { kind: 'look-up', userPrincipalName: name, isOfDomain };
}
