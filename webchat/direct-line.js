/**
 * The few Direct Line 3.0 calls that the panel makes. Failures are returned as values; only bugs throw.
 *
 * @typedef {{ token: string, conversationId: string }} Key
 * @typedef {{ activities?: any[], watermark?: string }} ActivitySet As Direct Line sends it: any shape that a channel may add passes through.
 * @typedef {{ kind: 'done', body: any } | { kind: 'expired' | 'gone' | 'no-answer' } | { kind: 'failed', status: number }} Outcome
 */

const callTimeoutMs = 30_000;
const openTimeoutMs = 4_000;
/** Where sockets do not work, and how long until they are tried again. */
const askEveryMs = 2_000;
const askForMs = 30 * 60_000;
/** Direct Line drops a socket that sends nothing at all. */
const pulseMs = 20_000;

export class DirectLine {
  #base;

  /** @param {string} origin */
  constructor(origin) {
    this.#base = `${origin}/v3/directline`;
  }

  /** Starts the conversation; from then on the bot may send. @param {Key} key @param {string} locale */
  begin(key, locale) {
    return this.#call(key, 'POST', '/conversations', { locale });
  }

  /** Requests the URL of a socket that starts after the watermark. @param {Key} key @param {string} watermark */
  reopen(key, watermark) {
    return this.#call(key, 'GET', `${path(key)}?watermark=${encodeURIComponent(watermark)}`);
  }

  /** @param {Key} key @param {string} watermark */
  activitiesAfter(key, watermark) {
    return this.#call(key, 'GET', `${path(key)}/activities?watermark=${encodeURIComponent(watermark)}`);
  }

  /** @param {Key} key @param {object} activity */
  post(key, activity) {
    return this.#call(key, 'POST', `${path(key)}/activities`, activity);
  }

  /** Ties this browser to the chat, so that sign-in needs no code. @param {Key} key */
  sessionId(key) {
    return this.#call(key, 'GET', '/session/getsessionid', undefined, 'include');
  }

  /** @returns {Promise<Outcome>} */
  async #call(key, method, where, body, credentials = 'omit') {
    try {
      const response = await fetch(`${this.#base}${where}`, {
        method,
        credentials,
        headers: {
          authorization: `Bearer ${key.token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        signal: AbortSignal.timeout(callTimeoutMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (response.ok) return { kind: 'done', body: response.status === 204 ? {} : await response.json() };
      if (response.status === 401 || response.status === 403) return { kind: 'expired' };
      if (response.status === 404) return { kind: 'gone' };
      return { kind: 'failed', status: response.status };
    } catch {
      // No connection, a timeout or a broken response: the chat treats them the same.
      return { kind: 'no-answer' };
    }
  }
}

/**
 * Listens to a conversation. `opened` is true once the socket is open; `closed` settles when it closes.
 *
 * @param {string} streamUrl
 * @param {(set: ActivitySet) => void} hear
 * @returns {{ opened: Promise<boolean>, closed: Promise<void>, drop: () => void }}
 */
export function listen(streamUrl, hear) {
  const socket = new WebSocket(streamUrl);
  const closed = Promise.withResolvers();
  const opened = Promise.withResolvers();
  const pulse = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send(''), pulseMs);
  const patience = setTimeout(() => drop(), openTimeoutMs);
  const drop = () => {
    clearInterval(pulse);
    clearTimeout(patience);
    socket.onmessage = null;
    socket.close();
    opened.resolve(false);
    closed.resolve();
  };
  socket.onopen = () => {
    clearTimeout(patience);
    opened.resolve(true);
  };
  socket.onclose = drop;
  socket.onmessage = ({ data }) => {
    if (typeof data === 'string' && data !== '') hear(JSON.parse(data));
  };
  return { opened: opened.promise, closed: closed.promise, drop };
}

/**
 * The same without a socket, where a network blocks it or lets nothing through: asks every other second, for half an hour.
 *
 * @param {() => Promise<Outcome>} ask
 * @param {(set: ActivitySet) => void} hear
 */
export function askAgainAndAgain(ask, hear) {
  const closed = Promise.withResolvers();
  const asking = setInterval(async () => {
    const outcome = await ask();
    if (outcome.kind === 'done') hear(outcome.body);
    else drop();
  }, askEveryMs);
  const drop = () => {
    clearInterval(asking);
    closed.resolve();
  };
  setTimeout(drop, askForMs);
  return { opened: Promise.resolve(true), closed: closed.promise, drop };
}

function path({ conversationId }) {
  return `/conversations/${encodeURIComponent(conversationId)}`;
}
