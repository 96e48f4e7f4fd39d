/**
 * A visit: one visitor in one conversation. The token stays in memory. What survives a reload is a handle that only the
 * bot can read; it is kept in this tab's session storage and given to a second tab that asks while this one is open.
 *
 * @typedef {import('./direct-line.js').Key} Key
 * `isNew`: this page requested the conversation, so it still has to be started.
 * @typedef {{ kind: 'ready', key: Key, isNew: boolean } | { kind: 'gone' | 'outdated' } | { kind: 'wait', seconds: number, isBusy: boolean }} Reading
 * `outdated`: the bot is of a later release, with which this window cannot go on. Loaded anew, it can.
 */

/**
 * What window and bot agree on, as a number: how a visit is begun and renewed, and what the window has to know of the cards. It goes
 * up when windows of before could not go on; what is only added changes nothing. A bot of before 1 names none.
 */
export const protocol = 1;

const handleName = 'onetenant.visit';
const otherTabsMs = 250;
/** A token that is about to expire is renewed before use. */
const marginMs = 60_000;

export class Visit {
  /** @type {Key | null} */
  #key = null;
  #freshUntil = 0;
  #expiresAt = 0;
  /** @type {string | null} */
  #handle = null;
  #tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel(handleName) : null;
  /** @type {Promise<Reading> | null} */
  #asking = null;
  #isNew = false;
  #hasOtherTabs = joinTabs();

  constructor() {
    this.#tabs?.addEventListener('message', ({ data }) => {
      if (data?.ask && this.#handle) this.#tabs?.postMessage({ handle: this.#handle });
    });
  }

  /** A token that is valid now. @returns {Promise<Reading>} */
  async key() {
    if (this.#key && Date.now() < this.#expiresAt - marginMs) return this.#ready(this.#key);
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  /** Direct Line no longer accepts the token. */
  expire() {
    this.#expiresAt = 0;
  }

  /** Renews well before expiry, so that the handle stays valid too. */
  async keepFresh() {
    if (!this.#key || Date.now() < this.#freshUntil) return;
    await this.#renew();
  }

  forget() {
    this.#handle = null;
    this.#key = null;
    store(null);
  }

  async #ask() {
    this.#handle ??= read() ?? (await this.#askOtherTabs());
    if (!this.#handle) return this.#begin();
    const isResumed = this.#key === null;
    const reading = await this.#renew();
    if (reading.kind !== 'gone' || !isResumed) return reading;
    // What an earlier page left is too old, so this page starts a new conversation.
    this.forget();
    return this.#begin();
  }

  async #begin() {
    this.#isNew = true;
    return this.#take(await post('/api/webchat/token', {}));
  }

  async #renew() {
    return this.#take(await post('/api/webchat/refresh', { refreshHandle: this.#handle }));
  }

  /** @returns {Reading} */
  #ready(key) {
    return { kind: 'ready', key, isNew: this.#isNew };
  }

  /** @returns {Promise<Reading>} */
  async #take(response) {
    if (response?.status === 401) return { kind: 'gone' };
    if (!response?.ok) {
      const seconds = Number(response?.headers.get('retry-after') ?? 0);
      return { kind: 'wait', seconds, isBusy: response?.status === 429 || response?.status === 503 };
    }
    const answer = await response.json().catch(() => null);
    // A page of somebody in between is no answer of the bot.
    if (answer === null) return { kind: 'wait', seconds: 0, isBusy: false };
    if (!isReadable(answer)) return { kind: 'outdated' };
    const { token, conversationId, expiresIn, refreshHandle } = answer;
    this.#key = { token, conversationId };
    this.#freshUntil = Date.now() + expiresIn * 500;
    this.#expiresAt = Date.now() + expiresIn * 1_000;
    this.#handle = refreshHandle;
    store(refreshHandle);
    return this.#ready(this.#key);
  }

  async #askOtherTabs() {
    if (!this.#tabs || !(await this.#hasOtherTabs)) return null;
    const answer = Promise.withResolvers();
    const take = ({ data }) => data?.handle && answer.resolve(data.handle);
    this.#tabs.addEventListener('message', take);
    this.#tabs.postMessage({ ask: true });
    setTimeout(() => answer.resolve(null), otherTabsMs);
    const handle = await answer.promise;
    this.#tabs.removeEventListener('message', take);
    return handle;
  }
}

function isReadable({ protocol: spoken = protocol, token, conversationId, expiresIn, refreshHandle }) {
  const areTexts = [token, conversationId, refreshHandle].every((one) => typeof one === 'string' && one !== '');
  return spoken <= protocol && areTexts && expiresIn > 0;
}

/** Every open panel holds a shared lock, so that a single tab need not wait for a reply from others. */
async function joinTabs() {
  if (!navigator.locks) return true;
  const { held } = await navigator.locks.query();
  const isAlone = !held?.some(({ name }) => name === handleName);
  void navigator.locks.request(handleName, { mode: 'shared' }, () => Promise.withResolvers().promise);
  return !isAlone;
}

async function post(path, body) {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
  } catch {
    return null;
  }
}

/** If the browser refuses storage, a reload starts a new conversation. */
function read() {
  try {
    return sessionStorage.getItem(handleName);
  } catch {
    return null;
  }
}

function store(handle) {
  try {
    if (handle === null) sessionStorage.removeItem(handleName);
    else sessionStorage.setItem(handleName, handle);
  } catch {
    return;
  }
}
