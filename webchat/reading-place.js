import { onGesture } from './on-gesture.js';

/** Messages that come so soon after each other are one answer. */
const oneAnswerMs = 2_000;
/** Web Chat scrolls by itself until a card has its size, on a slow machine again and again. */
const settlingMs = 1_500;
const longestSettlingMs = 6_000;
/** Between an answer and the edge of the window, in pixels. */
const margin = 8;
/** Of a part that was unfolded at the edge of the window; one row of buttons. In pixels. */
const beginningHeight = 48;

/**
 * Keeps what people read in its place. A new answer is in view with its beginning, a card that is drawn anew where it stands moves
 * nothing and stays unfolded, and a choice that was made stands in the place of its buttons.
 *
 * Web Chat's own option for this, `autoScrollSnapOnPage`, stops following once it has paused, so the card after a press would be
 * out of sight; and it has none for cards that are replaced.
 */
export class ReadingPlace {
  #chat;
  #say;
  /** Where the conversation scrolls; another one whenever Web Chat draws itself anew. */
  #scrollable = null;
  #known = new WeakSet();
  /** For each message, what was unfolded by hand. */
  #unfolded = new WeakMap();
  /** The message that the answer begins with. */
  #beginning = null;
  #beganAt = 0;
  /** Until when what comes is the answer; 0 where nobody asked. */
  #awaitedUntil = 0;
  /** The message whose button was pressed: drawn anew, it is the answer itself. */
  #asked = null;
  #wasAtEnd = true;
  /** In pixels from the top. */
  #place = 0;
  /** 0 where nothing is held. */
  #holdUntil = 0;
  #longestHold = 0;
  /** Finds the boxes that have to be in view beside the place, from the first to the last: what the focus went to, or what was unfolded. */
  #find = () => [];
  /** Until the answer to a press is there, only the person moves the place; Web Chat scrolls meanwhile, too. */
  #isWaiting = false;
  #pressed = null;

  /**
   * @param {HTMLElement} chat Where Web Chat draws.
   * @param {{ chose: string }} say What stands before a choice that was made.
   */
  constructor(chat, say) {
    this.#chat = chat;
    this.#say = say;
    new MutationObserver((changes) => this.#see(changes)).observe(chat, { childList: true, subtree: true });
    chat.addEventListener('click', (event) => this.#hearClick(event), true);
    onGesture(chat, () => this.#letGo());
  }

  /** For Web Chat's `cardActionMiddleware`: what is pressed shows it at once, and its answer will be in view. */
  hear({ cardAction: { type } }) {
    const isChoice = type === 'postBack' || type === 'messageBack' || type === 'imBack';
    // The answer to a sign-in comes once its window is closed.
    if (isChoice || type === 'signin') this.#awaitedUntil = Number.POSITIVE_INFINITY;
    if (!isChoice) return;
    this.#isWaiting = true;
    this.#asked = this.#pressed && messageOf(this.#pressed);
    this.#pressed?.setAttribute('data-chosen', this.#say.chose);
    this.#pressed = null;
  }

  #hearClick({ target, isTrusted }) {
    const button = target instanceof Element ? target.closest('.ac-pushButton') : null;
    if (!isTrusted || button === null) return;
    const message = messageOf(button);
    if (!isFold(button)) this.#pressed = button;
    // The library folds and unfolds after this.
    else if (message !== null) {
      this.#remember();
      setTimeout(() => this.#keepFold(button, message));
    }
  }

  /** Web Chat would scroll to the end of what has become longer. */
  #keepFold(fold, message) {
    this.#rememberFolds(message);
    this.#beginning = null;
    this.#find = () => (isOpen(fold) ? [boxOf(fold), beginningOf(partOf(fold))] : []);
    this.#hold();
  }

  #rememberFolds(message) {
    this.#unfolded.set(message, new Set(foldsIn(message).filter(isOpen).map(nameOf)));
  }

  #see(changes) {
    const scrollable = this.#chat.querySelector('.webchat__basic-transcript__scrollable');
    if (scrollable === null) return;
    if (scrollable !== this.#scrollable) this.#watch(scrollable);
    const added = [...scrollable.querySelectorAll('.webchat__basic-transcript__activity')].filter(
      (message) => !this.#known.has(message),
    );
    for (const message of added) this.#known.add(message);
    const redrawn = new Set(
      changes.map(({ target }) => messageOf(target)).filter((one) => one && !added.includes(one)),
    );
    for (const message of redrawn) this.#unfoldAgain(message);
    if (redrawn.has(this.#asked)) this.#awaitedUntil = Math.min(this.#awaitedUntil, Date.now() + oneAnswerMs);
    if (added.length > 0) this.#follow(added);
    else if (redrawn.size > 0) {
      this.#find = () => (redrawn.has(this.#asked) ? focusIn([this.#asked]) : []);
      this.#hold();
    }
  }

  #watch(scrollable) {
    this.#scrollable = scrollable;
    this.#beginning = null;
    scrollable.addEventListener('scroll', () => this.#isHolding || this.#isWaiting || this.#remember(), {
      passive: true,
    });
  }

  #remember() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scrollable;
    this.#place = scrollTop;
    this.#wasAtEnd = scrollHeight - clientHeight - scrollTop < margin;
  }

  /** Somebody who reads further up is left alone, unless they asked for what comes. */
  #follow(added) {
    const isAnswer = Date.now() < this.#awaitedUntil;
    const own = added.findLast((message) => message.querySelector('.webchat__bubble--from-user'));
    const isMore = this.#beginning !== null && Date.now() - this.#beganAt < oneAnswerMs;
    if (!own && !isMore && !isAnswer && !this.#wasAtEnd) return;
    if (own || isAnswer || !isMore) {
      // Everything of an earlier visit comes at once; its last message is what counts.
      this.#beginning = own ?? (isAnswer ? added[0] : added.at(-1));
      this.#beganAt = Date.now();
    }
    // What somebody said themselves has its answer still to come.
    this.#awaitedUntil = own !== undefined && own === added.at(-1) ? Number.POSITIVE_INFINITY : 0;
    this.#asked = null;
    // Whoever points reads from the title on; the keyboard has to see where it is.
    this.#find = () => focusIn(added, ':focus-visible');
    this.#hold();
  }

  #unfoldAgain(message) {
    const names = this.#unfolded.get(message);
    for (const fold of foldsIn(message)) if (names?.has(nameOf(fold)) && !isOpen(fold)) fold.click();
  }

  get #isHolding() {
    return this.#holdUntil !== 0;
  }

  #letGo() {
    this.#holdUntil = 0;
    this.#isWaiting = false;
  }

  #hold() {
    const isFirst = !this.#isHolding;
    this.#longestHold = Date.now() + longestSettlingMs;
    this.#holdUntil = Date.now() + settlingMs;
    this.#isWaiting = false;
    this.#settle();
    if (isFirst) requestAnimationFrame(() => this.#settleOn());
  }

  /** Ends once nothing has moved for a while. A slow machine draws so seldom that only a frame can end it. */
  #settleOn() {
    if (!this.#isHolding) return;
    if (this.#settle()) this.#holdUntil = Math.min(Date.now() + settlingMs, this.#longestHold);
    if (Date.now() < this.#holdUntil) return requestAnimationFrame(() => this.#settleOn());
    this.#holdUntil = 0;
    this.#remember();
  }

  /** Whether something had moved. */
  #settle() {
    const scrollable = this.#scrollable;
    const wanted = this.#wantedPlace();
    if (Math.abs(scrollable.scrollTop - wanted) <= 1) return false;
    // Web Chat stops its own scrolling when somebody turns the wheel.
    scrollable.dispatchEvent(new WheelEvent('wheel'));
    scrollable.scrollTop = wanted;
    return true;
  }

  #wantedPlace() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scrollable;
    if (Date.now() - this.#beganAt <= oneAnswerMs && this.#beginning?.isConnected) {
      const top =
        this.#beginning.getBoundingClientRect().top - this.#scrollable.getBoundingClientRect().top + scrollTop;
      this.#place = Math.max(0, top - margin);
    }
    return Math.min(this.#seen(this.#find()), scrollHeight - clientHeight);
  }

  /** The place nearest to the wanted one at which these are in view; where they are too tall, the first. */
  #seen(boxes) {
    if (boxes.length === 0) return this.#place;
    const { scrollTop, clientHeight } = this.#scrollable;
    const moved = scrollTop - this.#scrollable.getBoundingClientRect().top;
    const lowest = boxes.at(-1).bottom + moved + margin - clientHeight;
    return Math.min(boxes[0].top + moved - margin, Math.max(this.#place, lowest));
  }
}

function boxOf(element) {
  return element.getBoundingClientRect();
}

/** Enough of a part to see that it is there. */
function beginningOf(part) {
  const { top, bottom } = boxOf(part);
  return { top, bottom: Math.min(bottom, top + beginningHeight) };
}

/** What has the focus in these messages. */
function focusIn(messages, which = '*') {
  const { activeElement } = document;
  const isWithin = messages.includes(messageOf(activeElement)) && activeElement.closest('.ac-adaptiveCard');
  return isWithin && activeElement.matches(which) ? [boxOf(activeElement)] : [];
}

function messageOf(node) {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.webchat__basic-transcript__activity') ?? null;
}

function foldsIn(message) {
  return [...message.querySelectorAll('.ac-pushButton')].filter(isFold);
}

function isFold(button) {
  return button.hasAttribute('aria-controls');
}

function partOf(fold) {
  return document.getElementById(fold.getAttribute('aria-controls'));
}

function isOpen(fold) {
  const part = partOf(fold);
  return part !== null && part.style.display !== 'none';
}

/** A summary counts, and what it counts changes. */
function nameOf(fold) {
  return fold.textContent.replace(/\d+/g, '');
}
