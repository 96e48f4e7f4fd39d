/**
 * What the tab asks the bot. The token of Teams stays in this page's memory.
 *
 * @typedef {{ kind: 'checklist', checklist: any } | { kind: 'nothing' }
 *   | { kind: 'problem', problem: 'no-chat' | 'tenant' | 'refused' | 'sign-in' }
 *   | { kind: 'away', seconds: number }} Reply
 */

/** How long an answer may take, in milliseconds. */
const patienceMs = 20_000;
const retrySeconds = 5;

export class BotCalls {
  #askForToken;
  #locale;
  /** @type {string | null} */
  #token = null;

  /** @param {() => Promise<string>} askForToken @param {string} locale */
  constructor(askForToken, locale) {
    this.#askForToken = askForToken;
    this.#locale = locale;
  }

  /** @returns {Promise<Reply>} */
  checklist() {
    return this.#ask('/api/tab/checklist', { method: 'GET' });
  }

  /** The same tick may be sent again: it is given once. @param {string} step @param {boolean} done @returns {Promise<Reply>} */
  tick(step, done) {
    const body = JSON.stringify({ step, done });
    return this.#ask('/api/tab/ticks', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }

  /** @param {string} path @param {RequestInit} request @returns {Promise<Reply>} */
  async #ask(path, request) {
    const first = await this.#send(path, request);
    // Teams gives out its token until the end, and then a new one.
    return first === 'expired' ? this.#again(path, request) : first;
  }

  /** @param {string} path @param {RequestInit} request @returns {Promise<Reply>} */
  async #again(path, request) {
    this.#token = null;
    const second = await this.#send(path, request);
    return second === 'expired' ? { kind: 'problem', problem: 'refused' } : second;
  }

  /** @param {string} path @param {RequestInit} request @returns {Promise<Reply | 'expired'>} */
  async #send(path, request) {
    try {
      this.#token ??= await this.#askForToken();
    } catch {
      return { kind: 'problem', problem: 'sign-in' };
    }
    try {
      const response = await fetch(`${path}?locale=${encodeURIComponent(this.#locale)}`, {
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${this.#token}` },
        credentials: 'omit',
        signal: AbortSignal.timeout(patienceMs),
      });
      const reply = await replyIn(response);
      // A token that opened nothing is asked for anew.
      if (reply !== 'expired' && reply.kind === 'problem') this.#token = null;
      return reply;
    } catch {
      return { kind: 'away', seconds: retrySeconds };
    }
  }
}

/** @param {Response} response @returns {Promise<Reply | 'expired'>} */
async function replyIn(response) {
  if (response.ok) return response.json();
  const seconds = Number(response.headers.get('retry-after')) || retrySeconds;
  if (response.status === 401) {
    const { error } = await response.json();
    return error === 'expired' ? 'expired' : { kind: 'problem', problem: 'refused' };
  }
  if (response.status === 403) return { kind: 'problem', problem: 'tenant' };
  if (response.status === 404) return { kind: 'problem', problem: 'no-chat' };
  return { kind: 'away', seconds };
}
