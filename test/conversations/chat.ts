import type { CardAction } from '../../cards/card-action.ts';
import { type Locale, languages } from '../../src/i18n/locales.ts';
import { buttonsIn } from '../builders/buttons-in.ts';

export interface ChatOptions {
  /** Id of the sandbox person who chats. */
  readonly as: string;
  readonly locale: Locale;
}

interface Attachment {
  readonly contentType: string;
  readonly content: Record<string, unknown>;
}

export interface BotMessage {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly attachments?: readonly Attachment[];
  /** Only of events. */
  readonly name?: string;
  readonly value?: unknown;
  readonly from: { readonly id: string; readonly role?: string };
}

interface Button {
  readonly title: string;
  readonly data: CardAction & { readonly nonce?: string };
}

const cardType = 'application/vnd.microsoft.card.adaptive';
const signInType = 'application/vnd.microsoft.card.oauth';

/** One person in one Web Chat conversation, over Direct Line as a browser would speak it. */
export class Chat {
  readonly #origin: string;
  readonly #options: ChatOptions;
  #token: string;
  readonly userId: string;
  readonly conversationId: string;
  #watermark = '0';
  /** What the bot said since the person last did something. */
  heard: readonly BotMessage[] = [];
  /** Events for programs, not people, since the person last did something. */
  events: readonly BotMessage[] = [];
  /** Everything the bot ever said here, in order. */
  transcript: readonly BotMessage[] = [];

  private constructor(
    origin: string,
    options: ChatOptions,
    started: { token: string; conversationId: string; userId: string },
  ) {
    this.#origin = origin;
    this.#options = options;
    this.#token = started.token;
    this.conversationId = started.conversationId;
    this.userId = started.userId;
  }

  static async open(origin: string, options: ChatOptions): Promise<Chat> {
    const userId = `dl_${crypto.randomUUID()}`;
    const generated = await postJson(`${origin}/v3/directline/tokens/generate`, {}, { user: { id: userId } });
    const { token, conversationId } = generated as { token: string; conversationId: string };
    await postJson(`${origin}/v3/directline/conversations`, bearer(token), {
      user: { id: userId },
      locale: languages[options.locale].tag,
    });
    const chat = new Chat(origin, options, { token, conversationId, userId });
    // The channel tells the bot about the newcomer by itself, so the welcome comes a moment later.
    for (let look = 0; look < 200 && chat.heard.length === 0; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      await chat.listens();
    }
    return chat;
  }

  async types(text: string): Promise<void> {
    await this.sends({ type: 'message', text });
  }

  /** Types, waits for the answer, and gives its words. */
  async says(text: string): Promise<string> {
    await this.types(text);
    await this.isAnswered();
    return this.words();
  }

  /** Presses the button of the newest card that has one for this action. */
  async presses(action: CardAction['do'], members: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const button = this.button(action, members);
    if (button === undefined) {
      throw new Error(
        `no button ${action} ${JSON.stringify(members)}; there are ${JSON.stringify(this.buttons().map((one) => one.data))}`,
      );
    }
    await this.submits(button.data);
  }

  async submits(value: unknown): Promise<void> {
    await this.sends({ type: 'message', value, channelData: { postBack: true } });
  }

  /** Any activity, as a client could send it. Answers the HTTP status. */
  async sends(activity: Record<string, unknown>): Promise<number> {
    const status = await this.posts(activity);
    await this.listens();
    return status;
  }

  /** Like `sends`, without listening: for several at the same time. */
  async posts(activity: Record<string, unknown>): Promise<number> {
    const response = await fetch(`${this.#origin}/v3/directline/conversations/${this.conversationId}/activities`, {
      method: 'POST',
      headers: { ...bearer(this.#token), 'content-type': 'application/json' },
      body: JSON.stringify({ from: { id: this.userId }, locale: languages[this.#options.locale].tag, ...activity }),
    });
    await response.text();
    return response.status;
  }

  /** Reads what the bot said since the last look. */
  async listens(): Promise<void> {
    const response = await fetch(
      `${this.#origin}/v3/directline/conversations/${this.conversationId}/activities?watermark=${this.#watermark}`,
      { headers: bearer(this.#token) },
    );
    const { activities, watermark } = (await response.json()) as { activities: BotMessage[]; watermark: string };
    this.#watermark = watermark;
    this.heard = activities.filter((activity) => activity.from.id !== this.userId && activity.type === 'message');
    this.events = activities.filter((activity) => activity.from.id !== this.userId && activity.type === 'event');
    this.transcript = [...this.transcript, ...this.heard];
  }

  /** Waits for the answer to what the person just did, where there is none yet: a busy machine needs longer. */
  async isAnswered(): Promise<void> {
    for (let look = 0; look < 1_200 && this.heard.length === 0; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      await this.listens();
    }
    if (this.heard.length === 0) throw new Error('the bot says nothing');
  }

  /** Waits for words that the bot says by itself; they may come a moment later. */
  async hears(words: string): Promise<void> {
    let all = '';
    for (let look = 0; look < 200 && !all.includes(words); look += 1) {
      await this.listens();
      all += this.words();
      if (!all.includes(words)) await new Promise((resolve) => setTimeout(resolve, 25));
    }
    if (!all.includes(words)) throw new Error(`never heard: ${words}; but: ${all}`);
  }

  /** Asks the channel for a fresh token, as Web Chat does every 15 minutes. */
  async renews(): Promise<void> {
    const renewed = await postJson(`${this.#origin}/v3/directline/tokens/refresh`, bearer(this.#token), {});
    this.#token = (renewed as { token: string }).token;
  }

  /** Follows the sign-in link as the person and types the code that the page shows. */
  async signsIn(as: string = this.#options.as): Promise<void> {
    await this.types(await this.signInCode(as));
  }

  async signInCode(as: string = this.#options.as): Promise<string> {
    const page = await (await fetch(`${this.signInLink()}&person=${as}`)).text();
    const code = /\b(\d{6})\b/.exec(page.replace(/<style[\s\S]*?<\/style>/g, ''))?.[1];
    if (code === undefined) throw new Error(`the sign-in page shows no code: ${page.slice(0, 300)}`);
    return code;
  }

  signInLink(): string {
    const card = this.transcript
      .flatMap((message) => message.attachments ?? [])
      .findLast((one) => one.contentType === signInType);
    const buttons = card?.content.buttons as readonly { value?: string }[] | undefined;
    const link = buttons?.[0]?.value;
    if (link === undefined) throw new Error('no sign-in card with a link');
    return link;
  }

  asksToSignIn(): boolean {
    return this.heard.some((message) => message.attachments?.some((one) => one.contentType === signInType) ?? false);
  }

  /** The Adaptive Cards that came since the person last did something. */
  cards(): readonly Record<string, unknown>[] {
    return cardsOf(this.heard);
  }

  buttons(messages: readonly BotMessage[] = this.transcript): readonly Button[] {
    return buttonsIn<Button>(cardsOf(messages));
  }

  button(action: CardAction['do'], members: Readonly<Record<string, unknown>> = {}): Button | undefined {
    return this.buttons().findLast(
      ({ data }) =>
        data.do === action &&
        Object.entries(members).every(([key, value]) => (data as Record<string, unknown>)[key] === value),
    );
  }

  /** Everything a reader sees of what came since the person last did something. */
  words(messages: readonly BotMessage[] = this.heard): string {
    return (
      messages
        .flatMap((message) => [message.text ?? '', ...(message.attachments ?? []).map((one) => textIn(one.content))])
        .join('\n')
        // The escapes of Markdown and what parts names in Teams are not seen.
        .replace(/\\([!-/:-@[-`{-~])/g, '$1')
        .replaceAll('\u2060', '')
    );
  }

  /** Web addresses in what came since the person last did something. */
  links(messages: readonly BotMessage[] = this.heard): readonly string[] {
    return [...JSON.stringify(cardsOf(messages)).matchAll(/https:\/\/[^"\\)\s]+/g)].map(([link]) => link);
  }
}

function cardsOf(messages: readonly BotMessage[]): readonly Record<string, unknown>[] {
  return messages
    .flatMap((message) => message.attachments ?? [])
    .filter((attachment) => attachment.contentType === cardType)
    .map((attachment) => attachment.content);
}

function textIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(textIn).join('\n');
  if (typeof node !== 'object' || node === null) return '';
  const own = ['text', 'title', 'value', 'label', 'placeholder'].flatMap((key) => {
    const value = (node as Record<string, unknown>)[key];
    return typeof value === 'string' ? [value] : [];
  });
  return [...own, ...Object.values(node).map(textIn)].filter((text) => text !== '').join('\n');
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

async function postJson(url: string, headers: Record<string, string>, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
