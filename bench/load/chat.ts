import { Agent, request } from 'node:http';
import { buttonsIn } from '../../test/builders/buttons-in.ts';
import type { BenchCloud } from './cloud.ts';
import type { BenchBot } from './process.ts';

/** How one turn went, in milliseconds from when it was due. */
export interface TurnTime {
  readonly firstReplyMs: number;
  readonly httpMs: number;
  /** How often the bot answered that it was too busy before it accepted the turn. */
  readonly turnedAway: number;
}

interface Button {
  readonly data: Readonly<Record<string, unknown>>;
}

/** A channel delivers again what was refused for now. The bot asks for 2 seconds; a bench has less patience. */
const againAfterMs = 250;
const triesMax = 40;

const agent = new Agent({ keepAlive: true, maxSockets: 512 });
/** By conversation. */
const chats = new Map<string, Chat>();
let made = 0;

/** Subscribes this process's chats to the bots' messages. */
export function listenTo(cloud: BenchCloud): void {
  cloud.hears = (conversationId, body) => chats.get(conversationId)?.hears(body);
}

/** One person in one conversation, as the channel delivers what they do. */
export class Chat {
  readonly #cloud: BenchCloud;
  readonly #bot: BenchBot;
  readonly userId: string;
  readonly conversationId: string;
  #heard: string[] = [];
  #all: string[] = [];
  #firstAt = 0;
  #turns = 0;

  constructor(cloud: BenchCloud, bot: BenchBot) {
    made += 1;
    this.#cloud = cloud;
    this.#bot = bot;
    this.userId = `dl_user-${made}`;
    this.conversationId = `conversation-${made}`;
    chats.set(this.conversationId, this);
  }

  hears(body: string): void {
    if (body.includes('"type":"typing"')) return;
    if (this.#firstAt === 0) this.#firstAt = performance.now();
    this.#heard.push(body);
  }

  leaves(): void {
    chats.delete(this.conversationId);
  }

  opens(): Promise<TurnTime> {
    const members = [{ id: this.userId }];
    return this.#does({ type: 'conversationUpdate', membersAdded: members, locale: 'en-US' });
  }

  types(text: string, dueAt?: number): Promise<TurnTime> {
    return this.#does({ type: 'message', text }, dueAt);
  }

  /** Presses the newest button for this action. */
  presses(action: string, members: Readonly<Record<string, unknown>> = {}): Promise<TurnTime> {
    const value = this.buttons(action, members).at(-1)?.data;
    if (value === undefined) throw new Error(`no button ${action} in ${this.#all.at(-1)?.slice(0, 2_000)}`);
    return this.#does({ type: 'message', value, channelData: { postBack: true } });
  }

  /** The buttons for this action on the newest card, as older cards no longer count. */
  buttons(action: string, members: Readonly<Record<string, unknown>> = {}): readonly Button[] {
    const wanted = Object.entries({ do: action, ...members });
    const newest = this.#all.findLast((body) => body.includes('"Action.Submit"')) ?? '{}';
    return buttonsIn<Button>(JSON.parse(newest)).filter(({ data }) =>
      wanted.every(([key, value]) => data[key] === value),
    );
  }

  /** What the bot said in the last turn. */
  said(): string {
    return this.#heard.join('\n');
  }

  async #does(activity: Readonly<Record<string, unknown>>, dueAt = performance.now()): Promise<TurnTime> {
    this.#turns += 1;
    this.#heard = [];
    this.#firstAt = 0;
    const body = JSON.stringify({
      id: `${this.conversationId}-${this.#turns}`,
      timestamp: new Date().toISOString(),
      channelId: 'directline',
      serviceUrl: this.#cloud.serviceUrl,
      from: { id: this.userId, name: 'Somebody', role: 'user' },
      recipient: { id: 'bot', name: 'Bot', role: 'bot' },
      conversation: { id: this.conversationId },
      locale: 'en-US',
      ...activity,
    });
    let status = await post(this.#bot, this.#cloud, body);
    let turnedAway = 0;
    for (; status === 503 || status === 429; turnedAway += 1) {
      if (turnedAway >= triesMax) break;
      await new Promise((resolve) => setTimeout(resolve, againAfterMs));
      status = await post(this.#bot, this.#cloud, body);
    }
    const httpMs = performance.now() - dueAt;
    if (status !== 200 && status !== 202 && status !== 201) throw new Error(`${this.#bot.name} answered ${status}`);
    if (this.#firstAt === 0) throw new Error(`${this.#bot.name} said nothing to ${body}`);
    this.#all = [...this.#all.slice(-6), ...this.#heard];
    return { firstReplyMs: this.#firstAt - dueAt, httpMs, turnedAway };
  }
}

/** Delivers a body as the channel does, and gives the status. */
export function post(
  bot: BenchBot,
  { authorization }: Pick<BenchCloud, 'authorization'>,
  body: string,
): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    // The peers run without authentication and are spared the header.
    ...(bot.name === 'onetenant' ? { authorization } : {}),
  };
  const options = { host: '127.0.0.1', port: bot.port, path: '/api/messages', method: 'POST', agent, headers };
  return new Promise((resolve, reject) => {
    const outgoing = request(options, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    outgoing.on('error', reject).end(body);
  });
}

/** Ends the connections that are kept to bots; the next request makes a new one. */
export function closeConnections(): void {
  agent.destroy();
}
