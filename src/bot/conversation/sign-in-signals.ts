import type { TurnContext } from 'botbuilder';
import { noticeCard } from '../../../cards/notice-card.ts';
import { backFromSignIn } from '../../../dialogs/explain-sign-in-dialog.ts';
import { tellSignInAway } from '../../../dialogs/sign-in-away.ts';
import { failureMessages } from '../../../dialogs/sign-in-dialog.ts';
import { codeTriesMax, readState, signInFailureOf } from '../../../dialogs/sign-in-prompt.ts';
import { endStepUp, withLastReading } from '../../../dialogs/step-up-dialog.ts';
import type { SignInUnavailable } from '../../ports/sign-in-service.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import { answerInvoke } from '../input/invoke-answers.ts';
import { keepFailedExchanges, setStrayCodes, setToldSignInFailure } from '../record/conversation-changes.ts';
import { type Exchange, exchangedBody, notExchangedBody } from '../sign-in/single-sign-on.ts';

const failuresBeforeHelp = 3;
const sixDigits = /^\d{6}$/;

/** What a client tells about a sign-in: it worked, it did not, or here is something to look it up with. */
export function takeSignInSignal(signal: ConversationTurn): Promise<void> {
  switch (signal.context.activity.name) {
    case 'signin/tokenExchange':
      return takeExchange(signal);
    case 'signin/verifyState':
      return takeCode(signal);
    case 'signin/failure':
      return takeFailure(signal);
    default:
      return goOn(signal);
  }
}

/** The same words as the first time, for a client that asks again. */
export async function answerSignInAgain({ context, parts }: ConversationTurn): Promise<void> {
  if (context.activity.name !== 'signin/tokenExchange') return answerInvoke(context, 200);
  const { kind } = await parts.singleSignOn.take(context);
  return answerExchange(context, kind);
}

async function takeExchange(signal: ConversationTurn): Promise<void> {
  const { context, record, conversation, parts } = signal;
  const exchange = await parts.singleSignOn.take(context);
  parts.journal.note({ event: 'sign-in.exchanged', outcome: exchange.kind });
  await answerExchange(context, exchange.kind);
  switch (exchange.kind) {
    case 'counts':
      keepFailedExchanges(record, []);
      return goOn(signal);
    case 'foreign':
      return conversation.signIn.tellForeign(exchange.match);
    case 'failed':
      return countFailure(signal);
    case 'away':
      return tellAway(signal, exchange.fault);
    case 'copy':
    case 'malformed':
      return;
  }
}

function answerExchange(context: TurnContext, kind: Exchange['kind']) {
  if (kind === 'malformed') return answerInvoke(context, 400, notExchangedBody(context.activity));
  const isIn = kind === 'counts' || kind === 'copy';
  return isIn
    ? answerInvoke(context, 200, exchangedBody(context.activity))
    : answerInvoke(context, 412, notExchangedBody(context.activity));
}

/** Teams shows its own button after a failure. Only when sign-ins keep failing is there something to say. */
async function countFailure({ context, record, conversation }: ConversationTurn): Promise<void> {
  const id = String(context.activity.value?.id);
  if (record.failedExchanges.includes(id)) return;
  keepFailedExchanges(record, [...record.failedExchanges, id].slice(-failuresBeforeHelp));
  if (record.failedExchanges.length < failuresBeforeHelp) return;
  keepFailedExchanges(record, []);
  await conversation.show(
    noticeCard(
      {
        message: 'sign-in-keeps-failing',
        actions: [{ do: 'without-sign-in' }, { do: 'sign-in' }, { do: 'talk-to-person' }],
      },
      conversation.t,
    ),
  );
}

/** Every client that is open hands over the same sign-in; one answer is enough. The question that waits for it goes on waiting. */
async function tellAway({ context, record, conversation }: ConversationTurn, fault: SignInUnavailable): Promise<void> {
  const id = String(context.activity.value?.id);
  if (record.failedExchanges.includes(id)) return;
  keepFailedExchanges(record, [...record.failedExchanges, id].slice(-failuresBeforeHelp));
  await tellSignInAway(conversation, fault);
}

/** The sign-in window sends its code. When no question waits for it, the code still counts: the person did sign in. */
async function takeCode(signal: ConversationTurn): Promise<void> {
  const { context, record, conversation, dialogs } = signal;
  if (await dialogs.carryOnPrompt(context)) return;
  const code = readState(context.activity);
  if (code === 'cancelled') return takeClosedWindow(signal);
  const mayTry = sixDigits.test(code) && record.strayCodes < codeTriesMax;
  const found = mayTry ? await conversation.signIn.lookFor(code) : 'not-signed-in';
  setStrayCodes(record, found === 'signed-in' ? 0 : record.strayCodes + 1);
  await answerInvoke(context, found === 'not-signed-in' ? 404 : 200);
  if (found === 'signed-in') await goOn(signal);
}

/** Microsoft keeps people whom it refuses in its own window, so closing it may be all that is ever heard of a refusal. */
async function takeClosedWindow({ context, record, conversation, dialogs }: ConversationTurn): Promise<void> {
  await answerInvoke(context, 200);
  if (record.dialogId !== 'step-up') return;
  const state = await conversation.stepUp.state();
  // The window that is closed may still be the first one, in which another account was used.
  const isAnother = state === 'offered' && conversation.stepUp.waiting?.isAgain === true;
  if (state === 'used' || isAnother) return;
  const goesOn = await endStepUp(conversation, null);
  if (goesOn !== null) await dialogs.begin(context, goesOn, withLastReading);
}

/** Every client of the person reports its failure; one answer at a time is enough. */
async function takeFailure(signal: ConversationTurn): Promise<void> {
  const { context, record, conversation, dialogs } = signal;
  if (await dialogs.carryOnPrompt(context)) return;
  await answerInvoke(context, 200);
  const failure = signInFailureOf(context.activity);
  if (record.toldSignInFailure === failure) return;
  setToldSignInFailure(record, failure);
  conversation.note({ event: 'sign-in.failed', code: failure });
  await conversation.show(
    noticeCard(
      {
        message: failureMessages[failure],
        actions: [{ do: 'sign-in' }, { do: 'without-sign-in' }, { do: 'talk-to-person' }],
      },
      conversation.t,
    ),
  );
}

/** The prompt that waits takes it; without one, a question about signing in is answered by having done so. */
async function goOn({ context, record, dialogs }: ConversationTurn): Promise<void> {
  if (await dialogs.carryOnPrompt(context)) return;
  if (record.dialogId !== 'explain-sign-in' && record.dialogId !== 'sign-in') return;
  const options = await dialogs.optionsOf(context, record.dialogId);
  await dialogs.begin(context, 'explain-sign-in', { ...options, isQuiet: false, ...backFromSignIn });
}
