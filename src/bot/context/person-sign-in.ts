import type { TurnContext } from 'botbuilder';
import type { SignIn, SignInFound } from '../../../dialogs/conversation-context.ts';
import { forgetToken, lookUpToken, signInLinkFor } from '../../../dialogs/sign-in-prompt.ts';
import type { SignedInPerson } from '../../domain/ticket-person.ts';
import type { MessageId } from '../../i18n/words.ts';
import type { Journal } from '../../ports/journal.ts';
import { channelOf } from '../input/activity.ts';
import { startProgress } from '../record/conversation-changes.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';
import { closeTickets } from '../record/ticket-places.ts';
import { type AccountMatch, claimsOf, matchAccount } from '../sign-in/account-match.ts';
import type { MessageComposer } from './message-composer.ts';

/** What signing in and out needs. */
export interface PersonSignInParts {
  readonly connectionName: string;
  readonly journal: Journal;
}

type LookedUp =
  | { readonly found: 'signed-in'; readonly token: string }
  | { readonly found: Exclude<SignInFound, 'signed-in'> };

const foreignMessages = {
  'other-account': 'sign-in-other-account',
  'other-tenant': 'sign-in-other-tenant',
} as const satisfies Record<Exclude<AccountMatch, 'same'>, MessageId>;

/** The sign-in of the person in this chat. The token service keeps it; a token is here only while it is used. */
export class PersonSignIn implements SignIn {
  readonly #context: TurnContext;
  readonly #record: ConversationRecord;
  readonly #messages: MessageComposer;
  readonly #parts: PersonSignInParts;

  constructor(context: TurnContext, record: ConversationRecord, messages: MessageComposer, parts: PersonSignInParts) {
    this.#context = context;
    this.#record = record;
    this.#messages = messages;
    this.#parts = parts;
  }

  async isThere(): Promise<boolean> {
    return (await this.token()) !== null;
  }

  link(): Promise<string | null> {
    const { exchangesSignIn } = channelOf(this.#context.activity);
    return signInLinkFor(this.#context, this.#parts.connectionName, exchangesSignIn);
  }

  async lookFor(code?: string): Promise<SignInFound> {
    return (await this.#lookUp(code)).found;
  }

  /** The token for the bot's own API; null when nobody is signed in, or somebody else than the person in this chat. */
  async token(): Promise<string | null> {
    const looked = await this.#lookUp();
    return looked.found === 'signed-in' ? looked.token : null;
  }

  /** Who is signed in here. The token comes straight from the token service, so its claims are what Entra said. */
  async who(): Promise<SignedInPerson | null> {
    const token = await this.token();
    return token === null ? null : personIn(token);
  }

  async signOut(): Promise<void> {
    await this.forget();
    closeTickets(this.#record);
    startProgress(this.#record, null);
    this.#parts.journal.note({ event: 'sign-out.done' });
  }

  /** Removes the sign-in and leaves everything else. */
  forget(): Promise<void> {
    return forgetToken(this.#context, this.#parts.connectionName);
  }

  /** Says that somebody signed in with a different account from the one in this chat. They are already signed out. */
  async tellForeign(match: Exclude<AccountMatch, 'same'>): Promise<void> {
    this.#parts.journal.note({ event: 'sign-in.foreign', because: match });
    await this.#messages.say(foreignMessages[match]);
  }

  async #lookUp(code?: string): Promise<LookedUp> {
    const token = await lookUpToken(this.#context, this.#parts.connectionName, code);
    if (token === null) return { found: 'not-signed-in' };
    const match = matchAccount(token, this.#context.activity);
    if (match === 'same') return { found: 'signed-in', token };
    await this.forget();
    await this.tellForeign(match);
    return { found: match };
  }
}

/** The person that a token of the token service is for. */
export function personIn(token: string): SignedInPerson | null {
  const claims = claimsOf(token);
  if (claims === null) return null;
  const { oid: personId, tid: tenantId, name = '', preferred_username: signInName = '' } = claims;
  const who = { personId, tenantId, userPrincipalName: null };
  return name === '' && signInName === '' ? who : { ...who, shownAs: { name, signInName } };
}
