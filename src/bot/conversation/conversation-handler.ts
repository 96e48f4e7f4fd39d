import { type Activity, ActivityTypes, type BotAdapter, type StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import type { Checklist } from '../../../cards/checklist.ts';
import { toDialect } from '../../../cards/dialect.ts';
import { inGroupCard } from '../../../cards/in-group-card.ts';
import { noticeCard } from '../../../cards/notice-card.ts';
import { welcomeCard } from '../../../cards/welcome-card.ts';
import { currentChecklist } from '../../../dialogs/checklist.ts';
import { type Heard, type Reading, setConversation } from '../../../dialogs/conversation-context.ts';
import { ConversationDialogs } from '../../../dialogs/conversation-dialogs.ts';
import { tellSignInAway } from '../../../dialogs/sign-in-away.ts';
import { forgetToken } from '../../../dialogs/sign-in-prompt.ts';
import { currentStepsCard } from '../../../dialogs/steps-dialog.ts';
import { plainCopy } from '../../domain/json.ts';
import { createTranslator, type Translator } from '../../i18n/index.ts';
import { localeOf } from '../../i18n/locale-of.ts';
import type { Locale } from '../../i18n/locales.ts';
import { inTimeZone } from '../../i18n/translator.ts';
import type { MessageId, TitledMessageId } from '../../i18n/words.ts';
import { SignInUnavailable } from '../../ports/sign-in-service.ts';
import type { ConversationParts } from '../context/conversation-parts.ts';
import { ConversationTurn, type TurnCause, TurnConversation, type TurnEnd } from '../context/conversation-turn.ts';
import {
  channelOf,
  clientLocaleOf,
  isArrival,
  isDeparture,
  isEdited,
  isPressInvoke,
  isTenantAllowed,
  pressedData,
  timeZoneOf,
} from '../input/activity.ts';
import { hear, type Input, intentOf } from '../input/hearing.ts';
import { answerInvoke, cardAnswer, sentenceAnswer } from '../input/invoke-answers.ts';
import type { ProactiveTrigger } from '../proactive/proactive-trigger.ts';
import {
  forgetWelcome,
  guessLocale,
  hearLocale,
  hearTimeZone,
  keepDialogs,
  markWelcomed,
  rememberPerson,
  rememberReference,
  resetRecord,
  setToldSignInFailure,
} from '../record/conversation-changes.ts';
import { type ConversationRecord, newRecord } from '../record/conversation-record.ts';
import { eraseConversation } from './erasure.ts';
import { followUp, readAhead } from './follow-up.ts';
import { answerSignInAgain, takeSignInSignal } from './sign-in-signals.ts';
import { takeTicketLink, tellHandoffStatus } from './ticket-intents.ts';
import { sayBeside } from './typed-questions.ts';
import { hearAnswer } from './who-hears-first.ts';

const anActivity: TurnCause = { trigger: null, reading: null };
const silence: Heard = { how: 'nothing', intent: null, text: '' };
const recordKey = Symbol('record');

/** Answers the turns of a conversation, on any channel: language, welcome, who hears what, dialogs. */
export class ConversationHandler {
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
    welcomeCard({ greeting: 'first' }, createTranslator('en'));
  }

  /** Answers one activity, or follows up on what the bot had planned. Changes the record and sends through the context. */
  async answer(context: TurnContext, record: ConversationRecord, cause: TurnCause): Promise<TurnEnd> {
    const { activity } = context;
    if (cause.trigger !== null) {
      const turn = this.#begin(context, record, silence, cause);
      await followUp(turn, cause.trigger);
      await turn.conversation.messages.finish();
      return turn.end;
    }
    if (isDeparture(activity)) {
      leave(record, this.#parts.clock.now());
      return 'kept';
    }
    if (isEdited(activity)) activity.type = ActivityTypes.Message;
    const refusal = refusalOf(activity, record, this.#parts.allowedTenants);
    if (refusal !== null) {
      await this.#refuse(context, record, refusal);
      return 'kept';
    }
    meet(activity, record);
    const input = hear(activity, record, this.#parts.understanding);
    if (input.kind === 'answer' && input.locale !== null && !record.localeIsChosen) guessLocale(record, input.locale);
    const turn = this.#begin(context, record, input.kind === 'answer' ? input.heard : silence);
    await (channelOf(activity).isPersonal ? answerWithSignIn(turn, input) : answerGroup(turn, input));
    await turn.conversation.messages.finish();
    return turn.end;
  }

  /** Reads what a turn of the bot's own will need, before it takes the conversation. Changes and sends nothing. */
  async readAhead(
    context: TurnContext,
    record: ConversationRecord,
    trigger: ProactiveTrigger,
  ): Promise<Reading | null> {
    if (trigger.kind !== 'recheck-due') return null;
    const turn = this.#aside(context, plainCopy(record), silence, { trigger, reading: null });
    return readAhead(turn, trigger.dueAt);
  }

  /** Removes everything kept about this conversation, and says what became of it. */
  async erase(context: TurnContext, record: ConversationRecord, key: string): Promise<void> {
    const { conversation } = this.#aside(context, record);
    const signOut = (): Promise<void> => forgetToken(context, this.#parts.connectionName);
    const erasure = await eraseConversation(key, { ...this.#parts, signOut });
    conversation.messages.lead(
      erasure.kind === 'gone'
        ? conversation.t('card.delete-my-data.gone', { count: erasure.removed })
        : conversation.t('card.delete-my-data.not-all-gone', { reference: erasure.reference }),
    );
    await conversation.messages.finish();
  }

  /** Says that a newer release stored this conversation. */
  async tellNewer(context: TurnContext, record: ConversationRecord): Promise<void> {
    const { activity } = context;
    const { conversation } = this.#aside(context, record);
    if (activity.type === ActivityTypes.Message || isPressInvoke(activity))
      await conversation.messages.sayToPress('newer-conversation');
    await conversation.messages.finish();
  }

  /** Says that nothing can be kept now, and that what was said has to be sent again. */
  async tellCannotSave(context: TurnContext, record: ConversationRecord): Promise<void> {
    const { conversation } = this.#aside(context, record);
    await conversation.messages.sayToPress('cannot-save');
    await conversation.messages.finish();
  }

  /** Whether somebody wants to start over, whatever is kept about them. */
  wantsFreshStart({ activity }: TurnContext): boolean {
    return intentOf(activity, this.#parts.understanding)?.do === 'start-over';
  }

  /** How the card that somebody sees looks now: the answer to a refresh. Changes nothing, and sends nothing. */
  refresh(context: TurnContext, record: ConversationRecord): object {
    const { activity } = context;
    const { conversation } = this.#aside(context, plainCopy(record));
    const refused = refusalOf(activity, record, this.#parts.allowedTenants);
    if (refused !== null) return sentenceAnswer(conversation.t(`message.${refused}.text`));
    if (!channelOf(activity).isPersonal) return sentenceAnswer(conversation.t('message.in-group.text'));
    const nonce = nonceOf(pressedData(activity));
    const isOpen = record.dialogId === 'steps' && record.liveNonces.includes(nonce);
    const card = currentStepsCard(conversation, { isOpen });
    const values = { standing: standingOf(record, conversation.t) };
    const shown = card ?? noticeCard({ message: 'expired-button', values }, conversation.t);
    return cardAnswer(toDialect(shown, 'teams', { nonce, freshFor: activity.from.id }));
  }

  /** How far the person is, for their tab in Teams; null where they came for nothing yet. Changes and sends nothing. */
  checklist(context: TurnContext, record: ConversationRecord, locale: Locale): Checklist | null {
    const { conversation } = this.#aside(context, plainCopy(record));
    const t = createTranslator(record.localeIsChosen ? record.locale : locale);
    return currentChecklist(conversation, inTimeZone(t, record.timeZone));
  }

  /** The answer to an invoke that was answered before, and is delivered again. */
  async answerAgain(context: TurnContext, record: ConversationRecord): Promise<void> {
    const turn = this.#aside(context, plainCopy(record));
    if (!isPressInvoke(context.activity)) return answerSignInAgain(turn);
    await turn.conversation.messages.sayToPress('already-done');
    await turn.conversation.messages.finish();
  }

  /** Apologises for a failed turn, with a reference for the operator. The open question stays open. */
  async apologise(context: TurnContext, record: ConversationRecord, reference: string): Promise<void> {
    const { conversation } = this.#begin(context, record);
    await conversation.show(
      noticeCard(
        {
          message: 'something-went-wrong',
          reference,
          actions: [{ do: 'repeat' }, { do: 'show-menu' }, { do: 'talk-to-person' }],
        },
        conversation.t,
      ),
    );
    await conversation.messages.finish();
  }

  /** Tells people who are not allowed here, or not in this conversation, and does nothing else. */
  async #refuse(context: TurnContext, record: ConversationRecord, refusal: ChatRefusal): Promise<void> {
    this.#parts.journal.note({ event: 'press.refused', reason: refusal });
    const { type } = context.activity;
    if (type === ActivityTypes.Invoke && !isPressInvoke(context.activity)) return answerInvoke(context, 412);
    const { conversation } = this.#aside(context, record);
    if (type === ActivityTypes.Message || type === ActivityTypes.Invoke)
      await conversation.messages.sayToPress(refusal);
    await conversation.messages.finish();
  }

  /** A turn whose dialogs find their place and their conversation. */
  #begin(
    context: TurnContext,
    record: ConversationRecord,
    heard: Heard = silence,
    cause: TurnCause = anActivity,
  ): ConversationTurn {
    const turn = this.#aside(context, record, heard, cause);
    context.turnState.set(recordKey, record);
    setConversation(context, turn.conversation);
    return turn;
  }

  /** A turn that no dialog takes part in. */
  #aside(
    context: TurnContext,
    record: ConversationRecord,
    heard: Heard = silence,
    cause: TurnCause = anActivity,
  ): ConversationTurn {
    const isBotsOwn = cause.trigger !== null;
    const conversation = new TurnConversation({ context, record, heard, isBotsOwn }, this.#parts);
    return new ConversationTurn({ context, record, conversation, dialogs: this.#dialogs, parts: this.#parts, cause });
  }
}

/** What is asked outside of any dialog may need a sign-in too. Where its service is away, the open question stays open. */
async function answerWithSignIn(turn: ConversationTurn, input: Input): Promise<unknown> {
  try {
    return await answerPerson(turn, input);
  } catch (fault) {
    if (!(fault instanceof SignInUnavailable)) throw fault;
    return tellSignInAway(turn.conversation, fault);
  }
}

async function answerPerson(turn: ConversationTurn, input: Input): Promise<unknown> {
  switch (input.kind) {
    case 'arrival':
      return welcome(turn);
    case 'sign-in-signal':
      return takeSignInSignal(turn);
    case 'press-refused':
      return refusePress(turn, input.reason);
    case 'ticket-link':
      return takeTicketLink(turn, input.code);
    case 'handoff-status':
      return tellHandoffStatus(turn, input.state);
    case 'too-long':
      await turn.conversation.say('too-long');
      return turn.askAgain();
    case 'only-files':
      await turn.conversation.say('text-only');
      return turn.askAgain();
    case 'answer':
      return takeAnswer(turn, input);
    case 'noise':
      return;
  }
}

/** The SDK's waterfalls go on for messages only; here a press is an answer like any other. */
async function takeAnswer(turn: ConversationTurn, answer: Input & { readonly kind: 'answer' }): Promise<void> {
  markWelcomed(turn.record);
  setToldSignInFailure(turn.record, null);
  turn.context.activity.type = ActivityTypes.Message;
  await hearAnswer(turn, answer);
}

async function welcome({ context, record, dialogs }: ConversationTurn): Promise<void> {
  if (record.welcomed) return;
  markWelcomed(record);
  await dialogs.begin(context, 'choose-scenario', { greeting: 'first' });
}

/** The bot reads one person's data, so in a group it only says where to chat with it. */
async function answerGroup({ context, record, conversation }: ConversationTurn, input: Input): Promise<void> {
  const { activity } = context;
  if (isPressInvoke(activity)) return conversation.messages.sayToPress('in-group');
  if (input.kind === 'noise') return;
  if (input.kind === 'sign-in-signal') return answerInvoke(context, 412);
  if (input.kind === 'arrival' && record.welcomed) return;
  markWelcomed(record);
  await conversation.show(inGroupCard({ url: channelOf(activity).privateChatUrl }, conversation.t));
}

/** The last card is still there and its buttons work, so what stands now is named and not shown again. */
async function refusePress(turn: ConversationTurn, reason: 'spent' | 'not-live' | 'unreadable'): Promise<unknown> {
  const { context, conversation, parts, record } = turn;
  parts.journal.note({ event: 'press.refused', reason });
  if (reason === 'spent') return conversation.messages.sayToPress('already-done');
  const message: TitledMessageId = reason === 'unreadable' ? 'unknown-button' : 'expired-button';
  const values = { standing: standingOf(record, conversation.t) };
  if (isPressInvoke(context.activity)) return conversation.messages.sayToPress(message, values);
  if (record.dialogId !== null) return sayBeside(turn, message, [], values);
  await conversation.messages.sayToPress(message, values);
  return turn.askAgain();
}

/** What the conversation waits for. */
function standingOf({ dialogId, confirming, tickets }: ConversationRecord, t: Translator): string {
  if (confirming !== null) return t(`standing.${confirming}`);
  if (tickets.asking !== null) return t(`standing.${tickets.asking.kind}`);
  return t(`standing.${dialogId ?? 'choose-scenario'}`);
}

function nonceOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'nonce' in data && typeof data.nonce === 'string'
    ? data.nonce
    : '';
}

/** The SDK's dialogs keep their place in the record of the turn. */
const dialogPlace: StatePropertyAccessor<DialogState> = {
  async get(context: TurnContext, fallback?: DialogState): Promise<DialogState> {
    const { dialogs } = context.turnState.get<ConversationRecord>(recordKey);
    if (!('dialogStack' in dialogs)) Object.assign(dialogs, fallback ?? { dialogStack: [] });
    return dialogs as unknown as DialogState;
  },
  async set(context: TurnContext, place: DialogState): Promise<void> {
    keepDialogs(context.turnState.get<ConversationRecord>(recordKey), place as unknown as Record<string, unknown>);
  },
  async delete(context: TurnContext): Promise<void> {
    keepDialogs(context.turnState.get<ConversationRecord>(recordKey), {});
  },
};

/** Why an activity is not answered: its tenant is not on the list, or it comes from somebody else than the chat is with. */
type ChatRefusal = Extract<MessageId, 'chat-not-allowed' | 'foreign-button'>;

/** Null when the activity may be answered. An empty `allowedTenants` allows every tenant. */
function refusalOf(
  activity: Activity,
  record: ConversationRecord,
  allowedTenants: readonly string[],
): ChatRefusal | null {
  const channel = channelOf(activity);
  if (!isTenantAllowed(channel, allowedTenants)) return 'chat-not-allowed';
  if (!channel.isPersonal || record.personId === null || !namesThePerson(activity)) return null;
  return activity.from.id === record.personId ? null : 'foreign-button';
}

/** Keeps who this conversation is with and where, as the newest activity says it. */
function meet(activity: Activity, record: ConversationRecord): void {
  const locale = clientLocaleOf(activity);
  if (locale !== null && !record.localeIsHeard && !record.localeIsChosen) {
    // Of the two events of one arrival, only the second may say it.
    if (isArrival(activity) && record.locale !== localeOf(locale)) forgetWelcome(record);
    hearLocale(record, localeOf(locale));
  }
  const { isPersonal, tenantId } = channelOf(activity);
  if (!isPersonal) return;
  const timeZone = timeZoneOf(activity);
  if (timeZone !== null) hearTimeZone(record, timeZone);
  const { activityId: _activityId, ...reference } = TurnContext.getConversationReference(activity);
  // Some activities name their tenant beside the conversation only.
  if (reference.conversation !== undefined && tenantId !== null) reference.conversation.tenantId = tenantId;
  if (namesThePerson(activity)) rememberPerson(record, activity.from.id);
  rememberReference(record, reference);
}

/** The bot was removed from the chat: forgets the conversation, and welcomes the person again if they come back. */
function leave(record: ConversationRecord, now: number): void {
  resetRecord(record, now);
}

/** In a one-to-one Teams chat, whoever types or presses a button is the person the chat is with. */
function namesThePerson(activity: Activity): boolean {
  return (
    channelOf(activity).knowsAccount &&
    (activity.type === ActivityTypes.Message || activity.type === ActivityTypes.Invoke)
  );
}
