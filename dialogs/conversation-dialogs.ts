import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import {
  type DialogContext,
  DialogContextError,
  DialogSet,
  type DialogState,
  type DialogTurnResult,
  DialogTurnStatus,
} from 'botbuilder-dialogs';
import type { ActionName } from '../cards/card-action.ts';
import { locales } from '../src/i18n/locales.ts';
import { createTranslator } from '../src/i18n/translator.ts';
import { SignInUnavailable } from '../src/ports/sign-in-service.ts';
import { adminRequestDialog, adminRequestHears } from './admin-request-dialog.ts';
import { agreementDialog, agreementHears } from './agreement-dialog.ts';
import { checkDialog } from './check-dialog.ts';
import { chooseScenarioDialog, chooseScenarioHears } from './choose-scenario-dialog.ts';
import { conversationOf, type DialogId } from './conversation-context.ts';
import { explainSignInDialog, explainSignInHears } from './explain-sign-in-dialog.ts';
import { joinConfirmationDialog, joinConfirmationHears } from './join-confirmation-dialog.ts';
import { proofDialog, proofHears } from './proof-dialog.ts';
import { resumeDialog, resumeHears } from './resume-dialog.ts';
import { tellSignInAway } from './sign-in-away.ts';
import { signInDialog, signInPromptWords } from './sign-in-dialog.ts';
import { SignInPrompt, signInHears } from './sign-in-prompt.ts';
import { statusDialog, statusHears } from './status-dialog.ts';
import { stepUpDialog, stepUpHears } from './step-up-dialog.ts';
import { stepsDialog, stepsHears } from './steps-dialog.ts';
import { suggestionDialog, suggestionHears } from './suggestion-dialog.ts';
import { ticketDialog } from './ticket-dialog.ts';
import { verdictDialog, verdictHears } from './verdict-dialog.ts';

/** Where the SDK (4.23) keeps them during a turn. */
const memoryScopesKey = 'DialogStateManagerConfiguration';

/** Which actions each dialog hears while it waits. */
export const heardInDialogs = {
  'choose-scenario': chooseScenarioHears,
  'explain-sign-in': explainSignInHears,
  'sign-in': signInHears,
  'step-up': stepUpHears,
  check: {},
  agreement: agreementHears,
  verdict: verdictHears,
  status: statusHears,
  suggestion: suggestionHears,
  'join-confirmation': joinConfirmationHears,
  steps: stepsHears,
  proof: proofHears,
  'admin-request': adminRequestHears,
  ticket: {},
  resume: resumeHears,
} as const satisfies Record<DialogId, { readonly [Name in ActionName]?: unknown }>;

/** Every dialog of the bot, and where their place is kept. */
export class ConversationDialogs {
  readonly #dialogs: DialogSet;
  #memoryScopes: object | undefined;

  constructor(connectionName: string, place: StatePropertyAccessor<DialogState>) {
    this.#dialogs = new DialogSet(place);
    const all = [
      chooseScenarioDialog(),
      explainSignInDialog(),
      signInDialog(),
      ...locales.map((locale) => new SignInPrompt(connectionName, createTranslator(locale), signInPromptWords)),
      stepUpDialog(),
      checkDialog(),
      agreementDialog(),
      verdictDialog(),
      statusDialog(),
      suggestionDialog(),
      joinConfirmationDialog(),
      stepsDialog(),
      proofDialog(),
      adminRequestDialog(),
      ticketDialog(),
      resumeDialog(),
    ];
    for (const dialog of all) this.#dialogs.add(dialog);
  }

  /** Hands this turn to the dialog that waits for it. False when none does, or when it is gone in this release. */
  async carryOn(context: TurnContext): Promise<boolean> {
    const dialog = await this.#contextOf(context);
    if (dialog.stack.some(({ id }) => this.#dialogs.find(id) === undefined)) {
      dialog.stack.length = 0;
      return false;
    }
    const { status } = await this.#run(dialog, () => dialog.continueDialog());
    return status !== DialogTurnStatus.empty;
  }

  /** Hands this turn to the sign-in that waits for it. False when none does; nothing happened then. */
  async carryOnPrompt(context: TurnContext): Promise<boolean> {
    const { stack } = await this.#contextOf(context);
    const isWaiting = stack.some(({ id }) => SignInPrompt.isOne(id));
    return isWaiting && (await this.carryOn(context));
  }

  /** What the dialog that waits was begun with. */
  async optionsOf(context: TurnContext, dialogId: DialogId): Promise<object> {
    const { stack } = await this.#contextOf(context);
    return (stack.find(({ id }) => id === dialogId)?.state as { options?: object } | undefined)?.options ?? {};
  }

  /** Whether the conversation waits in this dialog. */
  waitsIn(place: Readonly<Record<string, unknown>>, dialogId: DialogId): boolean {
    const stack = place.dialogStack;
    return Array.isArray(stack) && stack.some((instance: { id?: unknown }) => instance.id === dialogId);
  }

  /** Drops what was going on and begins this dialog. */
  async begin(context: TurnContext, dialogId: DialogId, options: object = {}): Promise<void> {
    const dialog = await this.#contextOf(context);
    dialog.stack.length = 0;
    await this.#run(dialog, () => dialog.beginDialog(dialogId, options));
  }

  /** When the service that keeps sign-ins is away, the person hears that, and can go on without one, or try again. */
  async #run(dialog: DialogContext, go: () => Promise<DialogTurnResult>): Promise<DialogTurnResult> {
    try {
      return await go();
    } catch (wrapped) {
      // The SDK wraps every fault in one of its own, which hides the code.
      const fault: unknown = wrapped instanceof DialogContextError ? wrapped.error : wrapped;
      if (!(fault instanceof SignInUnavailable)) throw fault;
      await tellSignInAway(conversationOf(dialog.context), fault);
      const asked = dialog.stack.find(({ id }) => id === 'explain-sign-in' || id === 'sign-in');
      const { options } = (asked?.state ?? {}) as { readonly options?: object };
      dialog.stack.length = 0;
      return dialog.beginDialog('explain-sign-in', { ...options, isQuiet: true });
    }
  }

  /** The SDK makes its memory scopes anew in every turn, though they hold nothing: keeping them saves 2 % of a turn. */
  async #contextOf(context: TurnContext): Promise<DialogContext> {
    if (this.#memoryScopes !== undefined) context.turnState.set(memoryScopesKey, this.#memoryScopes);
    const dialog = await this.#dialogs.createContext(context);
    this.#memoryScopes ??= context.turnState.get(memoryScopesKey);
    return dialog;
  }
}
