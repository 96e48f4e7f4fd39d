import type { ConversationReference, TurnContext } from 'botbuilder';
import type { Checklist } from '../../../cards/checklist.ts';
import { errorName } from '../../domain/errors.ts';
import type { StepId } from '../../domain/steps.ts';
import { sameId } from '../../domain/text.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import type { Journal } from '../../ports/journal.ts';
import type { TabPerson } from '../../ports/tab-sign-in.ts';
import { openRecord, personalChatKey } from '../record/conversation-record.ts';
import type { RunTurn } from './proactive-trigger.ts';
import { isNoChat } from './ticket-reach.ts';

/** What the tab in Teams needs of the bot. */
export interface TabChecklistParts {
  readonly store: DocumentStore;
  readonly adapter: {
    findChat(person: TabPerson & { readonly serviceUrl: string }): Promise<Partial<ConversationReference>>;
    reachOut(reference: Partial<ConversationReference>, logic: (context: TurnContext) => Promise<void>): Promise<void>;
  };
  readonly runTurn: RunTurn;
  readonly checklist: (context: TurnContext, locale: Locale) => Promise<Checklist | null | 'newer'>;
  readonly journal: Journal;
  readonly teamsServiceUrl: string;
}

/** What a person's tab shows. */
export type TabAnswer =
  | { readonly kind: 'checklist'; readonly checklist: Checklist }
  /** They came for nothing yet. */
  | { readonly kind: 'nothing' }
  /** Teams knows no chat of the bot with this person. */
  | { readonly kind: 'no-chat' }
  /** Teams does not say which chat it is, or only a later release can read it. Later it may go. */
  | { readonly kind: 'unavailable' };

/** A tick that somebody gives a step in their tab, or takes back. */
export interface TabTick {
  readonly step: StepId;
  readonly done: boolean;
}

/**
 * One person's checklist, beside their chat in Teams. Nothing is stored for it: Teams says which chat is theirs, and what it shows
 * is what that chat has. Both methods reject only when the store cannot be reached.
 */
export class TabChecklists {
  readonly #parts: TabChecklistParts;

  constructor(parts: TabChecklistParts) {
    this.#parts = parts;
  }

  read(person: TabPerson, locale: Locale): Promise<TabAnswer> {
    return this.#inChat(person, (context) => this.#look(context, locale));
  }

  /** A turn like a press in the chat, and then the checklist as it stands. Where the plan does not take the tick, nothing changes. */
  tick(person: TabPerson, tick: TabTick, locale: Locale): Promise<TabAnswer> {
    return this.#inChat(person, async (context) => {
      await this.#parts.runTurn(context, { kind: 'ticked-in-tab', ...tick });
      return this.#look(context, locale);
    });
  }

  async #look(context: TurnContext, locale: Locale): Promise<TabAnswer> {
    const checklist = await this.#parts.checklist(context, locale);
    if (checklist === 'newer') return { kind: 'unavailable' };
    return checklist === null ? { kind: 'nothing' } : { kind: 'checklist', checklist };
  }

  async #inChat(person: TabPerson, work: (context: TurnContext) => Promise<TabAnswer>): Promise<TabAnswer> {
    const chat = await this.#chatOf(person);
    if (chat === 'no-chat' || chat === 'unavailable') return { kind: chat };
    let answer: TabAnswer = { kind: 'unavailable' };
    await this.#parts.adapter.reachOut(chat, async (context) => {
      answer = await work(context);
    });
    return answer;
  }

  /** As the person's last activity said it, because only that has their name and region in Teams; else as Teams says it now. */
  async #chatOf(person: TabPerson): Promise<Partial<ConversationReference> | 'no-chat' | 'unavailable'> {
    const { adapter, journal, store, teamsServiceUrl: serviceUrl } = this.#parts;
    let chat: Partial<ConversationReference>;
    try {
      chat = await adapter.findChat({ ...person, serviceUrl });
    } catch (error) {
      if (isNoChat(error)) return 'no-chat';
      journal.note({ event: 'tab.chat-not-found', error: errorName(error) });
      return 'unavailable';
    }
    const { channelId = '', conversation } = chat;
    // An empty id names no chat.
    if (conversation === undefined || conversation.id === '') return 'unavailable';
    const stored = await store.read(personalChatKey(channelId, conversation.id));
    const opened = stored === null ? null : openRecord(stored.value);
    const reference = opened?.kind === 'opened' ? opened.record.reference : null;
    if (reference === null) return chat;
    return isTheirs(reference, person) ? reference : 'no-chat';
  }
}

/** Whether the last activity of a chat came from this person. */
function isTheirs({ user, conversation }: Partial<ConversationReference>, { personId, tenantId }: TabPerson): boolean {
  const isPerson = user?.aadObjectId === undefined || sameId(user.aadObjectId, personId);
  return isPerson && (conversation?.tenantId === undefined || sameId(conversation.tenantId, tenantId));
}
