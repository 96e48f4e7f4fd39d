import {
  type Activity,
  ActivityTypes,
  CardFactory,
  CloudAdapterBase,
  MessageFactory,
  type TokenResponse,
  type TurnContext,
  tokenExchangeOperationName,
  tokenResponseEventName,
  verifyStateOperationName,
} from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult, OAuthPrompt, type PromptOptions } from 'botbuilder-dialogs';
import type { UserTokenClient } from 'botframework-connector';
import type { ActionName } from '../cards/card-action.ts';
import type { Locale } from '../src/i18n/locales.ts';
import type { Translator } from '../src/i18n/translator.ts';
import { type SignInFailure, signInFailures } from '../src/ports/journal.ts';
import { SignInUnavailable } from '../src/ports/sign-in-service.ts';
import { type ConversationContext, conversationOf, type SignInFound } from './conversation-context.ts';

/** How long a sign-in card stays usable, in milliseconds. Afterwards a fresh one is offered. More than 20 hours, so that nobody has to hurry (WCAG 2.2.1). */
export const signInTimeoutMs = 24 * 60 * 60_000;

const signInFailureName = 'signin/failure';
/** How many wrong codes a sign-in card takes. */
export const codeTriesMax = 3;
/** What the sign-in window shows where it cannot tell the chat by itself. */
const codePattern = /^\d{6}$/;

/** The code that somebody typed, as they read it: with spaces or hyphens in it, or without. Null if it is something else. */
export function typedSignInCode(text: string): string | null {
  const digits = text.replace(/(?<=\d)[\s-]+(?=\d)/g, '');
  return codePattern.test(digits) ? digits : null;
}

/** How the prompt ended. Waterfalls get it through `signInResultOf`; a token is never part of it. */
export type SignInResult = {
  readonly kind: 'signed-in' | 'declined' | 'again' | 'lapsed' | 'too-many-codes' | 'other-account' | 'other-tenant';
};

/** What the prompt says while it waits. */
export interface SignInPromptWords {
  /** `triesLeft` is 1 or 2. */
  readonly codeRefused: (conversation: ConversationContext, triesLeft: number) => Promise<void>;
  readonly stillWaiting: (conversation: ConversationContext) => Promise<void>;
  /** The client could not sign the person in without asking; the button that comes next still can. */
  readonly failed: (conversation: ConversationContext, failure: SignInFailure) => Promise<void>;
  /** The person closed the sign-in window. */
  readonly cancelled: (conversation: ConversationContext) => Promise<void>;
}

type SignInHears = { readonly [Name in ActionName]?: 'declined' | 'again' };

/** How each action that the sign-in hears ends it. `again` is for somebody who is not signed in after all. */
export const signInHears = {
  'without-sign-in': 'declined',
  no: 'declined',
  'sign-in': 'again',
  'check-again': 'again',
  'i-have-done-it': 'again',
  yes: 'again',
} as const satisfies SignInHears;

interface PromptState {
  state: { codeTries?: number; hasFallback?: boolean };
  expires: number;
}

/**
 * The SDK's OAuth prompt, made stricter:
 * - an event that claims to bring a token is only a signal; the token itself is asked from the token service;
 * - only exactly six digits are a code, typed or sent by the client, and three wrong ones end the prompt;
 * - a client that could not sign in by itself is answered, and gets a button that does not try that again;
 * - anything else that is typed gets an answer, and "without signing in" ends it.
 */
export class SignInPrompt extends OAuthPrompt {
  /** The SDK's card has fixed words, so there is one prompt for each language. */
  static idFor(locale: Locale): string {
    return `sign-in-prompt-${locale}`;
  }

  static isOne(dialogId: string): boolean {
    return dialogId.startsWith('sign-in-prompt-');
  }

  readonly #connectionName: string;
  readonly #words: SignInPromptWords;
  readonly #card: { readonly title: string; readonly text: string };

  constructor(connectionName: string, t: Translator, words: SignInPromptWords) {
    // Read when a card is shown: a start makes the prompts of every language.
    const card = {
      get title() {
        return t('button.sign-in');
      },
      get text() {
        return t('card.sign-in.open-window');
      },
    };
    super(SignInPrompt.idFor(t.locale), Object.assign(card, { connectionName, timeout: signInTimeoutMs }));
    this.#connectionName = connectionName;
    this.#words = words;
    this.#card = card;
  }

  override async beginDialog(dialog: DialogContext, options?: PromptOptions): Promise<DialogTurnResult> {
    const result = await super.beginDialog(dialog, options);
    // The SDK looks at the clock of the machine; the bot has one of its own.
    const active = dialog.activeDialog;
    if (active?.id === this.id)
      (active.state as PromptState).expires = conversationOf(dialog.context).now() + signInTimeoutMs;
    return result;
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const { activity } = dialog.context;
    const conversation = conversationOf(dialog.context);
    const state = dialog.activeDialog?.state as PromptState;
    if (conversation.now() > state.expires) return endPrompt(dialog, 'lapsed');
    // A token that was handed over has been traded before the prompt is asked: it is at the token service now.
    if (isTokenSignal(activity) || isInvoke(activity, tokenExchangeOperationName)) return this.#endWhenSignedIn(dialog);
    if (isInvoke(activity, verifyStateOperationName)) return this.#takeState(dialog, state, conversation);
    if (isInvoke(activity, signInFailureName)) return this.#takeFailure(dialog, state, conversation);
    const isPress = conversation.heard.how === 'press';
    if (activity.type !== ActivityTypes.Message && !isPress) return Dialog.EndOfTurn;
    return this.#answer(dialog, state, conversation);
  }

  /** What the sign-in window of Teams sends when it closes: the code, or that somebody thought better of it. */
  async #takeState(
    dialog: DialogContext,
    state: PromptState,
    conversation: ConversationContext,
  ): Promise<DialogTurnResult> {
    const code = readState(dialog.context.activity);
    if (code === 'cancelled') {
      await answerInvoke(dialog.context, 200);
      await this.#words.cancelled(conversation);
      return Dialog.EndOfTurn;
    }
    const tried = await this.#tryCode(dialog, state, conversation, code);
    // 404 is what the SDK answers to a code that is not right.
    await answerInvoke(dialog.context, tried.isRight ? 200 : 404);
    return tried.result;
  }

  async #takeFailure(
    dialog: DialogContext,
    state: PromptState,
    conversation: ConversationContext,
  ): Promise<DialogTurnResult> {
    await answerInvoke(dialog.context, 200);
    // Every client that is open says that it failed. One answer is enough, and a second button would help nobody.
    if (state.state.hasFallback === true) return Dialog.EndOfTurn;
    state.state.hasFallback = true;
    await this.#words.failed(conversation, signInFailureOf(dialog.context.activity));
    await this.#showButtonOnly(dialog.context, conversation.takeLead());
    return Dialog.EndOfTurn;
  }

  /** A sign-in card that names nothing to exchange, so that no client tries to do so. */
  async #showButtonOnly(context: TurnContext, lead: string): Promise<void> {
    const { title } = this.#card;
    const text = lead === '' ? this.#card.text : lead;
    const { signInLink } = await userTokens(context).getSignInResource(this.#connectionName, context.activity, '');
    const card = CardFactory.oauthCard(this.#connectionName, title, text, signInLink);
    await context.sendActivity(MessageFactory.attachment(card));
  }

  async #answer(
    dialog: DialogContext,
    state: PromptState,
    conversation: ConversationContext,
  ): Promise<DialogTurnResult> {
    const { intent } = conversation.heard;
    const meant = intent === null ? undefined : (signInHears as SignInHears)[intent.do];
    if (meant === 'declined') return endPrompt(dialog, 'declined');
    if (meant === 'again') return this.#endWhenSignedIn(dialog, 'again');
    const code = typedSignInCode(conversation.heard.text);
    if (code !== null) return (await this.#tryCode(dialog, state, conversation, code)).result;
    await this.#words.stillWaiting(conversation);
    return Dialog.EndOfTurn;
  }

  async #tryCode(
    dialog: DialogContext,
    state: PromptState,
    conversation: ConversationContext,
    code: string,
  ): Promise<{ readonly isRight: boolean; readonly result: DialogTurnResult }> {
    const found = codePattern.test(code) ? await findSignIn(conversation, code) : 'not-signed-in';
    if (found !== 'not-signed-in') return { isRight: true, result: await endPrompt(dialog, found) };
    conversation.note({ event: 'sign-in.code-refused' });
    state.state.codeTries = (state.state.codeTries ?? 0) + 1;
    const triesLeft = codeTriesMax - state.state.codeTries;
    if (triesLeft <= 0) return { isRight: false, result: await endPrompt(dialog, 'too-many-codes') };
    await this.#words.codeRefused(conversation, triesLeft);
    return { isRight: false, result: Dialog.EndOfTurn };
  }

  async #endWhenSignedIn(dialog: DialogContext, otherwise?: 'again'): Promise<DialogTurnResult> {
    const found = await conversationOf(dialog.context).signIn.lookFor();
    if (found !== 'not-signed-in') return endPrompt(dialog, found);
    return otherwise === undefined ? Dialog.EndOfTurn : endPrompt(dialog, otherwise);
  }
}

/** A code works once. A turn that was cut, or that runs again, may have used it: then the token service has the sign-in by now. */
export async function findSignIn(conversation: ConversationContext, code: string): Promise<SignInFound> {
  const found = await conversation.signIn.lookFor(code);
  return found === 'not-signed-in' ? conversation.signIn.lookFor() : found;
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

/** A link to the token service with which the person signs in. Null where the channel can exchange the person's own sign-in, which takes no window. */
export async function signInLinkFor(
  context: TurnContext,
  connectionName: string,
  exchangesSignIn: boolean,
): Promise<string | null> {
  const { signInLink, tokenExchangeResource } = await userTokens(context).getSignInResource(
    connectionName,
    context.activity,
    '',
  );
  return exchangesSignIn && tokenExchangeResource?.uri ? null : (signInLink ?? null);
}

/** Has the token service trade a client's token for one of ours, and keep it. Null when it refuses that token. */
export async function exchangeToken(
  context: TurnContext,
  connectionName: string,
  token: string,
): Promise<string | null> {
  const { from, channelId } = context.activity;
  try {
    const response: TokenResponse | undefined = await userTokens(context).exchangeToken(
      from.id,
      connectionName,
      channelId,
      { token },
    );
    return response?.token ?? null;
  } catch (fault) {
    if (fault instanceof SignInUnavailable && refusesToken(fault)) return null;
    throw fault;
  }
}

/** 401, 403 and 429 are about the bot; every other status of this kind is about the token: consent is missing, or it has expired. */
function refusesToken({ status }: SignInUnavailable): boolean {
  return status !== null && status >= 400 && status < 500 && ![401, 403, 429].includes(status);
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

function isInvoke(activity: Activity, name: string): boolean {
  return activity.type === ActivityTypes.Invoke && activity.name === name;
}

function answerInvoke(context: TurnContext, status: number): Promise<unknown> {
  return context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status } });
}

/** What the sign-in window sent; empty when it is nothing that we know. */
export function readState({ value }: Activity): string {
  const state: unknown = typeof value === 'object' && value !== null ? value.state : undefined;
  if (typeof state !== 'string') return '';
  return state === 'CancelledByUser' ? 'cancelled' : state;
}

/** Why the client could not sign somebody in; codes that are new to us count as "other". */
export function signInFailureOf({ value }: Activity): SignInFailure {
  const code: unknown = typeof value === 'object' && value !== null ? value.code : undefined;
  return signInFailures.find((known) => known === code) ?? 'other';
}

function isTokenSignal(activity: Activity): boolean {
  return activity.type === ActivityTypes.Event && activity.name === tokenResponseEventName;
}
