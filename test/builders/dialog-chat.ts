import { type Activity, ActivityTypes, type Middleware, type TurnContext } from 'botbuilder';
import { ComponentDialog, Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { DialogTestClient } from 'botbuilder-testing';
import type { CardAction } from '../../cards/card-action.ts';
import { type DialogId, dialogIds, setConversation } from '../../dialogs/conversation-context.ts';
import { PlayedConversation } from './played-conversation.ts';

/** Where a dialog went on, and with which options. */
export interface WentTo {
  readonly dialogId: DialogId;
  readonly options: object | null;
}

/**
 * One dialog, played by itself with the SDK's test client. Every other dialog is a door: going through it is noted, and
 * nothing happens behind it.
 */
export class DialogChat {
  readonly conversation: PlayedConversation;
  /** What the dialog sent past the conversation, as the prompts of the SDK do. */
  readonly sent: Partial<Activity>[] = [];
  readonly #client: DialogTestClient;
  #wentTo: WentTo | null = null;

  constructor(dialogs: readonly [Dialog, ...Dialog[]], conversation: PlayedConversation, options?: object) {
    this.conversation = conversation;
    const stage = new Stage(dialogs, (wentTo) => {
      this.#wentTo = wentTo;
    });
    this.#client = new DialogTestClient('test', stage, options ?? {}, [new Conversing(conversation)]);
  }

  /** Where the dialog went on in the last turn; null where it waits itself. */
  get wentTo(): WentTo | null {
    return this.#wentTo;
  }

  begin(): Promise<void> {
    return this.#turn({ type: ActivityTypes.Event, name: 'begin' });
  }

  presses(intent: CardAction): Promise<void> {
    this.conversation.heard = { how: 'press', intent, text: '' };
    return this.#turn({ type: ActivityTypes.Message, value: intent });
  }

  /** Types something that means this intent, or nothing that we know. */
  types(text: string, intent: CardAction | null = null): Promise<void> {
    this.conversation.heard = { how: 'words', intent, text };
    return this.#turn({ type: ActivityTypes.Message, text });
  }

  /** The client tells something without the person's doing. */
  signals(activity: { readonly type: string; readonly name: string; readonly value?: unknown }): Promise<void> {
    this.conversation.heard = { how: 'nothing', intent: null, text: '' };
    return this.#turn(activity);
  }

  async #turn(activity: Partial<Activity>): Promise<void> {
    this.#wentTo = null;
    let reply: Partial<Activity> | undefined = await this.#client.sendActivity(activity);
    for (; reply !== undefined; reply = this.#client.getNextReply()) this.sent.push(reply);
  }
}

/** Begins a dialog for somebody who is so far, and gives the chat with it. */
export async function beginDialog(
  dialog: Dialog | readonly [Dialog, ...Dialog[]],
  world: Partial<PlayedConversation> = {},
  options?: object,
): Promise<DialogChat> {
  const conversation = Object.assign(new PlayedConversation(), world);
  const chat = new DialogChat(dialog instanceof Dialog ? [dialog] : dialog, conversation, options);
  await chat.begin();
  return chat;
}

class Stage extends ComponentDialog {
  constructor(dialogs: readonly [Dialog, ...Dialog[]], onDoor: (wentTo: WentTo) => void) {
    super('stage');
    for (const dialog of dialogs) this.addDialog(dialog);
    for (const dialogId of dialogIds) {
      if (this.findDialog(dialogId) === undefined) this.addDialog(new Door(dialogId, onDoor));
    }
    this.initialDialogId = dialogs[0].id;
  }
}

class Door extends Dialog {
  readonly #dialogId: DialogId;
  readonly #onDoor: (wentTo: WentTo) => void;

  constructor(dialogId: DialogId, onDoor: (wentTo: WentTo) => void) {
    super(dialogId);
    this.#dialogId = dialogId;
    this.#onDoor = onDoor;
  }

  override async beginDialog(_dialog: DialogContext, options?: object): Promise<DialogTurnResult> {
    this.#onDoor({ dialogId: this.#dialogId, options: options ?? null });
    return Dialog.EndOfTurn;
  }
}

class Conversing implements Middleware {
  readonly #conversation: PlayedConversation;

  constructor(conversation: PlayedConversation) {
    this.#conversation = conversation;
  }

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    setConversation(context, this.#conversation);
    await next();
  }
}
