import WebSocket from 'ws';
import type { ASandbox } from './a-sandbox.ts';

type Json = Record<string, unknown>;

export interface AChat {
  readonly id: string;
  readonly token: string;
  readonly streamUrl: string;
}

export async function openAChat(sandbox: ASandbox, options: Json = {}): Promise<AChat> {
  const { body: made } = await sandbox.ask('POST', '/v3/directline/tokens/generate', { body: options });
  const started = await sandbox.ask('POST', '/v3/directline/conversations', {
    token: String(made.token),
    body: { user: {}, locale: 'nl-NL' },
  });
  await sandbox.bot.received(({ type }) => type === 'conversationUpdate');
  return { id: String(made.conversationId), token: String(made.token), streamUrl: String(started.body.streamUrl) };
}

export interface AStream {
  readonly activities: Json[];
  readonly watermarks: string[];
  seen(fits: (activity: Json) => boolean): Promise<Json>;
  closed: Promise<void>;
  close(): Promise<void>;
}

export async function openAStream(url: string): Promise<AStream> {
  const socket = new WebSocket(url);
  const activities: Json[] = [];
  const watermarks: string[] = [];
  const waiting = new Set<() => void>();
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  // The server says "" when it has caught up.
  const caughtUp = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data) => {
      const text = String(data);
      if (text === '') return resolve();
      const set = JSON.parse(text) as { activities: Json[]; watermark: string };
      activities.push(...set.activities);
      watermarks.push(set.watermark);
      for (const look of waiting) look();
    });
  });
  await caughtUp;
  return {
    activities,
    watermarks,
    closed,
    close: async () => {
      socket.close();
      await closed;
    },
    seen: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = activities.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

/** The status that refuses a socket, or 101 when it opened. */
export async function socketStatus(url: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const socket = new WebSocket(url, { headers });
  return new Promise((resolve) => {
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('error', () => resolve(0));
  });
}

/** Sends what the bot says, in this conversation. */
export async function botSays(sandbox: ASandbox, id: string, activity: Json, replyToId?: string): Promise<string> {
  const path = `/connector/v3/conversations/${encodeURIComponent(id)}/activities`;
  const address = replyToId === undefined ? path : `${path}/${encodeURIComponent(replyToId)}`;
  const answer = await sandbox.bot.asks('POST', address, { type: 'message', ...activity });
  return String(answer.body.id);
}

/** The OAuth card's link as the channel filled it in. */
export async function offerSignIn(sandbox: ASandbox, id: string): Promise<string> {
  const content = { connectionName: 'onetenant', text: 'Sign in', buttons: [{ type: 'signin', title: 'Sign in' }] };
  const card = { contentType: 'application/vnd.microsoft.card.oauth', content };
  const said = await botSays(sandbox, id, { attachments: [card] });
  return said;
}

export function linkOf(activity: Json): string {
  const [attachment] = activity.attachments as { content: { buttons: { value: string }[] } }[];
  return attachment?.content.buttons[0]?.value ?? '';
}

/** Follows a sign-in link as a browser would, with its cookie, up to the last page. */
export async function followSignIn(
  sandbox: ASandbox,
  link: string,
  cookie = '',
): Promise<{ page: string; visited: string[] }> {
  const visited: string[] = [];
  let address = link;
  for (;;) {
    visited.push(address);
    const answer = await sandbox.ask('GET', address, cookie ? { headers: { cookie } } : {});
    const next = answer.headers.get('location');
    if (next === null) return { page: answer.text, visited };
    address = new URL(next, sandbox.url).href;
  }
}
