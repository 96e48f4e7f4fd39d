/**
 * What may be logged, as a closed list. Never a token, a name, or what somebody typed;
 * people and conversations appear as pseudonyms.
 */
export type JournalEvent =
  | { readonly event: 'app.started'; readonly port: number; readonly version: string }
  | { readonly event: 'app.stopping' }
  /** Something nobody caught; the process ends after what is running. */
  | { readonly event: 'process.fault'; readonly error: string }
  /** What a library wrote on the console, redacted. */
  | { readonly event: 'library.said'; readonly level: string; readonly text: string }
  /** So many events of one kind were not written, because there were too many in one second. */
  | { readonly event: 'log.left-out'; readonly of: string; readonly count: number }
  /** What was kept too long is removed: conversations, requests to administrators, things to take up. */
  | { readonly event: 'retention.done'; readonly removed: number }
  | { readonly event: 'retention.failed'; readonly error: string }
  | { readonly event: 'settings.refused'; readonly names: readonly string[] }
  | { readonly event: 'door.denied'; readonly reason: string }
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
  /** All was sent and answered, and the store could not be told so. It is sent again when the conversation goes on. */
  | { readonly event: 'turn.not-settled'; readonly error: string }
  | { readonly event: 'turn.conflict'; readonly attempt: number }
  | { readonly event: 'state.quarantined'; readonly reason: string }
  /** A stored conversation that a later release wrote; it was left as it is. */
  | { readonly event: 'state.newer'; readonly version: number }
  /** Somebody wanted to be forgotten, and nothing is left. */
  | { readonly event: 'data.forgotten'; readonly removed: number }
  /** The same, and something is left. `left` counts documents; null when the store could not be asked. */
  | {
      readonly event: 'data.not-forgotten';
      readonly reference: string;
      readonly left: number | null;
      readonly signIn: 'gone' | 'left';
    }
  /** The bot looked by itself, after an answer that was cut short. */
  | { readonly event: 'recheck.done'; readonly dialog: string; readonly outcome: 'told' | 'again' | 'gave-up' | 'over' }
  | { readonly event: 'send.failed'; readonly status: number | null; readonly code: string }
  | { readonly event: 'send.recovered'; readonly messages: number }
  | { readonly event: 'upstream.called'; readonly service: string; readonly outcome: string; readonly tookMs: number }
  | { readonly event: 'sign-in.done' }
  | { readonly event: 'sign-in.code-refused' }
  | { readonly event: 'sign-in.exchanged'; readonly outcome: string }
  /** Signed in as somebody else than who is in the chat; the sign-in was taken away again. */
  | { readonly event: 'sign-in.foreign'; readonly because: 'other-account' | 'other-tenant' }
  /** The client could not sign somebody in without asking. */
  | { readonly event: 'sign-in.failed'; readonly code: SignInFailure }
  | { readonly event: 'sign-out.done' }
  | { readonly event: 'job.failed'; readonly error: string }
  /** The channel says that the bot may not, or can not, write there any more. */
  | { readonly event: 'reference.dropped'; readonly reason: string }
  | { readonly event: 'verdict.told'; readonly scenario: string; readonly outcome: string }
  | { readonly event: 'proof.told'; readonly scenario: string; readonly kind: string }
  | { readonly event: 'press.refused'; readonly reason: string }
  /** A desk delivered something; `outcome` says what it was. */
  | { readonly event: 'ticket.received'; readonly desk: string; readonly outcome: string }
  | { readonly event: 'ticket.refused'; readonly desk: string; readonly because: string }
  | { readonly event: 'ticket.moved'; readonly to: string }
  /** Something to do for a ticket failed and is taken up again. */
  | { readonly event: 'ticket.work-failed'; readonly error: string }
  /** A desk has what it was to be told. `ageMs`: since that was decided. */
  | {
      readonly event: 'desk.delivered';
      readonly desk: string;
      readonly tookMs: number;
      readonly ageMs: number;
      readonly tries: number;
    }
  | { readonly event: 'desk.failed'; readonly desk: string; readonly status: number | null; readonly tries: number }
  /** A desk will not get something unless an operator has it tried again. */
  | { readonly event: 'desk.dead'; readonly desk: string }
  /** Somebody who may see tickets signed in. Who, stands in the sign-in log of Entra. */
  | { readonly event: 'operator.signed-in' }
  | { readonly event: 'operator.refused'; readonly because: string }
  /** An operator had a desk told again what it did not take. */
  | { readonly event: 'operator.replayed'; readonly desk: string; readonly count: number }
  | { readonly event: 'question.asked'; readonly found: string | null };

/** Why a client of Teams could not sign somebody in without asking. Source: Teams SDK, "Troubleshooting SSO". */
export const signInFailures = [
  'installedappnotfound',
  'invokeerror',
  'resourcematchfailed',
  'oauthcardnotvalid',
  'tokenmissing',
  'authrequestfailed',
  'other',
] as const;
/** One of the codes that Teams gives for a failed sign-in; `other` for any that are new to us. */
export type SignInFailure = (typeof signInFailures)[number];

/** Where events go. Never throws and never waits. */
export interface Journal {
  note(event: JournalEvent): void;
}
