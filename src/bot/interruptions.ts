import type { TurnContext } from 'botbuilder';
import type { CardAction } from '../../cards/card-action.ts';
import { helpCard } from '../../cards/help-card.ts';
import { languageCard } from '../../cards/language-card.ts';
import { talkToPersonCard } from '../../cards/talk-to-person-card.ts';
import { topicCard } from '../../cards/topic-card.ts';
import type { ConversationDialogs } from '../../dialogs/conversation-dialogs.ts';
import { errandOf } from '../../dialogs/errands.ts';
import { type MomentId, newJourney } from '../../dialogs/talk.ts';
import type { WhyId } from '../i18n/words.ts';
import type { ConversationParts } from './conversation.ts';
import type { ConversationRecord } from './conversation-record.ts';
import type { Input } from './hearing.ts';
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
  if (input.smallTalk !== null) {
    await talk.say(input.smallTalk);
    await askAgain(turn);
    return true;
  }
  const wish = talk.heard.wish ?? understoodLoosely(turn);
  if (wish === null) return false;
  talk.heard = { ...talk.heard, wish };
  return grant(turn, wish);
}

/** A short sentence that holds a phrase, where the dialog would not know what to do with the text itself. */
function understoodLoosely({ talk, parts, record }: Interruption): CardAction | null {
  if (record.checkpoint === 'sign-in' && /^\d{6}$/.test(talk.heard.text)) return null;
  const understood = parts.understanding.loosely(talk.heard.text);
  return understood.kind === 'wish' ? understood.wish : null;
}

async function grant(turn: Interruption, wish: CardAction): Promise<boolean> {
  const { context, record, talk, dialogs, parts } = turn;
  const errand = errandOf(wish);
  if (errand !== null && !(record.checkpoint === 'agreement' && wish.do === 'not-sure')) {
    talk.journey = newJourney(errand);
    await dialogs.begin(context, 'explain-sign-in');
    return true;
  }
  switch (wish.do) {
    case 'show-help':
      await talk.show(helpCard({}, talk.t));
      return askAgain(turn);
    case 'show-topic':
      if (record.checkpoint === 'agreement' && wish.topic === 'enterprise-agreement') return false;
      await talk.show(topicCard({ topic: wish.topic }, talk.t));
      return askAgain(turn);
    case 'talk-to-person':
      await talk.show(talkToPersonCard({ contact: parts.contact }, talk.t));
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

/** The moments that ask for a sign-in take it themselves; anywhere else it starts one. */
async function signInFromAnywhere({ context, record, talk, dialogs }: Interruption): Promise<boolean> {
  if (record.checkpoint === 'explain-sign-in' || record.checkpoint === 'sign-in') return false;
  talk.journey.errand ??= { kind: 'status' };
  await dialogs.begin(context, 'sign-in');
  return true;
}
