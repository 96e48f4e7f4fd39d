import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { noticeCard } from '../../cards/notice-card.ts';
import { ConversationDialogs } from '../../dialogs/conversation-dialogs.ts';
import { giveTalk, type Heard } from '../../dialogs/talk.ts';
import type { ConversationParts } from './conversation-parts.ts';
import type { ConversationRecord } from './conversation-record.ts';
import { followUp } from './following-up.ts';
import { hear, type Input } from './hearing.ts';
import { interrupt } from './interruptions.ts';
import { type Occasion, occasionOf } from './occasions.ts';
import { TurnTalk } from './turn-talk.ts';

/** After this long without a word, somebody who was in the middle of something is asked whether to carry on. Milliseconds. */
const idleMs = 30 * 60_000;

const silence: Heard = { how: 'nothing', wish: null, text: '' };
const recordKey = Symbol('record');

/** One turn of a conversation, on any channel: language, welcome, interruptions, dialogs. */
export class Conversation {
  readonly #parts: ConversationParts;
  readonly #dialogs: ConversationDialogs;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
    this.#dialogs = new ConversationDialogs(parts.connectionName, dialogPlace);
  }

  /** Answers one activity; changes the record and sends through the context. */
  async hold(context: TurnContext, record: ConversationRecord): Promise<void> {
    context.turnState.set(recordKey, record);
    const occasion = occasionOf(context);
    if (occasion !== null) return this.#followUp(context, record, occasion);
    const input = hear(context.activity, record, this.#parts.understanding);
    if (input.kind === 'answer' && input.locale !== null && !record.localeIsChosen) record.locale = input.locale;
    const talk = new TurnTalk(context, record, input.kind === 'answer' ? input.heard : silence, this.#parts);
    giveTalk(context, talk);
    await this.#answer(context, record, talk, input);
    await talk.finish();
  }

  async #followUp(context: TurnContext, record: ConversationRecord, occasion: Occasion): Promise<void> {
    const talk = new TurnTalk(context, record, silence, this.#parts);
    giveTalk(context, talk);
    await followUp({ context, record, talk, dialogs: this.#dialogs, parts: this.#parts }, occasion);
    await talk.finish();
  }

  async #answer(context: TurnContext, record: ConversationRecord, talk: TurnTalk, input: Input): Promise<void> {
    if (context.activity.conversation.isGroup === true) return this.#answerGroup(context, talk, input);
    switch (input.kind) {
      case 'arrival':
        return this.#welcome(context, record);
      case 'sign-in-signal':
        await this.#dialogs.carryOn(context);
        return;
      case 'press-refused':
        return this.#refusePress(context, record, talk, input.reason);
      case 'too-long':
        await talk.say('too-long');
        return this.#askPending(context, record);
      case 'only-files':
        await talk.say('text-only');
        return this.#askPending(context, record);
      case 'answer':
        return this.#takeAnswer(context, record, talk, input);
      case 'noise':
        return;
    }
  }

  async #takeAnswer(
    context: TurnContext,
    record: ConversationRecord,
    talk: TurnTalk,
    input: Input & { kind: 'answer' },
  ): Promise<void> {
    record.welcomed = true;
    const missesBefore = record.misses;
    const isBack = talk.now() - record.lastHeardAt > idleMs && canResume(record);
    if (isBack && (input.smallTalk === 'hello' || saysLittle(input.heard))) {
      await this.#dialogs.begin(context, 'resume', { at: record.checkpoint });
      return;
    }
    const isHandled = await interrupt({ context, record, talk, input, parts: this.#parts, dialogs: this.#dialogs });
    if (!isHandled && !(await this.#dialogs.carryOn(context))) await this.#askPending(context, record);
    // Misses count only in a row.
    if (record.misses === missesBefore) record.misses = 0;
  }

  async #welcome(context: TurnContext, record: ConversationRecord): Promise<void> {
    if (record.welcomed) return;
    record.welcomed = true;
    await this.#dialogs.begin(context, 'choose-scenario', { occasion: 'first' });
  }

  async #answerGroup(_context: TurnContext, talk: TurnTalk, input: Input): Promise<void> {
    if (input.kind === 'answer' || input.kind === 'arrival') await talk.say('in-group');
  }

  async #refusePress(
    context: TurnContext,
    record: ConversationRecord,
    talk: TurnTalk,
    reason: 'spent' | 'not-live' | 'unreadable',
  ): Promise<void> {
    this.#parts.journal.note({ event: 'press.refused', reason });
    if (reason === 'spent') return talk.say('already-done');
    await talk.say(reason === 'unreadable' ? 'unknown-button' : 'expired-button');
    await this.#askPending(context, record);
  }

  /** Asks the question that is open again; without one, the first question. */
  async #askPending(context: TurnContext, record: ConversationRecord): Promise<void> {
    await this.#dialogs.begin(
      context,
      record.checkpoint ?? 'choose-scenario',
      record.checkpoint === null ? { occasion: 'first' } : {},
    );
  }

  /** Says sorry for a turn that failed, with a reference for whoever looks into it. The question that was open stays open. */
  async apologise(context: TurnContext, record: ConversationRecord, reference: string): Promise<void> {
    context.turnState.set(recordKey, record);
    const talk = new TurnTalk(context, record, silence, this.#parts);
    await talk.show(
      noticeCard(
        {
          message: 'something-went-wrong',
          reference,
          actions: [{ do: 'repeat' }, { do: 'show-menu' }, { do: 'talk-to-person' }],
        },
        talk.t,
      ),
    );
    await talk.finish();
  }
}

function canResume(record: ConversationRecord): boolean {
  return (
    record.checkpoint !== null && record.checkpoint !== 'choose-scenario' && record.journey.errand?.kind === 'scenario'
  );
}

/** A word or two that ask for nothing we know: somebody is back, and looks where they were. */
function saysLittle(heard: Heard): boolean {
  return heard.how === 'words' && heard.wish === null && heard.text.split(' ').length <= 2;
}

/** The SDK's dialogs keep their place in the record of the turn. */
const dialogPlace: StatePropertyAccessor<DialogState> = {
  async get(context: TurnContext, fallback?: DialogState): Promise<DialogState> {
    const { dialogs } = context.turnState.get<ConversationRecord>(recordKey);
    if (!('dialogStack' in dialogs)) Object.assign(dialogs, fallback ?? { dialogStack: [] });
    return dialogs as unknown as DialogState;
  },
  async set(context: TurnContext, place: DialogState): Promise<void> {
    context.turnState.get<ConversationRecord>(recordKey).dialogs = place as unknown as Record<string, unknown>;
  },
  async delete(context: TurnContext): Promise<void> {
    context.turnState.get<ConversationRecord>(recordKey).dialogs = {};
  },
};
