import type { CardAction } from '../../cards/card-action.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import type { Stage } from '../conversations/stage.ts';

export type Place = 'personal' | 'groupChat' | 'channel';

export interface TeamsOptions {
  /** Id of the sandbox person. */
  readonly as: string;
  readonly locale: Locale;
  readonly place?: Place;
  /** Who else is there. */
  readonly people?: readonly string[];
}

interface Attachment {
  readonly contentType: string;
  readonly content: Record<string, unknown>;
}

export interface TeamsMessage {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly attachments?: readonly Attachment[];
}

export interface Answer {
  readonly status: number;
  readonly body: {
    readonly statusCode?: number;
    readonly type?: string;
    readonly value?: unknown;
    readonly [member: string]: unknown;
  } | null;
}

interface Button {
  readonly messageId: string;
  readonly title: string;
  readonly verb: string;
  readonly data: CardAction & { readonly nonce?: string };
}

interface Exchange {
  readonly clients?: number;
  readonly account?: string;
  readonly person?: string;
  readonly tokenIs?: 'good' | 'expired' | 'missing';
  readonly connectionName?: string;
}

const cardType = 'application/vnd.microsoft.card.adaptive';
const signInType = 'application/vnd.microsoft.card.oauth';
const replaced = 'application/vnd.microsoft.card.adaptive';

/** One conversation in Teams, played by the sandbox; people and their clients act through its control API. */
export class TeamsChat {
  readonly #origin: string;
  readonly #options: TeamsOptions;
  readonly id: string;
  readonly botId: string;
  readonly userId: string;
  #watermark = '0';
  /** What the bot said since somebody last did something. */
  heard: readonly TeamsMessage[] = [];
  /** Every message as it looks now, by its id, in the order in which they came. */
  readonly messages = new Map<string, TeamsMessage>();

  private constructor(origin: string, options: TeamsOptions, made: { id: string; botId: string; userId: string }) {
    this.#origin = origin;
    this.#options = options;
    this.id = made.id;
    this.botId = made.botId;
    this.userId = made.userId;
  }

  /** A chat in which the bot is not installed yet. */
  static async open(stage: Stage, options: TeamsOptions): Promise<TeamsChat> {
    const origin = `${stage.sandbox.core.addresses.http}/sandbox/teams`;
    const { as, locale, place = 'personal', people = [] } = options;
    const made = (await post(`${origin}/conversations`, {
      person: as,
      locale: locale === 'en' ? 'en-US' : `${locale}-${locale.toUpperCase()}`,
      place,
      people,
    })) as { id: string; bot: { id: string }; user: { id: string } };
    return new TeamsChat(origin, options, { id: made.id, botId: made.bot.id, userId: made.user.id });
  }

  /** A chat in which somebody just installed the bot. */
  static async install(stage: Stage, options: TeamsOptions): Promise<TeamsChat> {
    const chat = await TeamsChat.open(stage, options);
    await chat.installation('add');
    return chat;
  }

  async installation(
    action: 'add' | 'remove' | 'add-upgrade',
    order: 'installation-first' | 'members-first' | 'at-once' = 'installation-first',
  ): Promise<void> {
    await post(`${this.#at}/installation`, { action, order });
    await this.listens();
  }

  async block(blocked: boolean): Promise<void> {
    await post(`${this.#at}/block`, { blocked });
  }

  async refuses(
    status: number,
    code: string,
    more: { times?: number; retryAfterSeconds?: number } = {},
  ): Promise<void> {
    await post(`${this.#at}/refusals`, { status, code, ...more });
  }

  types(text: string, as?: string): Promise<Answer> {
    return this.sends({ type: 'message', text }, as);
  }

  /** Says something with the bot's name before it, as one must in a group. */
  mentions(text: string, as?: string): Promise<Answer> {
    const at = '<at>OneTenant</at>';
    return this.sends(
      {
        type: 'message',
        text: `${at} ${text}`,
        entities: [{ type: 'mention', mentioned: { id: this.botId, name: 'OneTenant' }, text: at }],
      },
      as,
    );
  }

  edits(activityId: string, text: string): Promise<Answer> {
    return this.sends({ type: 'messageUpdate', id: activityId, text, channelData: { eventType: 'editMessage' } });
  }

  /** Any activity, as Teams could send it. */
  async sends(activity: Record<string, unknown>, as?: string): Promise<Answer> {
    const query = as === undefined ? '' : `?as=${as}`;
    const answer = (await post(`${this.#at}/activities${query}`, activity)) as Answer;
    await this.listens();
    return answer;
  }

  /** Presses the button of the newest message that has one for this action. The client then shows the card of the answer. */
  async presses(action: CardAction['do'], members: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const button = this.button(action, members);
    if (button === undefined) {
      throw new Error(`no button ${action}; there are ${JSON.stringify(this.buttons().map((one) => one.data))}`);
    }
    return this.executes(button);
  }

  async executes(button: Button, as?: string, trigger: 'manual' | 'automatic' = 'manual'): Promise<Answer> {
    const answer = await this.sends(this.invokeOf(button, trigger), as);
    this.#show(button.messageId, answer);
    return answer;
  }

  invokeOf(button: Button, trigger: 'manual' | 'automatic' = 'manual'): Record<string, unknown> {
    return {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: button.messageId,
      value: { action: { type: 'Action.Execute', verb: button.verb, data: button.data }, trigger },
    };
  }

  /** What Teams does by itself when the card comes into sight: the refresh that the card asks for. */
  async refreshes(messageId: string, as?: string): Promise<Answer> {
    const card = this.messages.get(messageId)?.attachments?.[0]?.content;
    const refresh = card?.refresh as { action: { verb: string; data: Button['data'] } } | undefined;
    if (refresh === undefined) throw new Error('this card asks for no refresh');
    const { verb, data } = refresh.action;
    return this.executes({ messageId, title: '', verb, data }, as, 'automatic');
  }

  /** Silent sign-in, by so many clients at once. */
  async exchanges(exchange: Exchange = {}): Promise<readonly Answer[]> {
    const { answers } = (await post(`${this.#at}/exchange`, exchange)) as { answers: readonly Answer[] };
    await this.listens();
    return answers;
  }

  signInFails(code: string): Promise<Answer> {
    return this.sends({ type: 'invoke', name: 'signin/failure', value: { code, message: 'told by the client' } });
  }

  /** The sign-in window: Teams takes the code from it and sends it. */
  async signsInByWindow(as: string = this.#options.as): Promise<void> {
    await fetch(`${this.signInLink()}&person=${as}`).then((page) => page.text());
    await this.listens();
  }

  signInLink(): string {
    const cards = [...this.messages.values()].flatMap((message) => message.attachments ?? []);
    const card = cards.findLast((one) => one.contentType === signInType);
    const link = (card?.content.buttons as readonly { value?: string }[] | undefined)?.[0]?.value;
    if (link === undefined) throw new Error('no sign-in card with a link');
    return link;
  }

  signInCards(): readonly Attachment[] {
    return this.heard.flatMap((message) => message.attachments ?? []).filter((one) => one.contentType === signInType);
  }

  async listens(): Promise<void> {
    const read = await fetch(`${this.#at}/activities?watermark=${this.#watermark}`);
    const { activities, watermark } = (await read.json()) as { activities: TeamsMessage[]; watermark: string };
    this.#watermark = watermark;
    this.heard = activities.filter((activity) => activity.type === 'message');
    for (const message of this.heard) this.messages.set(message.id, message);
  }

  buttons(): readonly Button[] {
    return [...this.messages.values()].flatMap((message) =>
      (message.attachments ?? []).flatMap(({ content }) => buttonsIn(content, message.id)),
    );
  }

  button(action: CardAction['do'], members: Readonly<Record<string, unknown>> = {}): Button | undefined {
    return this.buttons().findLast(
      ({ data }) =>
        data.do === action &&
        Object.entries(members).every(([key, value]) => (data as Record<string, unknown>)[key] === value),
    );
  }

  /** Everything that a reader sees of what came since somebody last did something. */
  words(messages: readonly TeamsMessage[] = this.heard): string {
    return (
      messages
        .flatMap((message) => [message.text ?? '', ...(message.attachments ?? []).map((one) => textIn(one.content))])
        .join('\n')
        // What parts names, so that Teams makes no links of them, is not seen.
        .replaceAll('\u2060', '')
    );
  }

  get #at(): string {
    return `${this.#origin}/conversations/${encodeURIComponent(this.id)}`;
  }

  #show(messageId: string, { body }: Answer): void {
    if (body?.type !== replaced) return;
    const message = {
      id: messageId,
      type: 'message',
      attachments: [{ contentType: cardType, content: body.value as Record<string, unknown> }],
    };
    this.messages.set(messageId, message);
    if (!this.heard.some(({ id }) => id === messageId)) this.heard = [...this.heard, message];
  }
}

/** Ticks every step of the steps card, and looks at how the card answers. */
export async function ticksAll(chat: TeamsChat): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const stepsCard = chat.button('tick-step', { done: true })?.messageId;
  for (let ticked = 0; ticked < 20; ticked += 1) {
    const button = chat.button('tick-step', { done: true });
    // The verdict above has its first step, too.
    if (button === undefined || button.messageId !== stepsCard) return answers;
    answers.push(await chat.executes(button));
  }
  throw new Error('the steps never end');
}

function buttonsIn(node: unknown, messageId: string): readonly Button[] {
  if (Array.isArray(node)) return node.flatMap((one) => buttonsIn(one, messageId));
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && node.type === 'Action.Execute') return [{ ...(node as unknown as Button), messageId }];
  return Object.entries(node).flatMap(([key, value]) => (key === 'refresh' ? [] : buttonsIn(value, messageId)));
}

function textIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(textIn).join('\n');
  if (typeof node !== 'object' || node === null) return '';
  const own = ['text', 'title', 'value', 'label'].flatMap((key) => {
    const value = (node as Record<string, unknown>)[key];
    return typeof value === 'string' ? [value] : [];
  });
  return [...own, ...Object.values(node).map(textIn)].filter((text) => text !== '').join('\n');
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
