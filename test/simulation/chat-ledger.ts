import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { BufferedMessage, TicketPost } from '../../src/bot/record/conversation-record.ts';
import { createTranslator } from '../../src/i18n/index.ts';
import type { Json } from '../../src/ports/document-store.ts';
import type { Life } from './life.ts';
import type { ChannelAct } from './simulated-channel.ts';
import type { DocumentChange } from './simulated-store.ts';

/** What of a stored conversation is checked. */
interface StoredChat {
  readonly seen: readonly string[];
  readonly reference: unknown;
  readonly outbox: { readonly messages: readonly BufferedMessage[]; readonly tries: number } | null;
  readonly ticketNews: readonly TicketPost[];
}

/** A message that was saved to be said. */
interface Saying {
  /** As people see it. */
  readonly print: string;
  /** As it was saved, with what it answers: the same sentence may be said twice. */
  readonly saved: string;
  readonly isSteps: boolean;
  /** The activity that it answers. */
  readonly answers: string | null;
  /** How it came to the channel last; null while it did not. */
  said: { readonly by: Life; readonly messageId: string; isUncertain: boolean } | null;
}

interface KnownChat {
  /** As in the stored outbox, in the same order. */
  waiting: Saying[];
  /** Everything that was ever said, in the order in which it came to the channel first. */
  readonly said: Saying[];
  readonly answered: Set<string>;
  /** Who does not know how the conversation stands since a write failed. */
  unsure: Life | null;
}

/** Said while nothing can be saved, and so not saved. */
const cannotSave = createTranslator('en')('message.cannot-save.text');
const nothing: StoredChat = { seen: [], reference: null, outbox: null, ticketNews: [] };
/** As `sendTriesMax` in `send-again.ts`: after so many tries the bot gives a message up. */
const triesMax = 5;

/**
 * What the bot owes its chats, kept from what it writes and says: what was saved to be said is said, in its order and once, and
 * an activity has its effect once.
 */
export class ChatLedger {
  readonly #fault: (what: string) => void;
  readonly #hasHeard: (post: TicketPost) => boolean;
  readonly #chats = new Map<string, KnownChat>();
  readonly #typed = new Set<string>();
  /** Messages that came twice where that is documented: their first answer was lost, or who sent them died. */
  repeats = 0;

  /** `hasHeard`: whether the tickets know a piece of news. */
  constructor(fault: (what: string) => void, hasHeard: (post: TicketPost) => boolean) {
    this.#fault = fault;
    this.#hasHeard = hasHeard;
  }

  /** Somebody typed something. Its answer comes below it, whatever it is. */
  typed(activityId: string): void {
    this.#typed.add(activityId);
  }

  /** A conversation was written. */
  changed({ key, before, after, by }: DocumentChange): void {
    const chat = this.#chat(chatIn(key));
    if (chat.unsure === by) chat.unsure = null;
    const [was, is] = [asChat(before), asChat(after)];
    this.#checkAnswered(chat, was, is, key);
    this.#checkWaiting(chat, was, is, key);
    const toldNews = was.ticketNews.length - overlapOf(was.ticketNews.map(asText), is.ticketNews.map(asText));
    for (const post of was.ticketNews.slice(0, toldNews))
      if (!this.#hasHeard(post)) this.#fault(`${key} crossed off news that the tickets do not have: ${post.kind}`);
  }

  /** A process could not write a conversation, or was not told that it had. What it sent may come again. */
  writeFailed(key: string, by: Life): void {
    const chat = this.#chat(chatIn(key));
    chat.unsure = by;
    for (const { said } of [...chat.waiting, ...chat.said.slice(-2)]) if (said?.by === by) said.isUncertain = true;
  }

  /** A message could not be replaced, so that its process says the same anew. */
  notReplaced(conversation: string): void {
    const last = this.#chat(conversation).said.at(-1);
    if (last?.said != null) last.said.isUncertain = true;
  }

  /** Something came to the channel. */
  acted({ conversation, how, shown, isAnswered, by }: ChannelAct): void {
    if (shown.activity.text === cannotSave) return;
    const chat = this.#chat(conversation);
    const print = printOf(shown.activity);
    // Of two messages that say the same, the first is tried again before the second is said.
    const index = chat.waiting.findIndex((one) => one.print === print && (one.said === null || mayComeAgain(one.said)));
    const saying = chat.waiting[index];
    const now = { by, messageId: shown.id, isUncertain: !isAnswered || chat.unsure === by };
    if (saying === undefined || saying.said !== null) {
      this.#again(chat, print, now, conversation);
      return;
    }
    if (chat.waiting.slice(0, index).some(({ said }) => said === null))
      this.#fault(`${conversation} was told something before what it was to be told first`);
    if (how === 'posted') this.#checkSteps(chat, saying, conversation);
    saying.said = now;
    chat.said.push(saying);
  }

  /** The channel is told that an activity has been answered. */
  acknowledged(key: string, activityId: string, stored: Json | null): void {
    if (!asChat(stored).seen.includes(activityId)) this.#fault(`${activityId} was acknowledged in ${key} and is lost`);
  }

  /** What is still owed. */
  owed(): readonly string[] {
    return [...this.#chats].flatMap(([name, { waiting }]) =>
      waiting.length === 0 ? [] : [`${name} still waits for ${waiting.length} messages`],
    );
  }

  get sayings(): number {
    return [...this.#chats.values()].reduce((sum, { said }) => sum + said.length, 0);
  }

  #chat(conversation: string): KnownChat {
    const known = this.#chats.get(conversation) ?? { waiting: [], said: [], answered: new Set(), unsure: null };
    this.#chats.set(conversation, known);
    return known;
  }

  #checkAnswered(chat: KnownChat, was: StoredChat, is: StoredChat, key: string): void {
    const answered = is.seen.slice(overlapOf(was.seen, is.seen));
    for (const id of answered) {
      if (chat.answered.has(id)) this.#fault(`${id} had its effect twice in ${key}`);
      chat.answered.add(id);
    }
  }

  #checkWaiting(chat: KnownChat, was: StoredChat, is: StoredChat, key: string): void {
    const after = is.outbox?.messages ?? [];
    const kept = overlapOf(
      chat.waiting.map(({ saved }) => saved),
      after.map(asText),
    );
    const gone = chat.waiting.slice(0, chat.waiting.length - kept);
    const isGivenUp = (was.outbox?.tries ?? 0) + 1 >= triesMax || (is.reference === null && was.reference !== null);
    if (gone.some(({ said }) => said === null) && !isGivenUp) this.#fault(`${key} crossed off what was never said`);
    const added = after.slice(kept).map((message) => ({
      print: printOf(message.activity),
      saved: asText(message),
      isSteps: message.slot === 'steps',
      answers: message.activity.replyToId ?? null,
      said: null,
    }));
    chat.waiting = [...chat.waiting.slice(gone.length), ...added];
  }

  /** The one documented case: a message comes again when nobody could write down that it had come. */
  #again(chat: KnownChat, print: string, now: NonNullable<Saying['said']>, conversation: string): void {
    const saying = [...chat.waiting, ...chat.said.toReversed()].find((one) => one.print === print);
    const said = saying?.said ?? null;
    if (saying === undefined || said === null) {
      this.#fault(`${conversation} was told what was never saved`);
      return;
    }
    // What was on its way when its process died may arrive after another process has said it.
    if (!mayComeAgain(said) && chat.unsure !== now.by && now.by.isAlive)
      this.#fault(`${conversation} was told the same twice`);
    this.repeats += 1;
    saying.said = { ...now, isUncertain: true };
  }

  /** The steps have one card: while it is the last thing in the chat, a press replaces it, and no other follows. */
  #checkSteps(chat: KnownChat, { isSteps, answers }: Saying, conversation: string): void {
    const last = chat.said.at(-1);
    if (answers !== null && this.#typed.has(answers)) return;
    if (!isSteps || last?.isSteps !== true || last.said === null) return;
    if (!mayComeAgain(last.said)) this.#fault(`${conversation} has the steps card twice`);
  }
}

/** Nobody could write down that it had come: its process died, or does not know. */
function mayComeAgain({ by, isUncertain }: NonNullable<Saying['said']>): boolean {
  return !by.isAlive || isUncertain;
}

/** How many of the last of one list are the first of the other. */
function overlapOf(before: readonly string[], after: readonly string[]): number {
  for (let count = Math.min(before.length, after.length); count > 0; count -= 1)
    if (before.slice(-count).every((one, index) => one === after[index])) return count;
  return 0;
}

function asChat(stored: Json | null): StoredChat {
  return stored === null ? nothing : (stored as unknown as StoredChat);
}

function asText(stored: TicketPost | BufferedMessage): string {
  return JSON.stringify(stored);
}

/** The conversation's own id in the key of its record. */
function chatIn(key: string): string {
  return key.split('/')[2] ?? '';
}

/** What people see of a message. Every card has an unguessable number of its own in it. */
function printOf({ type, text, attachments, name, value }: Partial<Activity>): string {
  const seen = JSON.stringify({ type, text, attachments, name, value });
  return createHash('sha256').update(seen).digest('base64url').slice(0, 16);
}
