import { randomBytes } from 'node:crypto';
import type { Activity, ActivitySet } from './activity.ts';

export type ChannelId = 'directline' | 'webchat' | 'msteams';

export interface Account {
  readonly id: string;
  readonly name?: string | undefined;
  readonly aadObjectId?: string | undefined;
}

/** Where in Teams a conversation is held. */
export type TeamsPlace = 'personal' | 'groupChat' | 'channel';

/** How the connector refuses the bot's messages, and how many times. */
export interface SendRefusal {
  readonly status: number;
  readonly code: string;
  readonly retryAfterSeconds: number | null;
  left: number;
}

/** A watcher: a Direct Line socket. */
export interface Watcher {
  send(set: ActivitySet): void;
  drop(): void;
}

export interface ConversationPlan {
  readonly channelId: ChannelId;
  /** A scripted conversation has no window: tests read it through the control API. */
  readonly shownIn: 'chat-window' | 'control-api';
  /** The person as the chat window knows them. */
  readonly client: Account;
  /** The person as the bot knows them. */
  readonly user: Account;
  readonly bot: Account;
  readonly tenantId?: string | undefined;
  /** Who signs in when the sign-in link is opened; null asks on the sign-in page. */
  readonly personId: string | null;
  /** Only in Teams; default personal. */
  readonly place?: TeamsPlace;
  /** Everyone in a group chat or channel, including the first person. */
  readonly people?: readonly Account[];
}

export interface Conversation extends ConversationPlan {
  readonly id: string;
  readonly place: TeamsPlace;
  readonly people: readonly Account[];
  /** Teams refuses a bot that is not there, and one that a person has blocked. */
  isInstalled: boolean;
  isBlocked: boolean;
  readonly refusals: SendRefusal[];
  /** When the bot sent something here within the last half minute. Milliseconds since 1970. */
  readonly sentAt: number[];
  personId: string | null;
  locale: string | null;
  startedAt: number | null;
  /** In the order of the watermark; an update is a later entry with the same id. */
  readonly log: Activity[];
  readonly knownIds: Set<string>;
  readonly watchers: Set<Watcher>;
  /** Browser sessions that asked for a session id from inside this chat. */
  readonly sessions: Set<string>;
  lastNumber: number;
}

/** Every conversation of one sandbox, in memory. */
export class ConversationBook {
  readonly #all = new Map<string, Conversation>();

  open(plan: ConversationPlan): Conversation {
    const conversation: Conversation = {
      ...plan,
      id: newId(plan),
      place: plan.place ?? 'personal',
      people: plan.people ?? [plan.user],
      isInstalled: true,
      isBlocked: false,
      refusals: [],
      sentAt: [],
      locale: null,
      startedAt: null,
      log: [],
      knownIds: new Set(),
      watchers: new Set(),
      sessions: new Set(),
      lastNumber: 0,
    };
    this.#all.set(conversation.id, conversation);
    return conversation;
  }

  find(id: string): Conversation | undefined {
    // A thread of a channel is the channel's id with the id of the message that it hangs under.
    return this.#all.get(id) ?? this.#all.get(id.split(';messageid=')[0] ?? '');
  }

  list(): readonly Conversation[] {
    return [...this.#all.values()];
  }

  clear(): void {
    for (const conversation of this.#all.values()) dropWatchers(conversation);
    this.#all.clear();
  }
}

function newId({ channelId, place }: ConversationPlan): string {
  const random = randomBytes(12).toString('hex');
  if (channelId !== 'msteams') return random;
  if (place === 'groupChat') return `19:${random}@thread.v2`;
  return place === 'channel' ? `19:${random}@thread.tacv2` : `a:1${random}`;
}

export function dropWatchers(conversation: Conversation): number {
  const watchers = [...conversation.watchers];
  conversation.watchers.clear();
  for (const watcher of watchers) watcher.drop();
  return watchers.length;
}

export function nextActivityId(conversation: Conversation): string {
  conversation.lastNumber += 1;
  return `${conversation.id}|${String(conversation.lastNumber).padStart(7, '0')}`;
}

/** Stores the activity and shows it to all watchers. */
export function append(conversation: Conversation, activity: Activity): void {
  conversation.log.push(activity);
  if (activity.id) conversation.knownIds.add(activity.id);
  show(conversation, activity);
}

/** Typing is shown to current watchers and never stored. */
export function showOnce(conversation: Conversation, activity: Activity): void {
  show(conversation, activity);
}

/** Everything after the watermark. The watermark is the number of activities already seen. */
export function activitiesAfter(conversation: Conversation, watermark: number): ActivitySet {
  return { activities: conversation.log.slice(watermark), watermark: watermarkOf(conversation) };
}

export function watermarkOf(conversation: Conversation): string {
  return String(conversation.log.length);
}

/** A whole number of zero or more, otherwise null. */
export function readWatermark(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function show(conversation: Conversation, activity: Activity): void {
  const set = { activities: [activity], watermark: watermarkOf(conversation) };
  for (const watcher of conversation.watchers) watcher.send(set);
}
