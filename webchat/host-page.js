const tokenPatienceMs = 10_000;

/**
 * The page that shows the panel. Only the window above is listened to, and only from the origin that it first greeted
 * from; which origins may show the panel at all is in the panel's security policy.
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
    // Says no more than that it is there; the answer tells who the page is.
    window.parent.postMessage({ onetenant: { type: 'ready' } }, '*');
  }

  tell(message) {
    if (this.#origin) window.parent.postMessage({ onetenant: message }, this.#origin);
  }

  /** The page's own sign-in for the resource, or null when it has none. @param {string} resource */
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
