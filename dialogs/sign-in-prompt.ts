import {
  type Activity,
  ActivityTypes,
  CloudAdapterBase,
  type TokenResponse,
  type TurnContext,
  tokenExchangeOperationName,
  tokenResponseEventName,
  verifyStateOperationName,
} from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult, OAuthPrompt, type PromptOptions } from 'botbuilder-dialogs';
import type { UserTokenClient } from 'botframework-connector';
import type { Locale } from '../src/i18n/locales.ts';
import type { Translator } from '../src/i18n/translator.ts';
import { type Talk, talkOf } from './talk.ts';

/** How long a sign-in card stays usable, in milliseconds. Afterwards a fresh one is offered. */
export const signInTimeoutMs = 15 * 60_000;

const codeTriesMax = 3;
const codePattern = /^\d{6}$/;

/** How the prompt ended. Waterfalls get it through `signInResultOf`; a token is never part of it. */
export type SignInResult = { readonly kind: 'signed-in' | 'declined' | 'again' | 'lapsed' | 'too-many-codes' };

/** What the prompt says while it waits. */
export interface SignInPromptWords {
  /** `triesLeft` is 1 or 2. */
  readonly codeRefused: (talk: Talk, triesLeft: number) => Promise<void>;
  readonly stillWaiting: (talk: Talk) => Promise<void>;
}

interface PromptState {
  state: { codeTries?: number };
  expires: number;
}

/**
 * The SDK's OAuth prompt, made stricter:
 * - an event that claims to bring a token is only a signal; the token itself is asked from the token service;
 * - only a message of exactly six digits is a code, and three wrong ones end the prompt;
 * - anything else that is typed gets an answer, and "without signing in" ends it.
 */
export class SignInPrompt extends OAuthPrompt {
  /** The SDK's card has fixed words, so there is one prompt for each language. */
  static idFor(locale: Locale): string {
    return `sign-in-prompt-${locale}`;
  }

  readonly #connectionName: string;
  readonly #words: SignInPromptWords;

  constructor(connectionName: string, t: Translator, words: SignInPromptWords) {
    const text = t('card.sign-in.open-window');
    super(SignInPrompt.idFor(t.locale), { connectionName, title: t('button.sign-in'), text, timeout: signInTimeoutMs });
    this.#connectionName = connectionName;
    this.#words = words;
  }

  override async beginDialog(dialog: DialogContext, options?: PromptOptions): Promise<DialogTurnResult> {
    const result = await super.beginDialog(dialog, options);
    // The SDK looks at the clock of the machine; the bot has one of its own.
    const active = dialog.activeDialog;
    if (active?.id === this.id) (active.state as PromptState).expires = talkOf(dialog.context).now() + signInTimeoutMs;
    return result;
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const { activity } = dialog.context;
    const talk = talkOf(dialog.context);
    const state = dialog.activeDialog?.state as PromptState;
    if (isSignInInvoke(activity)) return super.continueDialog(dialog);
    if (talk.now() > state.expires) return endPrompt(dialog, 'lapsed');
    if (isTokenSignal(activity)) return this.#endWhenSignedIn(dialog);
    if (activity.type !== ActivityTypes.Message) return Dialog.EndOfTurn;
    return this.#answer(dialog, state, talk);
  }

  async #answer(dialog: DialogContext, state: PromptState, talk: Talk): Promise<DialogTurnResult> {
    const wish = talk.heard.wish?.do;
    if (wish === 'without-sign-in' || wish === 'no') return endPrompt(dialog, 'declined');
    if (wish === 'sign-in' || wish === 'check-again' || wish === 'i-have-done-it' || wish === 'yes')
      return this.#endWhenSignedIn(dialog, 'again');
    if (codePattern.test(talk.heard.text)) return this.#tryCode(dialog, state, talk);
    await this.#words.stillWaiting(talk);
    return Dialog.EndOfTurn;
  }

  async #tryCode(dialog: DialogContext, state: PromptState, talk: Talk): Promise<DialogTurnResult> {
    if ((await lookUpToken(dialog.context, this.#connectionName, talk.heard.text)) !== null)
      return endPrompt(dialog, 'signed-in');
    talk.note({ event: 'sign-in.code-refused' });
    state.state.codeTries = (state.state.codeTries ?? 0) + 1;
    const triesLeft = codeTriesMax - state.state.codeTries;
    if (triesLeft <= 0) return endPrompt(dialog, 'too-many-codes');
    await this.#words.codeRefused(talk, triesLeft);
    return Dialog.EndOfTurn;
  }

  async #endWhenSignedIn(dialog: DialogContext, otherwise?: 'again'): Promise<DialogTurnResult> {
    if ((await lookUpToken(dialog.context, this.#connectionName)) !== null) return endPrompt(dialog, 'signed-in');
    return otherwise === undefined ? Dialog.EndOfTurn : endPrompt(dialog, otherwise);
  }
}

function endPrompt(dialog: DialogContext, kind: SignInResult['kind']): Promise<DialogTurnResult> {
  return dialog.endDialog({ kind } satisfies SignInResult);
}

/** How a prompt ended. Where the SDK itself ended it, the result is its token response, or nothing when it lapsed. */
export function signInResultOf(result: unknown): SignInResult {
  if (typeof result !== 'object' || result === null) return { kind: 'lapsed' };
  if ('kind' in result) return result as SignInResult;
  return {
    kind: 'token' in result && typeof result.token === 'string' && result.token !== '' ? 'signed-in' : 'lapsed',
  };
}

/** The person's token as the token service has it, or null. */
export async function lookUpToken(context: TurnContext, connectionName: string, code?: string): Promise<string | null> {
  const { activity } = context;
  const response: TokenResponse | undefined = await userTokens(context).getUserToken(
    activity.from.id,
    connectionName,
    activity.channelId,
    code ?? '',
  );
  return response?.token ?? null;
}

/** Takes the person's sign-in away from the token service. */
export async function forgetToken(context: TurnContext, connectionName: string): Promise<void> {
  const { activity } = context;
  await userTokens(context).signOutUser(activity.from.id, connectionName, activity.channelId);
}

function userTokens(context: TurnContext): UserTokenClient {
  const { adapter } = context;
  if (!(adapter instanceof CloudAdapterBase)) throw new Error('this adapter has no token service');
  return context.turnState.get<UserTokenClient>(adapter.UserTokenClientKey);
}

function isSignInInvoke(activity: Activity): boolean {
  return (
    activity.type === ActivityTypes.Invoke &&
    (activity.name === verifyStateOperationName || activity.name === tokenExchangeOperationName)
  );
}

function isTokenSignal(activity: Activity): boolean {
  return activity.type === ActivityTypes.Event && activity.name === tokenResponseEventName;
}
