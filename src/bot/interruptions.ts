import type { TurnContext } from 'botbuilder';
import { adminRequestCard } from '../../cards/admin-request-card.ts';
import type { CardAction } from '../../cards/card-action.ts';
import { deleteMyDataCard } from '../../cards/delete-my-data-card.ts';
import { helpCard } from '../../cards/help-card.ts';
import { languageCard } from '../../cards/language-card.ts';
import { reminderSetCard } from '../../cards/reminder-set-card.ts';
import { talkToPersonCard } from '../../cards/talk-to-person-card.ts';
import { topicCard } from '../../cards/topic-card.ts';
import type { ConversationDialogs } from '../../dialogs/conversation-dialogs.ts';
import { errandOf } from '../../dialogs/errands.ts';
import { summarise } from '../../dialogs/summary.ts';
import { type MomentId, newJourney } from '../../dialogs/talk.ts';
import { verdictOf } from '../../dialogs/verdicts.ts';
import { makeReminder, watchAtMostDays } from '../domain/reminders.ts';
import { nameOwnTenant } from '../domain/tenants.ts';
import type { WhyId } from '../i18n/words.ts';
import { type Asking, answerById, answerTyped, offerOthers, offerTyped } from './answering.ts';
import { conversationKey } from './conversation-key.ts';
import type { ConversationParts } from './conversation-parts.ts';
import type { ConversationRecord } from './conversation-record.ts';
import { sayGoodbye } from './goodbye.ts';
import type { Input } from './hearing.ts';
import { grantTicketWish, leaveTicketFor, settleAsking } from './ticket-wishes.ts';
import type { TurnTalk } from './turn-talk.ts';

/** One answer that may be an interruption. */
export interface Interruption {
  readonly context: TurnContext;
  readonly record: ConversationRecord;
  readonly talk: TurnTalk;
  readonly input: Input & { readonly kind: 'answer' };
  readonly parts: ConversationParts;
  readonly dialogs: ConversationDialogs;
}

/**
 * Handles what people may say at any moment, sign-in included: help, background, another language, back, repeat, cancel,
 * another errand, a person. Afterwards the question that was open is asked again. False when it is for the dialog.
 */
export async function interrupt(turn: Interruption): Promise<boolean> {
  const { talk, input } = turn;
  if (await settleDeletion(turn)) return true;
  if (await settleAsking(turn)) return true;
  if (input.smallTalk !== null) {
    await talk.say(input.smallTalk);
    await askAgain(turn);
    return true;
  }
  if (talk.heard.wish !== null) return grant(turn, talk.heard.wish);
  if (talk.heard.text === '' || isCode(turn)) return false;
  return hearSentence(turn);
}

/** What waited for a yes waits for this answer only. A plain yes to it never reaches the question that was open before. */
async function settleDeletion(turn: Interruption): Promise<boolean> {
  const { context, record, talk, parts } = turn;
  const { confirming } = record;
  record.confirming = null;
  if (confirming === null) return false;
  const { wish, text } = talk.heard;
  const loosely = wish === null ? parts.understanding.loosely(text) : null;
  const answer = loosely?.kind === 'wish' ? loosely.wish.do : wish?.do;
  if (answer === 'yes') {
    sayGoodbye(context);
    return true;
  }
  if (answer !== 'no' && answer !== 'cancel') return false;
  await talk.say('data-kept');
  return askAgain(turn);
}

/** A phrase in a very short sentence, else a question with a good answer, else a phrase in a short sentence, else a guess. */
async function hearSentence(turn: Interruption): Promise<boolean> {
  const asking = askingOf(turn);
  if (wordsIn(turn.talk.heard.text) <= phraseWords && (await grantLoosely(turn))) return true;
  if (await answerTyped(asking)) return true;
  if (await grantLoosely(turn)) return true;
  return offerTyped(asking);
}

const phraseWords = 3;

async function grantLoosely(turn: Interruption): Promise<boolean> {
  const { talk, parts } = turn;
  const understood = parts.understanding.loosely(talk.heard.text);
  if (understood.kind !== 'wish') return false;
  talk.heard = { ...talk.heard, wish: understood.wish };
  if (await grant(turn, understood.wish)) return true;
  // The dialog that waits takes it from here.
  return turn.dialogs.carryOn(turn.context);
}

/** Six digits during a sign-in are a code, never a question. */
function isCode({ record, talk }: Interruption): boolean {
  return record.checkpoint === 'sign-in' && /^\d{6}$/.test(talk.heard.text);
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}

function askingOf({ context, record, talk, parts }: Interruption): Asking {
  return { context, record, talk, questions: parts.questions, journal: parts.journal };
}

async function grant(turn: Interruption, wish: CardAction): Promise<boolean> {
  const { context, record, talk, dialogs, parts } = turn;
  const errand = errandOf(wish);
  if (errand !== null && !(record.checkpoint === 'agreement' && wish.do === 'not-sure')) {
    leaveTicketFor(turn, errand);
    talk.journey = newJourney(errand);
    await dialogs.begin(context, 'explain-sign-in');
    return true;
  }
  if (parts.tickets !== undefined && (await grantTicketWish(turn, wish))) return true;
  switch (wish.do) {
    case 'show-help':
      await talk.show(helpCard({}, talk.t));
      return askAgain(turn);
    case 'show-topic':
      if (record.checkpoint === 'agreement' && wish.topic === 'enterprise-agreement') return false;
      await talk.show(topicCard({ topic: wish.topic }, talk.t));
      return askAgain(turn);
    case 'talk-to-person':
      await talk.show(talkToPersonCard(personView(turn), talk.t));
      return askAgain(turn);
    case 'why-do-you-ask':
      await talk.explain(talk.heard.how === 'press' ? wish.about : whyOf(record.checkpoint));
      return askAgain(turn);
    case 'show-language':
      await talk.show(languageCard({}, talk.t));
      return true;
    case 'set-language':
      talk.speak(wish.locale);
      await talk.say('language-set');
      return askAgain(turn);
    case 'sign-out':
      return signOut(turn);
    case 'delete-my-data':
      record.confirming = 'delete-my-data';
      await talk.show(deleteMyDataCard({}, talk.t));
      return true;
    case 'delete-my-data-now':
      sayGoodbye(context);
      return true;
    case 'carry-on':
      // Only the offer to carry on takes this itself; under any other card it means: back to the question.
      return dialogs.waitsIn(record.dialogs, 'resume') ? false : askAgain(turn);
    case 'repeat':
      return askAgain(turn);
    case 'back':
      return goBack(turn);
    case 'cancel':
      await talk.say('cancelled');
      await dialogs.begin(context, 'choose-scenario');
      return true;
    case 'start-over':
      talk.journey = newJourney(null);
      record.trail = [];
      await talk.say('started-over');
      await dialogs.begin(context, 'choose-scenario');
      return true;
    case 'show-menu':
      await dialogs.begin(context, 'choose-scenario');
      return true;
    case 'remind-me':
      return setReminder(turn, wish.when);
    case 'stop-reminding':
      await talk.say(record.reminder === null ? 'no-reminders' : 'reminders-stopped');
      record.reminder = null;
      return askAgain(turn);
    case 'ask-admin':
      return askAdmin(turn);
    case 'open-request':
      leaveTicketFor(turn, { kind: 'admin-request', requestId: wish.id });
      talk.journey = newJourney({ kind: 'admin-request', requestId: wish.id });
      await dialogs.begin(context, 'explain-sign-in');
      return true;
    case 'ask-question':
      return (await answerById(askingOf(turn), wish.id)) || askAgain(turn);
    case 'answer-helped':
      return afterAnswer(turn, wish.helped);
    case 'sign-in':
      return signInFromAnywhere(turn);
    default:
      return false;
  }
}

/** The reason behind the question that is open. */
function whyOf(checkpoint: MomentId | null): WhyId {
  switch (checkpoint) {
    case 'explain-sign-in':
    case 'sign-in':
      return 'sign-in';
    case 'agreement':
      return 'agreement';
    case 'join-confirmation':
      return 'confirm-join';
    case 'suggestion':
      return 'suggestion';
    default:
      return 'scenario';
  }
}

async function askAgain({ context, record, dialogs }: Interruption): Promise<true> {
  await dialogs.begin(context, record.checkpoint ?? 'choose-scenario');
  return true;
}

async function signOut({ context, record, talk, dialogs }: Interruption): Promise<true> {
  await talk.signOut();
  record.trail = [];
  await dialogs.begin(context, 'choose-scenario', { occasion: 'after-sign-out' });
  return true;
}

/** Moments that pass by themselves for somebody who is signed in: going back to one would lead straight forward again. */
const passedBy: readonly MomentId[] = ['explain-sign-in', 'sign-in', 'check', 'resume'];

async function goBack({ context, record, talk, dialogs }: Interruption): Promise<true> {
  const index = record.trail.findLastIndex((moment) => !passedBy.includes(moment));
  const before = record.trail[index];
  if (before === undefined) {
    await talk.say('nothing-to-go-back-to');
    await dialogs.begin(context, 'choose-scenario');
    return true;
  }
  record.trail = record.trail.slice(0, index);
  record.checkpoint = before;
  await dialogs.begin(context, before);
  return true;
}

async function afterAnswer(turn: Interruption, helped: boolean): Promise<boolean> {
  const { talk } = turn;
  if (helped) {
    await talk.say('glad-it-helped');
    return askAgain(turn);
  }
  if (await offerOthers(askingOf(turn))) return true;
  if (await grantTicketWish(turn, { do: 'talk-to-person' })) return true;
  await talk.show(talkToPersonCard(personView(turn), talk.t));
  return true;
}

function personView({ talk, parts }: Interruption): { contact: string; summary?: string } {
  const summary = summarise(talk);
  return summary === '' ? { contact: parts.contact } : { contact: parts.contact, summary };
}

/** Promises to look again, or to ask. There has to be something to look for. */
async function setReminder(turn: Interruption, when: 'tomorrow' | 'when-visible'): Promise<boolean> {
  const { record, talk } = turn;
  const { errand, factsBefore } = talk.journey;
  if (errand?.kind !== 'scenario' || (when === 'when-visible' && factsBefore === null)) {
    await talk.say('nothing-to-check');
    return askAgain(turn);
  }
  const reminder = makeReminder(errand.scenario, when === 'tomorrow' ? 'once' : 'watch', 'by-itself', talk.now());
  record.reminder = reminder;
  await talk.wakeAt(reminder.dueAt);
  const lastDay = new Date(talk.now() + watchAtMostDays * 86_400_000).toISOString();
  await talk.show(reminderSetCard({ when, date: when === 'tomorrow' ? reminder.dueAt : lastDay }, talk.t));
  return true;
}

/** Makes a text that the person can forward to an administrator, with a request that only one of their tenant can answer. */
async function askAdmin(turn: Interruption): Promise<boolean> {
  const { context, talk, parts } = turn;
  const { errand, facts } = talk.journey;
  if (errand?.kind !== 'scenario' || facts === null) {
    await talk.say('nothing-to-check');
    return askAgain(turn);
  }
  const { personId, tenantId } = facts.identity;
  const requesterName = facts.profile.kind === 'known' ? (facts.profile.value.displayName ?? '') : '';
  const request = await parts.adminRequests.make(
    { tenantId, requesterId: personId, scenario: errand.scenario, requesterName },
    { conversation: conversationKey(context) },
  );
  const { blockers } = verdictOf(talk, errand.scenario, facts);
  const url = parts.chatUrl === '' ? null : parts.chatUrl.replace('{request}', request.id);
  await talk.show(
    adminRequestCard(
      {
        scenario: errand.scenario,
        tenant: nameOwnTenant(facts),
        blockers,
        code: request.id,
        url,
        expiresAt: request.expiresAt,
      },
      talk.t,
    ),
  );
  return true;
}

/** The moments that ask for a sign-in take it themselves; anywhere else it starts one. */
async function signInFromAnywhere({ context, record, talk, dialogs }: Interruption): Promise<boolean> {
  if (record.checkpoint === 'explain-sign-in' || record.checkpoint === 'sign-in') return false;
  talk.journey.errand ??= { kind: 'status' };
  await dialogs.begin(context, 'sign-in');
  return true;
}
