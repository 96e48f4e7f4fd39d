/**
 * The launcher that an intranet page adds with one line. Classic script: it reads its options from its own tag.
 * When the bot serves it, comment lines are removed and texts are inserted.
 */
(() => {
  // A module has no script of its own, and an element may bear this name.
  const script = document.currentScript || document.querySelector('script[src$="/webchat/embed.js"]');
  if (!script || typeof window.OneTenant?.open === 'function') return;

  const home = new URL(script.src).origin;
  const options = script.dataset;
  const words = __WORDS__;
  // The rule of localeOf in src/i18n: the first wish that names one of ours, by what comes before its first - or _.
  const wishes = [options.locale, document.documentElement.lang, ...navigator.languages];
  const wanted = wishes.map((wish) => (wish || '').trim().toLowerCase().split(/[-_]/)[0]);
  const locale = wanted.find((code) => Object.hasOwn(words, code)) || 'en';
  const say = words[locale];
  const counts = new Intl.PluralRules(locale);
  const title = options.title || say.title;
  const side = options.position === 'left' ? 'left' : 'right';
  const accent = /^#[\da-f]{6}$/i.test(options.accent || '') ? options.accent : '#0b5cad';
  const theme = /^(light|dark)$/.test(options.theme || '') ? options.theme : 'auto';
  const link = '#onetenant';
  const openMark = 'onetenant.open';
  /** How long the window may take to answer, and how long once its page is there. Milliseconds. */
  const patience = 15_000;
  const patienceOnceLoaded = 3_000;

  /** @type {Map<string, Set<Function>>} */
  const listeners = new Map();
  /** @type {HTMLIFrameElement | null} */
  let frame = null;
  let isOpen = false;
  let isLoaded = false;
  let unread = 0;
  /**
   * Where the focus was before the window opened.
   * @type {HTMLElement | null}
   */
  let cameFrom = null;
  /** @type {((request: { resource: string }) => Promise<string | null>) | null} */
  let tokenProvider = null;
  let overdue = 0;

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const host = make('div', { id: 'onetenant-chat' });
  // Style sheets of pages hide what looks empty.
  host.style.setProperty('display', 'block', 'important');
  const root = host.attachShadow({ mode: 'open' });
  const badge = make('span', { className: 'badge', hidden: true });
  badge.ariaHidden = 'true';
  const launcher = make('button', { type: 'button', className: 'launcher' }, icon(), badge);
  launcher.setAttribute('aria-expanded', 'false');
  const holder = make('div', { className: 'holder', hidden: true });
  const told = make('p', {});
  const again = make('button', { type: 'button', textContent: say.tryAgain, hidden: true, onclick: () => load() });
  const leave = make('button', { type: 'button', textContent: say.close, onclick: () => close() });
  const waiting = make('div', { className: 'waiting' }, told, again, leave);
  told.setAttribute('role', 'status');
  holder.append(waiting);
  const greeting = make('div', { className: 'greeting', hidden: !options.greeting });
  if (options.greeting) {
    const words = make('button', { type: 'button', textContent: options.greeting, onclick: () => open() });
    const dismiss = make('button', { type: 'button', className: 'dismiss', textContent: '×' });
    dismiss.onclick = () => {
      hideGreeting();
      launcher.focus();
    };
    dismiss.ariaLabel = say.dismiss;
    greeting.append(words, dismiss);
  }
  const status = make('p', { className: 'status' });
  status.setAttribute('role', 'status');
  launcher.onclick = () => (isOpen ? close() : open());
  // The page's content security policy does not block constructed style sheets.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles());
  root.adoptedStyleSheets = [sheet];
  root.append(holder, greeting, launcher, status);
  label();

  function icon() {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    path.setAttribute('d', 'M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z');
    svg.append(path);
    return svg;
  }

  function label() {
    const news = say.unread[counts.select(unread)] || say.unread.other;
    const told = unread ? news.replace('{count}', String(unread)) : '';
    status.textContent = told && `${title}: ${told}`;
    launcher.ariaLabel = `${title}: ${isOpen ? say.close : say.open}${told && ` (${told})`}`;
    launcher.setAttribute('aria-expanded', String(isOpen));
    badge.textContent = String(unread);
    badge.hidden = !unread;
  }

  /** Without `focus`, for example after a reload, the focus stays where the reader has it. */
  function open({ focus = true, from = document.activeElement } = {}) {
    attach();
    if (!frame) load();
    if (isOpen) return;
    isOpen = true;
    cameFrom = from;
    unread = 0;
    hideGreeting();
    holder.hidden = false;
    remember('1');
    label();
    if (focus) frame.focus();
    tell({ type: 'opened', focus });
    emit('open');
  }

  function close() {
    if (!isOpen) return;
    isOpen = false;
    holder.hidden = true;
    remember('');
    label();
    const isOnPage = cameFrom?.isConnected && cameFrom !== host && cameFrom !== document.body;
    // Where the reader is elsewhere on the page, they stay there.
    if (document.activeElement === host || document.activeElement === document.body)
      (isOnPage ? cameFrom : launcher).focus();
    tell({ type: 'closed' });
    emit('close');
  }

  function load() {
    frame?.remove();
    isLoaded = false;
    frame = make('iframe', { title, allow: 'clipboard-write', src: `${home}/webchat/panel?locale=${locale}` });
    frame.onload = () => giveUpIn(patienceOnceLoaded);
    told.textContent = say.loading;
    again.hidden = true;
    waiting.hidden = false;
    giveUpIn(patience);
    holder.append(frame);
  }

  /** The window is blocked, or the bot is away. It may still come. */
  function giveUpIn(milliseconds) {
    clearTimeout(overdue);
    if (isLoaded) return;
    overdue = setTimeout(() => {
      told.textContent = say.failed;
      again.hidden = false;
    }, milliseconds);
  }

  /** Beside the body: pages that swap or transform theirs keep the chat. */
  function attach() {
    if (!host.isConnected) document.documentElement.append(host);
  }

  /** The panel has loaded, for the first time or after a restart. */
  function greet() {
    isLoaded = true;
    clearTimeout(overdue);
    waiting.hidden = true;
    tell({ type: 'hello', title, accent, theme, signsOn: tokenProvider !== null, focus: root.activeElement === frame });
  }

  function hideGreeting() {
    greeting.hidden = true;
  }

  /** Some pages have no access to storage; then the panel is closed after a reload. */
  function remember(value) {
    try {
      sessionStorage.setItem(openMark, value);
    } catch {
      return;
    }
  }

  function wasOpen() {
    try {
      return sessionStorage.getItem(openMark) === '1';
    } catch {
      return false;
    }
  }

  function tell(message) {
    if (isLoaded) frame.contentWindow.postMessage({ onetenant: message }, home);
  }

  function emit(name, detail) {
    for (const listener of listeners.get(name) || []) listener(detail);
  }

  async function giveToken({ id, resource }) {
    const token = await Promise.resolve(tokenProvider?.({ resource })).catch(() => null);
    tell({ type: 'token', id, token: token || null });
  }

  window.addEventListener('message', ({ origin, source, data }) => {
    const message = data?.onetenant;
    if (!message || origin !== home || !frame || source !== frame.contentWindow) return;
    if (message.type === 'ready') greet();
    if (message.type === 'close') close();
    if (message.type === 'need-token') void giveToken(message);
    if (message.type === 'state') emit('state', message.state);
    if (message.type === 'message') {
      if (!isOpen) unread += 1;
      label();
      emit('message', { unread });
    }
  });

  const openFromLink = () => {
    if (location.hash === link) open();
  };
  window.addEventListener('hashchange', openFromLink);
  // Clicking the same link again does not change the hash.
  document.addEventListener('click', ({ target }) => {
    const from = target instanceof Element && target.closest(`a[href$="${link}"]`);
    if (from) open({ from });
  });

  window.OneTenant = {
    open: () => open(),
    close,
    on: (name, listener) => {
      listeners.set(name, (listeners.get(name) || new Set()).add(listener));
      return () => listeners.get(name)?.delete(listener);
    },
    provideToken: (provider) => {
      tokenProvider = provider;
      tell({ type: 'signs-on' });
    },
  };

  const begin = () => {
    attach();
    openFromLink();
    if (wasOpen()) open({ focus: false });
    document.dispatchEvent(new CustomEvent('onetenant'));
  };
  if (document.body) begin();
  else document.addEventListener('DOMContentLoaded', begin);

  /** Black or white, whichever is readable on the accent colour. */
  function ink() {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(accent.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
  }

  function styles() {
    return `
:host{all:initial;font-family:system-ui,sans-serif;font-size:16px}
[hidden]{display:none!important}
.launcher,.holder,.greeting{position:fixed;${side}:20px;z-index:2147483000}
.launcher{bottom:20px;width:56px;height:56px;padding:0;border:1px solid transparent;border-radius:50%;background:${accent};color:${ink()};box-shadow:0 2px 10px #0006;cursor:pointer}
.launcher svg{width:26px;height:26px;fill:currentColor;vertical-align:middle}
button:focus-visible{outline:3px solid ${accent};outline-offset:3px;box-shadow:0 0 0 3px #fff}
.badge{position:absolute;top:-4px;right:-4px;min-width:22px;box-sizing:border-box;padding:0 5px;border-radius:11px;background:#b3261e;color:#fff;font:600 13px/22px system-ui,sans-serif}
.holder{bottom:88px;width:min(420px,calc(100vw - 40px));height:min(680px,calc(100vh - 108px));border:1px solid #8888;border-radius:12px;overflow:hidden;background:#fff;box-shadow:0 6px 30px #0005}
.waiting{position:absolute;inset:0;box-sizing:border-box;padding:24px;background:#fff;color:#1b1f24;text-align:center;align-content:center}
.waiting button{min-height:44px;margin:4px;padding:0 16px;border:1px solid #767676;border-radius:6px;background:none;color:inherit;font:inherit;cursor:pointer}
iframe{display:block;width:100%;height:100%;border:0}
.greeting{bottom:88px;display:flex;max-width:min(280px,calc(100vw - 40px));border:1px solid #767676;border-radius:12px;background:#fff;box-shadow:0 2px 10px #0003}
.greeting button{padding:12px;border:0;border-radius:12px;background:none;color:#1b1f24;font:inherit;text-align:start;cursor:pointer}
.greeting .dismiss{min-width:44px;text-align:center}
.status{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
@media (max-width:480px),(max-height:480px){.holder{inset:0;width:100%;height:100%;border:0;border-radius:0}.launcher[aria-expanded=true]{display:none}}
@media print{:host{display:none}}
@media (forced-colors:active){.launcher,.holder{border-color:CanvasText}}`;
  }
})();
