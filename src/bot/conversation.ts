import { type Activity, ActivityTypes, type BotAdapter, type StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { toDialect } from '../../cards/dialect.ts';
import { inGroupCard } from '../../cards/in-group-card.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { welcomeCard } from '../../cards/welcome-card.ts';
import { ConversationDialogs } from '../../dialogs/conversation-dialogs.ts';
import { forgetToken } from '../../dialogs/sign-in-prompt.ts';
import { currentStepsCard } from '../../dialogs/steps-dialog.ts';
import { giveTalk, type Heard } from '../../dialogs/talk.ts';
import { createTranslator } from '../i18n/index.ts';
import type { ConversationParts } from './conversation-parts.ts';
import { type ConversationRecord, newRecord } from './conversation-record.ts';
import { followUp, lookAhead } from './following-up.ts';
import { forgetConversation } from './forgetting.ts';
import { hear, type Input, wishOf } from './hearing.ts';
import { interrupt } from './interruptions.ts';
import { answerInvoke, cardAnswer, isPressInvoke, pressedData, sentenceAnswer } from './invoke-answers.ts';
import { localeOf } from './language.ts';
import { type Occasion, occasionOf } from './occasions.ts';
import { plainCopy } from './plain-copy.ts';
import { answerSignInAgain, takeSignInSignal } from './sign-in-signals.ts';
import { clientLocaleOf, isDeparture, isEdited, isInTeams, isTenantAllowed, privateChatUrl } from './teams-activity.ts';
import { takeTicketLink, tellHandoffStatus } from './ticket-wishes.ts';
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

  /** Makes what the first turn would wait for: the SDK's dialogs, and the words and card of most first answers. Says nothing. */
  async warm(adapter: BotAdapter): Promise<void> {
    const context = new TurnContext(adapter, { type: ActivityTypes.ConversationUpdate });
    context.turnState.set(recordKey, newRecord('en', this.#parts.clock.now()));
    await this.#dialogs.carryOn(context);
    welcomeCard({ occasion: 'first' }, createTranslator('en'));
  }

  /** Answers one activity; changes the record and sends through the context. */
  async hold(context: TurnContext, record: ConversationRecord): Promise<void> {
    context.turnState.set(recordKey, record);
    const occasion = occasionOf(context);
    if (occasion !== null) return this.#followUp(context, record, occasion);
    const { activity } = context;
    if (isDeparture(activity)) return leave(record, this.#parts.clock.now());
    if (isEdited(activity)) activity.type = ActivityTypes.Message;
    const refusal = refusalOf(activity, record, this.#parts.allowedTenants);
    if (refusal !== null) return this.#refuse(context, record, refusal);
    meet(activity, record);
    const input = hear(context.activity, record, this.#parts.understanding);
    if (input.kind === 'answer' && input.locale !== null && !record.localeIsChosen) record.locale = input.locale;
    const talk = new TurnTalk(context, record, input.kind === 'answer' ? input.heard : silence, this.#parts);
    giveTalk(context, talk);
    await this.#answer(context, record, talk, input);
    await talk.finish();
  }

  /** Reads what a turn of the bot's own will need, before it takes the conversation. Changes and sends nothing. */
  async prepare(context: TurnContext, record: ConversationRecord): Promise<void> {
    const occasion = occasionOf(context);
    if (occasion?.kind !== 'look-on') return;
    const copy = plainCopy(record);
    const talk = new TurnTalk(context, copy, silence, this.#parts);
    await lookAhead({ context, record: copy, talk, dialogs: this.#dialogs, parts: this.#parts }, occasion.dueAt);
  }

  /** Removes all that is kept of this conversation, and says what became of it. */
  async endForGood(context: TurnContext, record: ConversationRecord, conversation: string): Promise<void> {
    const talk = new TurnTalk(context, record, silence, this.#parts);
    const signOut = (): Promise<void> => forgetToken(context, this.#parts.connectionName);
    const forgetting = await forgetConversation(conversation, { ...this.#parts, signOut });
    talk.lead(
      forgetting.kind === 'gone'
        ? talk.t('card.delete-my-data.gone', { count: forgetting.removed })
        : talk.t('card.delete-my-data.not-all-gone', { reference: forgetting.reference }),
    );
    await talk.finish();
  }

  /** Says that a later release knows how this conversation goes on. */
  async tellNewer(context: TurnContext, record: ConversationRecord): Promise<void> {
    const { type } = context.activity;
    const talk = new TurnTalk(context, record, silence, this.#parts);
    if (type === ActivityTypes.Message || isPressInvoke(context.activity)) await talk.sayToPress('newer-conversation');
    await talk.finish();
  }

  /** Whether somebody wants to begin anew, whatever is kept of them. */
  wantsFreshStart({ activity }: TurnContext): boolean {
    return wishOf(activity, this.#parts.understanding)?.do === 'start-over';
  }

  async #followUp(context: TurnContext, record: ConversationRecord, occasion: Occasion): Promise<void> {
    const talk = new TurnTalk(context, record, silence, this.#parts);
    giveTalk(context, talk);
    await followUp({ context, record, talk, dialogs: this.#dialogs, parts: this.#parts }, occasion);
    await talk.finish();
  }

  async #answer(context: TurnContext, record: ConversationRecord, talk: TurnTalk, input: Input): Promise<void> {
    if (context.activity.conversation.isGroup === true) return this.#answerGroup(context, record, talk, input);
    switch (input.kind) {
      case 'arrival':
        return this.#welcome(context, record);
      case 'sign-in-signal':
        return takeSignInSignal({ context, record, talk, dialogs: this.#dialogs, parts: this.#parts });
      case 'press-refused':
        return this.#refusePress(context, record, talk, input.reason);
      case 'ticket-link':
        return takeTicketLink({ context, record, talk, dialogs: this.#dialogs, parts: this.#parts }, input.code);
      case 'handoff-status':
        return tellHandoffStatus({ record, talk }, input.state);
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
    record.toldSignInFailure = null;
    // The SDK's waterfalls go on for messages only; here a press is an answer like any other.
    context.activity.type = ActivityTypes.Message;
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

  /** What the bot reads is about one person, so in a group it says no more than where it may be asked. */
  async #answerGroup(context: TurnContext, record: ConversationRecord, talk: TurnTalk, input: Input): Promise<void> {
    if (isPressInvoke(context.activity)) return talk.sayToPress('in-group');
    if (input.kind === 'noise') return;
    if (input.kind === 'sign-in-signal') return answerInvoke(context, 412);
    if (input.kind === 'arrival' && record.welcomed) return;
    record.welcomed = true;
    await talk.show(
      inGroupCard({ url: isInTeams(context.activity) ? privateChatUrl(context.activity) : null }, talk.t),
    );
  }

  /** Somebody who may not be here, or not in this conversation, is told so and nothing else happens. */
  async #refuse(context: TurnContext, record: ConversationRecord, refusal: ChatRefusal): Promise<void> {
    this.#parts.journal.note({ event: 'press.refused', reason: refusal });
    const { type } = context.activity;
    const talk = new TurnTalk(context, record, silence, this.#parts);
    if (type === ActivityTypes.Invoke && !isPressInvoke(context.activity)) return answerInvoke(context, 412);
    if (type === ActivityTypes.Message || type === ActivityTypes.Invoke) await talk.sayToPress(refusal);
    await talk.finish();
  }

  async #refusePress(
    context: TurnContext,
    record: ConversationRecord,
    talk: TurnTalk,
    reason: 'spent' | 'not-live' | 'unreadable',
  ): Promise<void> {
    this.#parts.journal.note({ event: 'press.refused', reason });
    if (reason === 'spent') return talk.sayToPress('already-done');
    await talk.sayToPress(reason === 'unreadable' ? 'unknown-button' : 'expired-button');
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

  /** How the card that somebody sees looks now: the answer to a refresh. Changes nothing, and sends nothing. */
  refresh(context: TurnContext, record: ConversationRecord): object {
    const { activity } = context;
    const talk = new TurnTalk(context, plainCopy(record), silence, this.#parts);
    const refused = refusalOf(activity, record, this.#parts.allowedTenants);
    if (refused !== null) return sentenceAnswer(talk.t(`message.${refused}.text`));
    if (activity.conversation.isGroup === true) return sentenceAnswer(talk.t('message.in-group.text'));
    const nonce = nonceOf(pressedData(activity));
    const card = record.checkpoint === 'steps' && record.liveNonces.includes(nonce) ? currentStepsCard(talk) : null;
    // What is no longer the last card has buttons that do nothing, so it is shown without them.
    if (card === null)
      return cardAnswer(toDialect(noticeCard({ message: 'expired-button' }, talk.t), 'teams', { nonce }));
    return cardAnswer(toDialect(card, 'teams', { nonce, freshFor: activity.from.id }));
  }

  /** The answer to an invoke that was answered before, and is delivered again. */
  async answerAgain(context: TurnContext, record: ConversationRecord): Promise<void> {
    const talk = new TurnTalk(context, plainCopy(record), silence, this.#parts);
    if (isPressInvoke(context.activity)) {
      await talk.sayToPress('already-done');
      return talk.finish();
    }
    return answerSignInAgain(context, this.#parts);
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

function leave(record: ConversationRecord, now: number): void {
  // Nothing of somebody who took the bot away is kept; who comes back is welcomed again.
  Object.assign(record, newRecord(record.locale, now), { seen: record.seen });
}

/** Keeps who this conversation is with and where, as the newest activity says it. */
function meet(activity: Activity, record: ConversationRecord): void {
  const locale = clientLocaleOf(activity);
  if (locale !== null && !record.localeIsHeard && !record.localeIsChosen) {
    record.locale = localeOf(locale);
    record.localeIsHeard = true;
  }
  if (activity.conversation.isGroup === true) return;
  const { activityId: _activityId, ...reference } = TurnContext.getConversationReference(activity);
  if (saysWhoIsThere(activity)) record.personId ??= activity.from.id;
  record.reference = reference;
}

type ChatRefusal = 'chat-not-allowed' | 'foreign-button';

function refusalOf(
  activity: Activity,
  record: ConversationRecord,
  allowedTenants: readonly string[],
): ChatRefusal | null {
  if (!isTenantAllowed(activity, allowedTenants)) return 'chat-not-allowed';
  if (activity.conversation.isGroup === true || record.personId === null || !saysWhoIsThere(activity)) return null;
  return activity.from.id === record.personId ? null : 'foreign-button';
}

/** In a one-to-one chat of Teams, whoever speaks or presses is the person it is with. */
function saysWhoIsThere(activity: Activity): boolean {
  return isInTeams(activity) && (activity.type === ActivityTypes.Message || activity.type === ActivityTypes.Invoke);
}

function canResume(record: ConversationRecord): boolean {
  return (
    record.checkpoint !== null && record.checkpoint !== 'choose-scenario' && record.journey.errand?.kind === 'scenario'
  );
}

function nonceOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'nonce' in data && typeof data.nonce === 'string'
    ? data.nonce
    : '';
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
