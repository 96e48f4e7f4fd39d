const tokenPatienceMs = 10_000;

/**
 * The page that embeds the panel. Only messages from the parent window count, and only from the origin of its first
 * message. Which origins may embed the panel is set in the panel's security policy.
 */
export class HostPage {
  /** @type {string | null} */
  #origin = null;
  #signsOn = false;
  #waiting = new Map();
  #hear;

  /** @param {(message: { type: string, [name: string]: unknown }) => void} hear */
  constructor(hear) {
    this.#hear = hear;
    if (window.parent === window) return;
    addEventListener('message', ({ origin, source, data }) => {
      const message = data?.onetenant;
      if (!message || source !== window.parent) return;
      if (message.type === 'hello') this.#origin ??= origin;
      if (origin === this.#origin) this.#take(message);
    });
    // Announces only that the panel is there; the reply shows who the page is.
    window.parent.postMessage({ onetenant: { type: 'ready' } }, '*');
  }

  tell(message) {
    if (this.#origin) window.parent.postMessage({ onetenant: message }, this.#origin);
  }

  /** Whether the page has a sign-in of its own, good or not. */
  get signsOn() {
    return this.#signsOn;
  }

  /** The page's own sign-in for the resource, or null if it has none. @param {string} resource */
  async tokenFor(resource) {
    if (!this.#signsOn) return null;
    const id = crypto.randomUUID();
    const answer = Promise.withResolvers();
    this.#waiting.set(id, answer.resolve);
    this.tell({ type: 'need-token', id, resource });
    setTimeout(() => answer.resolve(null), tokenPatienceMs);
    const token = await answer.promise;
    this.#waiting.delete(id);
    return typeof token === 'string' ? token : null;
  }

  #take(message) {
    if (message.type === 'token') return this.#waiting.get(message.id)?.(message.token);
    if (message.type === 'signs-on' || (message.type === 'hello' && message.signsOn)) this.#signsOn = true;
    this.#hear(message);
  }
}
