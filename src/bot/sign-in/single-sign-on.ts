import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { exchangeToken, forgetToken } from '../../../dialogs/sign-in-prompt.ts';
import { keysUnder, removeAll } from '../../ports/document-keys.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import type { RetentionOwner } from '../../ports/retention.ts';
import { SignInUnavailable } from '../../ports/sign-in-service.ts';
import { conversationPrefix } from '../record/conversation-record.ts';
import { type AccountMatch, matchAccount } from './account-match.ts';

/** What became of a token that a client of Teams handed over. */
export type Exchange =
  /** This one counts; every other one of the same sign-in is a copy. */
  | { readonly kind: 'counts' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'foreign'; readonly match: Exclude<AccountMatch, 'same'> }
  /** The token could not be traded: consent is missing, or it has expired. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'away'; readonly fault: SignInUnavailable }
  | { readonly kind: 'malformed' };

const prefix = 'exchange/';

const valueSchema = z.object({
  id: z.string().regex(/^[\x21-\x7e]{1,200}$/),
  connectionName: z.string(),
  token: z.string().min(1).max(16_384),
});
const keptSchema = z.object({ by: z.string(), outcome: z.enum(['exchanged', 'foreign']) });

/**
 * Silent sign-in in Teams. Every client that somebody has open hands over the same sign-in at the same moment; one counts.
 * A document that can be made only once decides which, so it holds on every store and for every replica.
 * The turn that won is known by its activity, so that it still counts when it is run again.
 */
export class SingleSignOn {
  readonly #store: DocumentStore;
  readonly #connectionName: string;

  constructor(store: DocumentStore, connectionName: string) {
    this.#store = store;
    this.#connectionName = connectionName;
  }

  async take(context: TurnContext): Promise<Exchange> {
    try {
      return await this.#trade(context);
    } catch (fault) {
      if (fault instanceof SignInUnavailable) return { kind: 'away', fault };
      throw fault;
    }
  }

  async #trade(context: TurnContext): Promise<Exchange> {
    const { activity } = context;
    const value = valueSchema.safeParse(activity.value);
    if (!value.success || value.data.connectionName !== this.#connectionName) return { kind: 'malformed' };
    const key = keyOf(activity, value.data.id);
    const earlier = await this.#read(key);
    if (earlier !== null) return asSeenBy(activity, earlier);
    const token = await exchangeToken(context, this.#connectionName, value.data.token);
    if (token === null) return { kind: 'failed' };
    const match = matchAccount(token, activity);
    const outcome = match === 'same' ? 'exchanged' : 'foreign';
    if (match !== 'same') await forgetToken(context, this.#connectionName);
    const written = await this.#store.write(key, { by: activity.id ?? '', outcome }, null);
    if (written.kind === 'conflict') {
      const first = await this.#read(key);
      return first === null ? { kind: 'copy' } : asSeenBy(activity, first);
    }
    return match === 'same' ? { kind: 'counts' } : { kind: 'foreign', match };
  }

  async #read(key: string): Promise<z.infer<typeof keptSchema> | null> {
    const stored = await this.#store.read(key);
    const kept = keptSchema.safeParse(stored?.value);
    return kept.success ? kept.data : null;
  }
}

function asSeenBy(activity: Activity, { by, outcome }: z.infer<typeof keptSchema>): Exchange {
  if (outcome === 'foreign') return { kind: 'failed' };
  return by !== '' && by === activity.id ? { kind: 'counts' } : { kind: 'copy' };
}

function keyOf({ channelId, conversation }: Activity, id: string): string {
  return `${prefix}${channelId}/${conversation.id}/${id}`;
}

/** Exchanges have no time of their own: they go with their conversation. */
export function exchangeRetention(store: DocumentStore): RetentionOwner {
  async function* keysOf(conversation: string): AsyncGenerator<string> {
    // They are kept under the channel and id of a 1:1 chat; in a group there are none.
    const chat = new RegExp(`^${conversationPrefix}(.+)/one$`).exec(conversation)?.[1];
    if (chat !== undefined) yield* keysUnder(store, `${prefix}${chat}/`);
  }
  return {
    prefixes: [prefix],
    sweep: async () => 0,
    forget: (conversation) => removeAll(store, keysOf(conversation)),
    keysOf,
  };
}

/** What Teams reads when an exchange went well. Source: the OAuth prompt of the SDK. */
export function exchangedBody(activity: Activity): object {
  const { id, connectionName } = activity.value as { id: string; connectionName: string };
  return { id, connectionName, failureDetail: null };
}

/** What Teams reads when it should show its sign-in button instead. */
export function notExchangedBody({ value }: Activity): object {
  const given: unknown = typeof value === 'object' && value !== null ? value.connectionName : undefined;
  return {
    ...(typeof given === 'string' ? { connectionName: given } : {}),
    failureDetail: 'The token could not be exchanged. Sign in with the button.',
  };
}
