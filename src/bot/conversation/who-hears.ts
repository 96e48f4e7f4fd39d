import type { ActionName, ActionOf, CardAction } from '../../../cards/card-action.ts';
import type { heardInDialogs } from '../../../dialogs/conversation-dialogs.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import { askForAnswer } from './answer-to-colleague.ts';
import { handOver } from './hand-over.ts';
import {
  afterAnswer,
  askAcceptor,
  askAdmin,
  cancel,
  checkAnywhere,
  confirmDeletion,
  deleteNow,
  explainWhy,
  goBack,
  goOnWithoutSignIn,
  noneOfThese,
  openRequest,
  remindLater,
  setLanguage,
  showHelp,
  showLanguages,
  showMenu,
  showQuestion,
  showStatus,
  showStep,
  showStepsAnywhere,
  showTopic,
  signInFromAnywhere,
  signOut,
  startGoal,
  startOver,
  stopReminding,
  talkToPerson,
} from './heard-anywhere.ts';
import type { heardInQuestions } from './pending-questions.ts';
import { decline, leaveTicket, openByNumber, openTicket, putOff, showTickets } from './ticket-intents.ts';

/** Does what an action asks for. False when it cannot be done here; the dialog that waits says that it did not understand. */
type Handler<Action> = (turn: ConversationTurn, action: Action) => Promise<boolean>;

/** The names under which `heard` says that this action is heard. */
type Hearing<Heard, Name extends ActionName> = {
  [Id in keyof Heard]: Name extends keyof Heard[Id] ? Id : never;
}[keyof Heard];

interface InDialogs<Name extends ActionName> {
  /** They take it while they wait. */
  readonly dialogs: readonly Hearing<typeof heardInDialogs, Name>[];
  /** What of it the dialogs take; all of it where nothing is said. */
  readonly only?: (action: ActionOf<Name>) => boolean;
}

interface InQuestions<Name extends ActionName> {
  /** A question that waits for a yes takes it first. */
  readonly questions: readonly Hearing<typeof heardInQuestions, Name>[];
}

interface Anywhere<Name extends ActionName> {
  /** Takes it wherever none of the dialogs above waits. */
  readonly anywhere: Handler<ActionOf<Name>>;
}

type Hearer<Name extends ActionName> = Partial<InDialogs<Name> & InQuestions<Name> & Anywhere<Name>> &
  (InDialogs<Name> | InQuestions<Name> | Anywhere<Name>);

/** Who hears each action: the dialogs that take it while they wait, a question that waits for a yes, or a handler that counts anywhere. */
export const whoHears = {
  'choose-scenario': { anywhere: (turn, { scenario }) => startGoal(turn, { kind: 'scenario', scenario }) },
  'accept-suggestion': { anywhere: (turn, { scenario }) => startGoal(turn, { kind: 'scenario', scenario }) },
  'show-status': { anywhere: showStatus },
  'not-sure': { dialogs: ['agreement'], anywhere: (turn) => startGoal(turn, { kind: 'suggestion' }) },

  'sign-in': { dialogs: ['explain-sign-in', 'sign-in', 'step-up'], anywhere: signInFromAnywhere },
  'without-sign-in': { dialogs: ['explain-sign-in', 'sign-in', 'step-up'], anywhere: goOnWithoutSignIn },
  'sign-out': { anywhere: signOut },

  yes: {
    questions: ['delete-my-data', 'hand-over', 'answer'],
    dialogs: [
      'explain-sign-in',
      'sign-in',
      'step-up',
      'verdict',
      'status',
      'suggestion',
      'join-confirmation',
      'steps',
      'proof',
      'admin-request',
      'resume',
    ],
  },
  no: {
    questions: ['delete-my-data', 'hand-over', 'answer'],
    dialogs: [
      'explain-sign-in',
      'sign-in',
      'step-up',
      'agreement',
      'verdict',
      'status',
      'suggestion',
      'join-confirmation',
      'steps',
      'proof',
      'admin-request',
      'resume',
    ],
  },
  'answer-agreement': { dialogs: ['agreement', 'verdict', 'steps'] },
  'confirm-join': { dialogs: ['verdict', 'join-confirmation'] },
  'check-again': {
    dialogs: [
      'explain-sign-in',
      'sign-in',
      'step-up',
      'verdict',
      'status',
      'suggestion',
      'steps',
      'proof',
      'admin-request',
    ],
    anywhere: checkAnywhere,
  },
  'show-steps': {
    dialogs: ['explain-sign-in', 'step-up', 'verdict', 'status', 'steps', 'proof'],
    anywhere: showStepsAnywhere,
  },
  'tick-step': { dialogs: ['verdict', 'steps'] },
  'tick-by-number': { dialogs: ['verdict', 'steps'], anywhere: showStepsAnywhere },
  'i-have-done-it': { dialogs: ['sign-in', 'step-up', 'verdict', 'status', 'steps', 'proof'] },
  'show-receipt': { dialogs: ['proof'] },

  'show-menu': { anywhere: showMenu },
  back: { anywhere: goBack },
  repeat: { anywhere: (turn) => turn.askAgain() },
  'carry-on': { dialogs: ['resume', 'step-up'], anywhere: (turn) => turn.askAgain() },
  cancel: { questions: ['delete-my-data', 'hand-over', 'answer'], anywhere: cancel },
  'start-over': { anywhere: startOver },

  'show-help': { anywhere: showHelp },
  'show-step': { anywhere: showStep },
  'show-topic': {
    dialogs: ['agreement'],
    only: ({ topic }) => topic === 'enterprise-agreement',
    anywhere: showTopic,
  },
  'why-do-you-ask': { anywhere: explainWhy },
  'show-language': { anywhere: showLanguages },
  'set-language': { anywhere: setLanguage },
  'talk-to-person': { anywhere: talkToPerson },
  'ask-question': { anywhere: showQuestion },
  'answer-helped': { anywhere: afterAnswer },
  'none-of-these': { anywhere: noneOfThese },

  'remind-me': { anywhere: remindLater },
  'stop-reminding': { anywhere: stopReminding },
  'ask-admin': { anywhere: askAdmin },
  'ask-acceptor': { anywhere: askAcceptor },
  'open-request': { anywhere: openRequest },
  'answer-request': { dialogs: ['admin-request'] },
  'delete-my-data': { anywhere: confirmDeletion },
  'delete-my-data-now': { questions: ['delete-my-data'], anywhere: deleteNow },

  'my-tickets': { anywhere: whereTicketsAre(showTickets) },
  'open-ticket': { anywhere: whereTicketsAre((turn, { ticket }) => openTicket(turn, ticket)) },
  'ask-for-ticket': { anywhere: whereTicketsAre((turn, { number }) => openByNumber(turn, number)) },
  'put-off-ticket': { anywhere: whereTicketsAre((turn, { ticket }) => putOff(turn, ticket)) },
  'decline-ticket': { anywhere: whereTicketsAre((turn, { ticket }) => decline(turn, ticket)) },
  'leave-ticket': { anywhere: whereTicketsAre(leaveTicket) },
  'hand-over': {
    questions: ['hand-over'],
    // Typed where nothing asks for it, it asks first: nothing is sent that the person has not seen.
    anywhere: whereTicketsAre((turn, { course, asked = '' }) =>
      turn.conversation.heard.how === 'words' ? talkToPerson(turn) : handOver(turn, { withCourse: course, asked }),
    ),
  },
  'answer-colleague': { anywhere: whereTicketsAre((turn, { ticket }) => askForAnswer(turn, ticket)) },
  'send-answer': { questions: ['answer'] },
} satisfies { readonly [Name in ActionName]: Hearer<Name> };

/** Hands an action to whoever hears it. False when the dialog that waits takes it from here. */
export async function answerIntent(turn: ConversationTurn, action: CardAction): Promise<boolean> {
  // Each entry takes the action that it stands under, which no type can follow through a variable.
  const { dialogs = [], only, anywhere } = whoHears[action.do] as Partial<UntypedHearer>;
  const isHeardHere = dialogs.some((id) => turn.dialogs.waitsIn(turn.record.dialogs, id));
  if (anywhere === undefined || (isHeardHere && only?.(action) !== false)) return false;
  return anywhere(turn, action);
}

interface UntypedHearer {
  readonly dialogs: readonly (keyof typeof heardInDialogs)[];
  readonly only: (action: CardAction) => boolean;
  readonly anywhere: Handler<CardAction>;
}

/** Without a helpdesk there are no tickets, and nothing said about one is understood. */
function whereTicketsAre<Action>(handler: Handler<Action>): Handler<Action> {
  return async (turn, action) => turn.parts.tickets !== undefined && handler(turn, action);
}
