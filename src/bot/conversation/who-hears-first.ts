import type { CardAction } from '../../../cards/card-action.ts';
import { routesAround } from '../../../cards/suggestion-card.ts';
import { typedSignInCode } from '../../../dialogs/sign-in-prompt.ts';
import { agreementAnswers, namedAgreement } from '../../domain/offers.ts';
import type { SaidWords } from '../../domain/said-words.ts';
import { type Scenario, scenarios } from '../../domain/scenario.ts';
import { suggestScenario } from '../../domain/suggest-scenario.ts';
import { needsAgreementAnswer } from '../../domain/verdict.ts';
import type { ConceptId } from '../../i18n/concepts.ts';
import { dayReader } from '../../i18n/day-reader.ts';
import { locales } from '../../i18n/locales.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import type { Input } from '../input/hearing.ts';
import { typedCodes } from '../input/typed-codes.ts';
import { type Place, placeIn } from '../input/typed-place.ts';
import { compareByMeaning, senseOf } from '../input/understand.ts';
import type { Sense, SmallTalk } from '../input/understanding.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';
import { afterAnswer, remindLater, showMenu, showQuestion, talkToPerson } from './heard-anywhere.ts';
import { settleAsking, settleDeletion } from './pending-questions.ts';
import { wasAway } from './too-late.ts';
import { answerById, answerCode, askedIn, namesIn, offerChoices, sayBeside, sayNoAnswer } from './typed-questions.ts';
import { answerReply } from './typed-replies.ts';
import { answerIntent } from './who-hears.ts';

/** What became of an answer: it is done, it is left to the dialog that waits, or the next on the list hears it. */
type Taken = 'done' | 'left-to-dialog' | 'not-mine';
type Answer = Input & { readonly kind: 'answer' };

/** Frustration and what was not understood, in any order. */
const missesBeforePerson = 2;

/** Who hears every answer, typed or pressed: from the top, until one of them takes it. docs/architecture.md has the same list. */
export const whoHearsFirst: readonly {
  readonly who: string;
  readonly hear: (turn: ConversationTurn, answer: Answer) => Promise<Taken>;
}[] = [
  { who: 'somebody who is back', hear: welcomeBack },
  { who: 'a question that waits for a yes', hear: settleWaiting },
  { who: 'what the open card offers, by another name', hear: hearChoice },
  { who: 'small talk', hear: hearSmallTalk },
  { who: 'a yes or no to what was shown last', hear: hearReply },
  { who: 'a known phrase or a button', hear: hearAction },
  { who: 'a day for a reminder', hear: hearDay },
  { who: 'a code, or no words at all', hear: leaveCodes },
  { who: 'a sentence', hear: hearSentence },
];

/** Has an answer heard by the first who takes it. The dialog that waits gets the rest; without one, the first question comes. */
export async function hearAnswer(turn: ConversationTurn, answer: Answer): Promise<void> {
  for (const { hear } of whoHearsFirst) {
    const heard = await hear(turn, answer);
    if (heard === 'done') return;
    if (heard === 'left-to-dialog') break;
  }
  if (!(await turn.dialogs.carryOn(turn.context))) await turn.askAgain();
}

async function welcomeBack(turn: ConversationTurn, answer: Answer): Promise<Taken> {
  const { context, record, dialogs } = turn;
  // Who comes back with a code was away to sign in.
  if (!wasAway(turn) || isSignInCode(turn)) return 'not-mine';
  if (canResume(record) && (answer.smallTalk === 'hello' || saysLittle(turn))) {
    await dialogs.begin(context, 'resume', { at: record.dialogId });
    return 'done';
  }
  if (answer.smallTalk !== 'hello') return 'not-mine';
  await dialogs.begin(context, 'choose-scenario', { greeting: 'returning' });
  return 'done';
}

async function settleWaiting(turn: ConversationTurn): Promise<Taken> {
  const { confirming, tickets } = turn.record;
  if (confirming === null && tickets.asking === null) return 'not-mine';
  if (turn.conversation.heard.intent === null) await turn.parts.questions.ready();
  return (await settleDeletion(turn)) || (await settleAsking(turn)) ? 'done' : 'not-mine';
}

async function hearSmallTalk(turn: ConversationTurn, { smallTalk }: Answer): Promise<Taken> {
  const { heard } = turn.conversation;
  const saysNothing =
    heard.how === 'words' && heard.intent === null && turn.parts.understanding.saysNothing(heard.text);
  if (smallTalk === null && !saysNothing) return 'not-mine';
  // "Oh ok" below an answer says that it was read.
  await makeSmallTalk(turn, smallTalk ?? 'thanks');
  return 'done';
}

async function hearChoice(turn: ConversationTurn): Promise<Taken> {
  const { heard } = turn.conversation;
  if (heard.how !== 'words') return 'not-mine';
  const place = placeIn(heard.text);
  if (place !== null) return chooseByPlace(turn, place);
  // Somebody who types "EA" here says which one it is, and does not ask about it.
  if (heard.intent !== null && heard.intent.do !== 'show-topic') return 'not-mine';
  const isAsked = turn.dialogs.waitsIn(turn.record.dialogs, 'agreement');
  if (!isAsked && !isAgreementOpen(turn)) return 'not-mine';
  await turn.parts.questions.ready();
  const said = turn.parts.questions.hear(heard.text, turn.conversation.t.locale);
  const answer = said.asks ? null : namedAgreement(isAsked ? said : ofAgreements(said));
  return answer === null ? 'not-mine' : meant(turn, { do: 'answer-agreement', answer });
}

/** Whether the person was told that nobody can see which agreement they have: when they find out, they say so. */
function isAgreementOpen({ conversation, dialogs, record }: ConversationTurn): boolean {
  const { facts } = conversation.progress;
  const isTold = dialogs.waitsIn(record.dialogs, 'verdict') || dialogs.waitsIn(record.dialogs, 'steps');
  return isTold && facts !== null && needsAgreementAnswer(facts);
}

/** Where nothing is asked, only the name of an agreement counts: who writes of a card or a trial may mean something else. */
function ofAgreements(said: SaidWords): SaidWords {
  const names = ['enterprise-agreement', 'partner', 'customer-agreement', 'pay-as-you-go'];
  return { ...said, named: said.named.filter(({ concept }) => names.includes(concept)) };
}

async function hearReply(turn: ConversationTurn): Promise<Taken> {
  return (await answerReply(turn)) ? 'done' : 'not-mine';
}

async function hearAction(turn: ConversationTurn): Promise<Taken> {
  const { intent } = turn.conversation.heard;
  return intent === null ? 'not-mine' : doneOrLeft(await answerIntent(turn, intent));
}

/** "Friday", where there is something to be reminded of. */
async function hearDay(turn: ConversationTurn): Promise<Taken> {
  const { heard, progress } = turn.conversation;
  if (heard.how !== 'words' || progress.goal?.kind !== 'scenario' || !/\p{L}/u.test(heard.text)) return 'not-mine';
  const said = dayReader().read(heard.text, turn.conversation.now());
  if (said.kind !== 'day' || !said.isAlone) return 'not-mine';
  return doneOrLeft(await remindLater(turn, { do: 'remind-me', when: 'tomorrow' }));
}

/** Where the last card asks something of its own, a place stands for one of its choices; elsewhere for one of the first card. */
async function chooseByPlace(turn: ConversationTurn, place: Place): Promise<Taken> {
  const { dialogs, record } = turn;
  const { lastCard, otherAnswers } = record;
  if (lastCard.includes('none-of-these')) {
    const chosen = otherAnswers.at(place === 'last' ? -1 : place - 1);
    return chosen === undefined ? 'not-mine' : chooseStep(turn, chosen);
  }
  if (lastCard.includes('set-language')) {
    const locale = locales.at(place === 'last' ? -1 : place - 1);
    return locale === undefined ? 'not-mine' : meant(turn, { do: 'set-language', locale });
  }
  if (lastCard.includes('accept-suggestion')) {
    const scenario = suggestedOrder(turn).at(place === 'last' ? -1 : place - 1);
    return scenario === undefined ? 'not-mine' : meant(turn, { do: 'choose-scenario', scenario });
  }
  if (dialogs.waitsIn(record.dialogs, 'agreement')) {
    const answer = agreementAnswers.at(place === 'last' ? -1 : place - 1);
    if (answer !== undefined) return meant(turn, { do: 'answer-agreement', answer });
  }
  if (!dialogs.waitsIn(record.dialogs, 'choose-scenario')) return 'not-mine';
  // The numbers of the first card are known phrases.
  const known = turn.parts.understanding.exactly(String(place === 'last' ? scenarios.length : place));
  return known.kind === 'intent' ? meant(turn, known.intent) : 'not-mine';
}

/** The routes as they stand on the card that suggests one. */
function suggestedOrder({ conversation }: ConversationTurn): readonly Scenario[] {
  const { facts } = conversation.progress;
  const suggestion = facts === null ? null : suggestScenario(facts);
  return suggestion?.kind === 'scenario' ? routesAround(suggestion.scenario) : [];
}

/** Goes on with one of the choices that were kept: a question, a route or the status. */
async function chooseStep(turn: ConversationTurn, chosen: string): Promise<Taken> {
  const scenario = scenarios.find((one) => chosen === `route:${one}`);
  if (scenario !== undefined) return meant(turn, { do: 'choose-scenario', scenario });
  if (chosen === 'status') return meant(turn, { do: 'show-status' });
  return doneOrLeft(await showQuestion(turn, { do: 'ask-question', id: chosen }));
}

/** Goes on as if the button had been pressed. */
async function meant(turn: ConversationTurn, intent: CardAction): Promise<Taken> {
  turn.conversation.heard = { ...turn.conversation.heard, intent };
  return doneOrLeft(await answerIntent(turn, intent));
}

/** Six digits during a sign-in are a code, never a question; a number that is no choice, or a picture, asks for nothing. */
async function leaveCodes(turn: ConversationTurn): Promise<Taken> {
  const { text } = turn.conversation.heard;
  const saysSomething = /\p{L}/u.test(text) || typedCodes(text).length > 0;
  return isSignInCode(turn) || !saysSomething ? 'left-to-dialog' : 'not-mine';
}

function isSignInCode({ record, conversation }: ConversationTurn): boolean {
  const isSigningIn = record.dialogId === 'sign-in' || record.dialogId === 'explain-sign-in';
  return isSigningIn && typedSignInCode(conversation.heard.text) !== null;
}

async function hearSentence(turn: ConversationTurn): Promise<Taken> {
  const { conversation, record, parts } = turn;
  await parts.questions.ready();
  const { text } = conversation.heard;
  const said = parts.understanding.withoutCourtesy(text);
  const { goal } = conversation.progress;
  const before = { after: record.lastAnswer, goal: goal?.kind === 'scenario' ? goal.scenario : null };
  const read = parts.questions.read(said, conversation.t.locale, before);
  const reading = await compareByMeaning(text, read, { meanings: parts.meanings, names: namesIn(turn) });
  return doneOrLeft(await answerSense(turn, senseOf(text, reading, parts)));
}

function doneOrLeft(isDone: boolean): Taken {
  return isDone ? 'done' : 'left-to-dialog';
}

async function answerSense(turn: ConversationTurn, sense: Sense): Promise<boolean> {
  const asked = askedIn(turn);
  switch (sense.kind) {
    case 'intent':
      turn.conversation.heard = { ...turn.conversation.heard, intent: sense.intent };
      return answerIntent(turn, sense.intent);
    case 'small-talk':
      return makeSmallTalk(turn, sense.about);
    case 'answer':
      return (
        (await answerById(turn, sense.id, { others: sense.others, asked })) ||
        sayNoAnswer(turn, 'no-answer', { asked, outcome: 'none' })
      );
    case 'code':
      return answerCode(turn, sense.entry, asked);
    case 'did-you-mean':
      return (await offerChoices(turn, sense)) || sayNoAnswer(turn, 'no-answer', { asked, outcome: 'none' });
    case 'refused':
      return takeRefusal(turn);
    case 'none':
      return sense.isOffTopic
        ? sayNoAnswer(turn, 'off-topic', { asked, outcome: 'off-topic' })
        : sayNoAnswer(turn, 'no-answer', { asked, outcome: 'none' });
  }
}

/** What each route starts from, as people name it. */
const startsFrom: Readonly<Record<'add-azure' | 'add-microsoft-365', readonly ConceptId[]>> = {
  'add-azure': ['microsoft-365', 'outlook', 'teams', 'exchange', 'sharepoint', 'onedrive'],
  'add-microsoft-365': ['azure'],
};

/** "We do not want that" stops a route. "We already have that" may only say where it starts: it goes on, or is offered at the choices. */
async function takeRefusal(turn: ConversationTurn): Promise<boolean> {
  const { conversation, record, parts } = turn;
  const { goal } = conversation.progress;
  const { named } = parts.questions.hear(conversation.heard.text, conversation.t.locale);
  const has = (scenario: 'add-azure' | 'add-microsoft-365'): boolean =>
    named.some(({ concept, isRefused }) => !isRefused && startsFrom[scenario].some((one) => one === concept));
  const from = (['add-azure', 'add-microsoft-365'] as const).filter(has);
  const [scenario] = from;
  if (scenario !== undefined && from.length === 1) {
    if (record.dialogId === 'choose-scenario')
      return offerChoices(turn, { wish: { do: 'choose-scenario', scenario }, ids: [] });
    if (goal?.kind === 'scenario' && goal.scenario === scenario) return turn.askAgain();
  }
  await conversation.say('not-that');
  return showMenu(turn);
}

/** Small talk is answered, and the open question stays open. */
async function makeSmallTalk(turn: ConversationTurn, about: SmallTalk): Promise<true> {
  if (about === 'hello') return turn.sayAndAskAgain(turn.conversation.t('message.hello.text'));
  return about === 'frustration' ? easeFrustration(turn) : sayBeside(turn, about);
}

/** Frustration: the other answers below one that did not help, else the button for a person. A second miss brings the way to one itself. */
async function easeFrustration(turn: ConversationTurn): Promise<true> {
  const { conversation, record } = turn;
  if (record.lastCard.includes('answer-helped') && record.otherAnswers.length > 0 && record.lastAnswer !== null)
    return afterAnswer(turn, { do: 'answer-helped', id: record.lastAnswer, helped: false });
  if (conversation.miss() >= missesBeforePerson) return talkToPerson(turn);
  return sayBeside(turn, 'frustration', [{ do: 'talk-to-person' }]);
}

function canResume({ dialogId, progress }: ConversationRecord): boolean {
  return dialogId !== null && dialogId !== 'choose-scenario' && progress.goal?.kind === 'scenario';
}

/** A word or two that ask for nothing we know, or a yes to something long gone: somebody is back, and looks where they were. */
function saysLittle({ conversation: { heard }, record }: ConversationTurn): boolean {
  if (heard.how !== 'words') return false;
  const isReply = heard.intent?.do === 'yes' || heard.intent?.do === 'no';
  // A reminder came meanwhile, and asks something itself.
  const isAsked =
    record.confirming !== null || record.tickets.asking !== null || record.lastCard.includes('stop-reminding');
  if (isReply) return !isAsked;
  return heard.intent === null && heard.text.split(' ').length <= 2;
}
