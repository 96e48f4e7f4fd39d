import { type RunningHttpServer, startHttpServer } from '../../src/http/server.ts';
import type { ChatTokenAnswer, ChatTokens } from '../../src/ports/chat-tokens.ts';

export const publicUrl = 'https://bot.example';
export const intranetOrigin = 'https://intranet.example';

export interface AWebServer {
  readonly url: string;
  /** What the token adapter was asked, in order. */
  readonly issued: { userId: string; pageOrigin: string }[];
  readonly renewed: { userId: string; conversationId: string; previous: string }[];
  /** What it answers from now on; by default a fresh key. */
  tokenAnswer: ChatTokenAnswer | null;
  passTime(milliseconds: number): void;
  asks(path: string, options?: AskOptions): Promise<Response>;
  stop(): Promise<void>;
}

export interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The bot's web server with the chat window, and a Direct Line that a test can steer. */
export async function startAWebServer(
  changes: { startsPerMinute?: number; trustedProxies?: number; root?: string } = {},
): Promise<AWebServer> {
  let now = Date.UTC(2026, 0, 15, 9);
  let server: RunningHttpServer | null = null;
  const issued: AWebServer['issued'] = [];
  const renewed: AWebServer['renewed'] = [];
  const answered = (conversationId: string): ChatTokenAnswer =>
    web.tokenAnswer ?? {
      kind: 'issued',
      chat: { token: `token-${issued.length + renewed.length}`, conversationId, expiresInSeconds: 1_800 },
    };
  const tokens: ChatTokens = {
    async issue(visitor) {
      issued.push(visitor);
      return answered(`conversation-${issued.length}`);
    },
    async renew({ userId, conversationId, previous }) {
      renewed.push({ userId, conversationId, previous });
      return answered(conversationId);
    },
  };
  server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    door: { admit: async () => ({ kind: 'denied' }) },
    isReady: () => true,
    journal: { note: () => undefined },
    webchat: {
      root: changes.root ?? process.cwd(),
      tokens,
      clock: { now: () => now },
      publicUrl,
      directLineUrl: 'https://directline.botframework.com',
      origins: [intranetOrigin],
      handleSecret: 'the-direct-line-secret',
      startsPerMinute: changes.startsPerMinute ?? 10,
      trustedProxies: changes.trustedProxies ?? 0,
    },
  });
  const url = `http://127.0.0.1:${server.port}`;
  const web: AWebServer = {
    url,
    issued,
    renewed,
    tokenAnswer: null,
    passTime(milliseconds) {
      now += milliseconds;
    },
    asks: (path, options = {}) => fetch(`${url}${path}`, { redirect: 'manual', ...options }),
    stop: async () => server?.stop(),
  };
  return web;
}

/** A request as the panel's own script sends it. */
export function fromPanel(body: unknown = {}, headers: Readonly<Record<string, string>> = {}): AskOptions {
  return {
    method: 'POST',
    headers: { origin: publicUrl, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify(body),
  };
}
