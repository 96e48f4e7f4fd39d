import type { TokenFault } from './desk.ts';
import type { QuestionOutcome } from './question-log.ts';

/**
 * Everything that may be logged, as a closed list. Never a token, a name, or what a person typed;
 * people and conversations appear as pseudonyms.
 */
export type JournalEvent =
  | { readonly event: 'app.started'; readonly port: number; readonly version: string }
  | { readonly event: 'app.stopping' }
  /** An uncaught error. The process finishes what is running, then exits. */
  | { readonly event: 'process.fault'; readonly error: string }
  /** Console output from a library, redacted. */
  | { readonly event: 'library.said'; readonly level: string; readonly text: string }
  /** Events of one kind that were dropped because there were too many in one second. */
  | { readonly event: 'log.left-out'; readonly of: string; readonly count: number }
  /** Documents past their retention time were removed: conversations, requests to administrators, scheduled jobs. */
  | { readonly event: 'retention.done'; readonly removed: number }
  | { readonly event: 'retention.failed'; readonly error: string }
  /** The store does not do what it is asked. Noted at the first fault, and every minute while it lasts. `cause`: a code. */
  | { readonly event: 'store.failed'; readonly code: string; readonly cause: string }
  /** It does again. */
  | { readonly event: 'store.recovered'; readonly awayMs: number }
  | { readonly event: 'door.denied'; readonly reason: string }
  /** More connections than may be open; the new one is ended. */
  | { readonly event: 'door.full' }
  /** A handler of a request other than a turn broke its promise. */
  | { readonly event: 'request.failed'; readonly error: string; readonly code: string }
  /** `answers`: whether keys of before are still there, so that messages can be checked and answered. */
  | { readonly event: 'door.keys-not-fetched'; readonly code: string; readonly answers: boolean }
  /** The signing keys of Entra could not be fetched. `answers`: whether keys of before are still there. */
  | { readonly event: 'tab.keys-not-fetched'; readonly code: string; readonly answers: boolean }
  /** A request of the tab in Teams was refused. */
  | { readonly event: 'tab.refused'; readonly because: string }
  /** Teams did not say which chat is that of the person in the tab. */
  | { readonly event: 'tab.chat-not-found'; readonly error: string }
  | { readonly event: 'request.shed'; readonly tooMuchOf: 'one' | 'all' }
  | {
      readonly event: 'turn.done';
      readonly channel: string;
      readonly kind: string;
      readonly dialog: string;
      readonly tookMs: number;
      readonly replays: number;
    }
  | { readonly event: 'turn.failed'; readonly reference: string; readonly code: string; readonly error: string }
  | { readonly event: 'turn.duplicate' }
  /** Everything was sent and answered, but the store could not record it. It is sent again when the conversation continues. */
  | { readonly event: 'turn.not-settled'; readonly error: string }
  | { readonly event: 'turn.conflict'; readonly attempt: number }
  | { readonly event: 'state.quarantined'; readonly reason: string }
  /** A stored conversation written by a later release; it was left unchanged. */
  | { readonly event: 'state.newer'; readonly version: number }
  /** A person had their data deleted, and nothing is left. */
  | { readonly event: 'data.forgotten'; readonly removed: number }
  /** A person had their data deleted, but something is left. `left` counts documents; null if the store could not be asked. */
  | {
      readonly event: 'data.not-forgotten';
      readonly reference: string;
      readonly left: number | null;
      readonly signIn: 'gone' | 'left';
    }
  /** The bot read again without being asked, after an incomplete answer. */
  | { readonly event: 'recheck.done'; readonly dialog: string; readonly outcome: 'told' | 'again' | 'gave-up' | 'over' }
  | { readonly event: 'send.failed'; readonly status: number | null; readonly code: string }
  | {
      readonly event: 'send.refused';
      readonly reference: string;
      readonly status: number | null;
      readonly code: string;
    }
  | { readonly event: 'send.recovered'; readonly messages: number }
  | { readonly event: 'upstream.called'; readonly service: string; readonly outcome: string; readonly tookMs: number }
  | { readonly event: 'sign-in.done' }
  | { readonly event: 'sign-in.code-refused' }
  | { readonly event: 'sign-in.exchanged'; readonly outcome: string }
  /** A different person signed in than the one in the chat; the sign-in was undone. */
  | { readonly event: 'sign-in.foreign'; readonly because: 'other-account' | 'other-tenant' }
  /** The client could not sign the person in silently. */
  | { readonly event: 'sign-in.failed'; readonly code: SignInFailure }
  /** The service that keeps sign-ins refused, or did not answer; somebody was told so. `status`: null if there was no answer. */
  | { readonly event: 'sign-in.unavailable'; readonly status: number | null }
  /** A service wanted a second proof of who somebody is, and this came of it. */
  | {
      readonly event: 'step-up.ended';
      readonly outcome: 'read' | 'not-enough' | 'other-account' | 'refused' | 'given-up';
    }
  | { readonly event: 'sign-out.done' }
  | { readonly event: 'job.failed'; readonly error: string }
  /** The channel reports that the bot may no longer write there, or cannot. */
  | { readonly event: 'reference.dropped'; readonly reason: string }
  | { readonly event: 'verdict.told'; readonly scenario: string; readonly outcome: string }
  | { readonly event: 'proof.told'; readonly scenario: string; readonly kind: string }
  /** Somebody asked for something where they write a message. Never what they typed. */
  | {
      readonly event: 'message-box.answered';
      readonly asked: string;
      readonly outcome: MessageBoxOutcome;
      readonly tookMs: number;
    }
  | { readonly event: 'message-box.failed'; readonly asked: string; readonly error: string }
  | { readonly event: 'press.refused'; readonly reason: string }
  /** A delivery from a desk; `outcome` says what it was. */
  | { readonly event: 'ticket.received'; readonly desk: string; readonly outcome: string }
  | { readonly event: 'ticket.refused'; readonly desk: string; readonly because: string }
  | { readonly event: 'ticket.moved'; readonly to: string }
  /** Work on a ticket failed and will be retried. */
  | { readonly event: 'ticket.work-failed'; readonly error: string }
  /** A desk accepted an effect. `ageMs`: time since the effect was decided. */
  | {
      readonly event: 'desk.delivered';
      readonly desk: string;
      readonly tookMs: number;
      readonly ageMs: number;
      readonly tries: number;
    }
  | { readonly event: 'desk.failed'; readonly desk: string; readonly status: number | null; readonly tries: number }
  /** There was no token to sign in to a desk with, so it was not asked. `host`: of its token endpoint. `code`: of OAuth 2.0, or empty. */
  | {
      readonly event: 'desk.sign-in-failed';
      readonly desk: string;
      readonly because: TokenFault['because'];
      readonly status: number | null;
      readonly code: string;
      readonly host: string;
      readonly tries: number;
    }
  /** A desk took the note of an effect, but not the state. `status`: null if its workflow leads there from nowhere. */
  | { readonly event: 'desk.state-refused'; readonly desk: string; readonly status: number | null }
  /** A desk will not get an effect unless an operator retries it. */
  | { readonly event: 'desk.dead'; readonly desk: string }
  /** An operator signed in. Entra's sign-in log records who it was. */
  | { readonly event: 'operator.signed-in' }
  | { readonly event: 'operator.refused'; readonly because: string }
  /** An operator retried what a desk had not accepted. */
  | { readonly event: 'operator.replayed'; readonly desk: string; readonly count: number }
  /** The vectors that sentences are compared with are there. `made`: how many requests it took; 0 if all were kept. */
  | {
      readonly event: 'embeddings.ready';
      readonly model: string;
      readonly dimensions: number;
      readonly texts: number;
      readonly made: number;
    }
  /** The embedding service gave no vectors, so the bot reads sentences without it. Noted once, until it is back. */
  | { readonly event: 'embeddings.failed'; readonly because: EmbeddingsFailure; readonly status: number | null }
  | { readonly event: 'embeddings.back' }
  /** How a question ended, and the id of the entry that was shown. Never what was asked. */
  | { readonly event: 'question.asked'; readonly outcome: QuestionOutcome; readonly found: string | null };

/** What somebody got where they write a message. */
export type MessageBoxOutcome = 'found' | 'nothing' | 'window' | 'hint' | 'card' | 'not-allowed' | 'malformed';

/** Why there are no vectors to compare a sentence with. */
export type EmbeddingsFailure =
  /** The key or the managed identity is not accepted (401, 403). */
  | 'refused'
  /** There is no such deployment, model or address (404). */
  | 'not-found'
  | 'throttled'
  | 'unavailable'
  | 'too-slow'
  /** The service does not take the request: a text that is too long, or an unknown parameter (other 4xx, and redirects). */
  | 'not-accepted'
  /** The response is not what the documentation says. */
  | 'unusable'
  | 'store-unavailable'
  /** A fault of the bot's own. */
  | 'unexpected';

/** The name of an event. */
export type EventName = JournalEvent['event'];
/** The event of this name. */
export type EventNamed<Name extends EventName> = Extract<JournalEvent, { readonly event: Name }>;

/** Why a Teams client could not sign a person in silently. Source: Teams SDK, "Troubleshooting SSO". */
export const signInFailures = [
  'installedappnotfound',
  'invokeerror',
  'resourcematchfailed',
  'oauthcardnotvalid',
  'tokenmissing',
  'authrequestfailed',
  'other',
] as const;
/** One of the codes that Teams gives for a failed sign-in; `other` for any that we do not know. */
export type SignInFailure = (typeof signInFailures)[number];

/** Where events go. Never throws and never blocks. */
export interface Journal {
  note(event: JournalEvent): void;
}
