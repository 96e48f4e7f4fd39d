import { addCopyButtons } from './copying.js';
import { actionsOf, cardsOf, changeOf, elementIdOf, languageOf, named, nameOf, nonceOf, spokenOf } from './hearing.js';
import { onGesture } from './on-gesture.js';

/**
 * Where the keyboard is, and what is said aloud: docs/decisions/0031 says how both were decided. Web Chat draws the cards and
 * leaves the focus where somebody pressed; this follows what it draws.
 */

const saidForMs = 1_500;
/** A screen reader drops what is polite when the focus moves, so the focus moves first. */
const afterFocusMs = 150;
/** Long enough for what the bot says by itself once a sign-in window has closed. */
const signInPatienceMs = 4_000;

const anyCard = '.ac-adaptiveCard';
const botMessage = '.webchat__basic-transcript__activity:not(:has(.webchat__bubble--from-user))';
const anyButton = '.ac-pushButton';
const enabled = ':not([aria-disabled="true"])';
const toDo = [
  `${anyButton}.style-positive${enabled}`,
  `${anyButton}:not([aria-controls])${enabled}`,
  'a[href], input, textarea',
  anyButton + enabled,
];

export class Attention {
  #room;
  #voice;
  #say;
  /** Cards by the id of their element. */
  #cards = new Map();
  /** Texts to send that were selected once. */
  #selected = new WeakSet();
  /** The language of each message of the bot, by its id, as they follow each other. */
  #languages = new Map();
  /** What was said of a message, by its id. */
  #said = new Map();
  /** Numbers of cards whose buttons still count. */
  #live = new Set();
  #lastTurn = null;
  /** What is announced once it is drawn. */
  #coming = [];
  #newest = null;
  /** The button whose answer has not come yet. */
  #pressed = null;
  /** Where this moved the focus; null once somebody pressed a key, pointed or scrolled. */
  #given = null;
  #last = null;
  #signIn = null;

  /**
   * @param {object} parts
   * @param {HTMLElement} parts.room Where Web Chat draws.
   * @param {HTMLElement} parts.voice A live region that nobody sees.
   * @param {{ newWindow: string, notSent: string, copy: string, copied: string, notCopied: string, signInWaits: string, signInOpen: string }} parts.say What the window says by itself.
   */
  constructor({ room, voice, say }) {
    this.#room = room;
    this.#voice = voice;
    this.#say = say;
    const watching = new MutationObserver(() => this.#follow());
    watching.observe(room, { childList: true, subtree: true, attributeFilter: ['aria-pressed', 'style'] });
    room.addEventListener('click', (event) => this.#meetPress(event), { capture: true });
    room.addEventListener('click', ({ target }) => this.#selectReadyText(target));
    // A key that is held down would press what the focus moves to.
    room.addEventListener('keydown', (event) => event.key === 'Enter' && event.repeat && event.preventDefault());
    document.addEventListener('focusin', ({ target, isTrusted }) => {
      if (isTrusted) this.#last = target;
    });
    onGesture(document, () => (this.#given = null));
    addEventListener('focus', () => this.#comeBack());
  }

  /** A message on its way to Web Chat. Returns it with its names. */
  meet(activity, { isHistory }) {
    if (activity.from?.role !== 'bot') {
      this.#live.delete(activity.value?.nonce);
      return activity;
    }
    if (activity.type !== 'message') return activity;
    const spoken = spokenOf(activity);
    const before = this.#said.get(activity.id);
    this.#said.set(activity.id, spoken);
    const cards = cardsOf(activity);
    this.#languages.set(activity.id, languageOf(activity));
    for (const card of cards) this.#keep(card, activity);
    if (!isHistory) {
      this.#signIn = null;
      this.#coming.push({
        ids: cards.map((card) => elementIdOf(card, activity)),
        names: before === undefined ? cards.map(nameOf) : [],
        text: before === undefined ? spoken : changeOf(before, spoken),
        lang: languageOf(activity),
      });
    }
    return named(activity);
  }

  /** A press on its way to the bot: the buttons of its card are used. */
  sending(activity) {
    this.#live.delete(activity.value?.nonce);
    this.#follow();
  }

  /** It did not arrive, so the buttons count again. */
  notSent(activity) {
    if (activity.value?.nonce) this.#live.add(activity.value.nonce);
    this.#follow();
    this.say(this.#say.notSent);
  }

  /** Somebody was sent to the sign-in window. */
  signsIn() {
    this.#signIn = { hasLeft: false };
    this.say(this.#say.signInWaits);
  }

  say(text, lang = '') {
    if (!text) return;
    const said = Object.assign(document.createElement('p'), { textContent: text, lang });
    this.#voice.append(said);
    setTimeout(() => said.remove(), saidForMs);
  }

  /** Where the focus was before the window was closed; else what is next. */
  restore() {
    if (canHaveFocus(this.#last)) this.#last.focus();
    else this.next();
  }

  /** The first thing to do in the newest card, else the box. */
  next() {
    const card = document.getElementById(this.#newest);
    const found = toDo.map((one) => [...(card?.querySelectorAll(one) ?? [])].find(canHaveFocus)).find(Boolean);
    this.#given = found ?? this.#room.querySelector('[data-id="webchat-sendbox-input"]');
    this.#given?.focus();
  }

  #keep(card, activity) {
    const id = elementIdOf(card, activity);
    this.#cards.set(id, card);
    this.#newest = id;
    const nonce = nonceOf(card);
    if (nonce === undefined) return;
    const isSameTurn = activity.replyToId !== undefined && activity.replyToId === this.#lastTurn;
    if (!isSameTurn && !activity.channelData?.isBeside) this.#live.clear();
    this.#lastTurn = activity.replyToId;
    this.#live.add(nonce);
  }

  #meetPress(event) {
    const button = event.target.closest(anyButton);
    if (button === null || button.hasAttribute('aria-controls')) return;
    if (button.ariaDisabled === 'true' || (button === this.#pressed && this.#isUsed(button.closest(anyCard)))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (button.role !== 'link') this.#pressed = button;
  }

  /** The first press on a text to send selects all of it; the next ones are for whoever changes it. */
  #selectReadyText(target) {
    const card = target.localName === 'textarea' && this.#cards.get(target.closest(anyCard)?.id);
    if (!card || this.#selected.has(target) || !JSON.stringify(card.body).includes('"id":"textToSend"')) return;
    this.#selected.add(target);
    target.select();
  }

  /** After each time that Web Chat drew. */
  #follow() {
    this.#dressAll();
    const isThere = ({ ids }) => ids.every((id) => document.getElementById(id) !== null);
    const drawn = this.#coming.filter(isThere);
    this.#coming = this.#coming.filter((one) => !isThere(one));
    if (drawn.length > 0) this.#meetNews(drawn);
    else if (this.#isLost()) this.next();
  }

  #meetNews(news) {
    const moves = this.#isWaiting() || this.#isLost();
    if (moves && document.hasFocus()) this.#moveOn();
    else if (document.hasFocus()) this.#forgetPress();
    const named = moves ? news.flatMap(({ names }) => names) : [];
    for (const { text, lang } of news) setTimeout(() => this.say(without(text, named), lang), afterFocusMs);
  }

  #moveOn() {
    this.next();
    this.#forgetPress();
  }

  #forgetPress() {
    this.#pressed = null;
    this.#dressAll();
  }

  /** Whoever pressed has not gone elsewhere since. */
  #isWaiting() {
    const active = document.activeElement;
    if (this.#given !== null) return active === this.#given;
    if (this.#pressed === null) return false;
    return active === this.#pressed || active === document.body || active?.ariaDisabled === 'true';
  }

  /** What had the focus is gone, and nobody chose to leave it. */
  #isLost() {
    if (document.activeElement !== document.body || !document.hasFocus() || this.#pressed !== null) return false;
    return this.#last !== null && this.#last !== document.body && !canHaveFocus(this.#last);
  }

  /** From another window, or from the page around this one. */
  #comeBack() {
    if (this.#pressed !== null && !canHaveFocus(this.#pressed)) this.#moveOn();
    if (this.#signIn === null) return;
    const waiting = this.#signIn;
    setTimeout(() => this.#signIn === waiting && this.say(this.#say.signInOpen), signInPatienceMs);
  }

  #dressAll() {
    for (const drawn of this.#room.querySelectorAll(anyCard)) this.#dress(drawn);
    const messages = [...this.#room.querySelectorAll(botMessage)];
    const languages = [...this.#languages.values()];
    // While one of them is not drawn yet, nobody knows which.
    if (messages.length !== languages.length) return;
    for (const [at, message] of messages.entries()) set(message, 'lang', languages[at]);
  }

  /** Links are links, lists are lists, what unfolds says so and of which card, nothing is a toggle, and what is used cannot be pressed. */
  #dress(drawn) {
    const card = this.#cards.get(drawn.id);
    const isUsed = this.#isUsed(drawn);
    const [title, ...parts] = drawn.querySelectorAll('[role="heading"]');
    if (title) title.id = `${drawn.id}-title`;
    for (const part of parts) set(part, 'aria-level', '3');
    makeLists(drawn);
    addCopyButtons(drawn, this.#say, (text) => this.say(text));
    for (const button of drawn.querySelectorAll(anyButton)) {
      button.removeAttribute('aria-pressed');
      const folded = button.getAttribute('aria-controls');
      if (folded !== null) {
        const part = drawn.querySelector(`#${CSS.escape(folded)}`);
        set(button, 'aria-expanded', String(part?.style.display !== 'none'));
        if (title) set(button, 'aria-describedby', title.id);
        // The library says it on the part, too, where it means nothing.
        part?.removeAttribute('aria-expanded');
        continue;
      }
      const action = card && actionsOf(card).find(({ title }) => title === button.title);
      if (action?.data?.do === 'set-language') set(button, 'lang', action.data.locale);
      if (action?.type === 'Action.OpenUrl') this.#makeLink(button, isUsed);
      // A ticket opens for its own person only, so its button never grows old.
      else if (action?.data?.do !== 'open-ticket') use(button, isUsed && button !== this.#pressed);
    }
  }

  #isUsed({ id }) {
    const card = this.#cards.get(id);
    const nonce = card && nonceOf(card);
    return nonce !== undefined && !this.#live.has(nonce);
  }

  /** A link goes on working in a used card, and no longer stands out. */
  #makeLink(button, isUsed) {
    set(button, 'role', 'link');
    button.toggleAttribute('data-used', isUsed);
    set(button, 'aria-label', `${button.title} (${this.#say.newWindow})`);
  }
}

/** Adaptive Cards have no lists: lines that begin with a bullet and follow each other become one. */
function makeLists(drawn) {
  const isLine = (node) => node?.matches('.ac-textBlock') && node.textContent.startsWith('• ');
  for (const line of drawn.querySelectorAll('.ac-textBlock:not([role])')) {
    if (!isLine(line)) continue;
    const list = document.createElement('div');
    list.role = 'list';
    line.before(list);
    // Between two of them is an empty element that keeps them apart.
    for (let next = line, gap = null; isLine(next); ) {
      if (gap) list.append(gap);
      list.append(next);
      next.role = 'listitem';
      gap = list.nextElementSibling;
      next = isLine(gap) ? gap : gap?.nextElementSibling;
      if (gap === next) gap = null;
    }
  }
}

function use(button, isUsed) {
  if (isUsed) {
    set(button, 'aria-disabled', 'true');
    set(button, 'tabindex', '-1');
  } else if (button.ariaDisabled === 'true') {
    button.removeAttribute('aria-disabled');
    set(button, 'tabindex', '0');
  }
}

function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function canHaveFocus(element) {
  return element?.isConnected === true && element.checkVisibility() && element.ariaDisabled !== 'true';
}

/** The focus has said the card's name already. */
function without(text, names) {
  return names.reduce(
    (rest, name) => (rest.startsWith(name) && rest !== name ? rest.slice(name.length).trim() : rest),
    text,
  );
}
