import type { Activity } from 'botbuilder';
import { isPersonal } from '../../domain/channel.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import { channelOf } from '../input/activity.ts';
import { type ConversationRecord, openRecord, personalChatKey } from '../record/conversation-record.ts';
import { within } from './within.ts';

/** What finding somebody's own chat needs. */
export interface PersonChatsParts {
  readonly store: Pick<DocumentStore, 'read'>;
  readonly clock: Clock;
  /** The id of somebody's chat with the bot; rejects where they have none. */
  readonly chatWith: (person: {
    readonly personId: string;
    readonly tenantId: string;
    readonly serviceUrl: string;
  }) => Promise<string>;
}

/** Somebody's own chat with the bot. */
export interface PersonChat {
  readonly id: string;
  readonly key: string;
  readonly record: ConversationRecord;
}

/** A chat keeps its id; whoever has none may get one any minute. Milliseconds. */
const foundForMs = 60 * 60_000;
const missedForMs = 30_000;
const rememberedMax = 5_000;
/** The message box waits for five seconds at most, and the search needs some of them. Milliseconds. */
const waitsMs = 2_000;

/**
 * Finds the chat that somebody has with the bot, from wherever they write a message. Teams knows which chat that is, so no list of
 * people is kept. The record is only handed out to the person it is with.
 */
export class PersonChats {
  readonly #parts: PersonChatsParts;
  readonly #known = new Map<string, { readonly id: string | null; readonly until: number }>();

  constructor(parts: PersonChatsParts) {
    this.#parts = parts;
  }

  /**
   * Null for somebody who has no chat, or who never said anything in it. Never rejects for what the channel says. `afresh`: asks
   * again whether there is one by now, even if there was none a moment ago.
   */
  async find(activity: Activity, { afresh }: { readonly afresh: boolean }): Promise<PersonChat | null> {
    const { accountId, tenantId } = channelOf(activity);
    if (accountId === null || tenantId === null) return null;
    // Whoever writes in their own chat is there already; in any other chat of two, the bot is not.
    const here = isPersonal(activity) ? await this.#open(activity.conversation.id, activity.from.id) : null;
    if (here !== null) return here;
    const person = { personId: accountId, tenantId, serviceUrl: activity.serviceUrl };
    const id = await this.#idOf(person, afresh);
    return id === null ? null : this.#open(id, activity.from.id);
  }

  async #open(id: string, personId: string): Promise<PersonChat | null> {
    const key = personalChatKey('msteams', id);
    const stored = await this.#parts.store.read(key);
    const opened = stored === null ? null : openRecord(stored.value);
    if (opened?.kind !== 'opened' || opened.record.personId !== personId) return null;
    return { id, key, record: opened.record };
  }

  async #idOf(person: Parameters<PersonChatsParts['chatWith']>[0], afresh: boolean): Promise<string | null> {
    const { clock, chatWith } = this.#parts;
    const name = `${person.tenantId}/${person.personId}`;
    const known = this.#known.get(name);
    const counts = known !== undefined && known.until > clock.now() && !(afresh && known.id === null);
    if (counts) return known.id;
    // Where it is refused there is none; an empty id names none.
    const asked = chatWith(person).then(
      (given) => given || null,
      () => null,
    );
    const id = await within(asked, waitsMs, null);
    if (this.#known.size >= rememberedMax) this.#known.clear();
    this.#known.set(name, { id, until: clock.now() + (id === null ? missedForMs : foundForMs) });
    return id;
  }
}
