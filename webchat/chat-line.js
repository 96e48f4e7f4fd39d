import { askAgainAndAgain, DirectLine, listen } from './direct-line.js';
import { keepUnsent } from './draft.js';
import { languageOf } from './hearing.js';

/**
 * What Web Chat connects to: a connection that never breaks. Underneath, sockets come and go, tokens expire and the bot may be
 * down; this reconnects, fetches what was missed, queues what is typed meanwhile, and reports its state.
 *
 * @typedef {'connecting' | 'online' | 'offline' | 'busy' | 'bot-away' | 'ended' | 'outdated'} LineState
 */

const firstPauseMs = 500;
const longestPauseMs = 15_000;
/** Less than the five minutes after which Web Chat itself marks a message as failed. */
const sendPatienceMs = 4 * 60_000;
const lookAgainMs = 60_000;
/** What is said comes over the socket at once, where it lets anything through. */
const socketPatienceMs = 3_000;
/** These say that nothing arrived: the message is sent again. */
const comeAgain = [429, 503];
const sendAgainTimes = 4;
const webChatConnecting = 1;
const webChatOnline = 2;

export class ChatLine {
  #directLine;
  #visit;
  #locale;
  #tell;
  #meetSignIn;
  #hearMessage;
  #hearLanguage;
  #hearTyping;
  #attention;
  #watermark = '';
  #hasBegun = false;
  #socket = null;
  /** Whether messages come over a socket; where none works they are asked for. */
  #socketWorks = true;
  #heardAt = 0;
  #ask = async () => ({ kind: 'no-answer' });
  /** @type {LineState} */
  #state = 'connecting';
  #wakeUp = Promise.withResolvers();
  #standing = Promise.withResolvers();
  /** Web Chat subscribes twice, the first time without reading; both times it must get everything. */
  #activities = new Feed(Number.POSITIVE_INFINITY);
  #connection = new Feed(1);
  #known = Promise.withResolvers();
  #token = '';
  /** The id under which each of our own messages first came back. */
  #echoes = new Map();
  /** A message that was sent again has a second id; replies to it belong to the first. */
  #aliases = new Map();

  activity$ = this.#activities;
  connectionStatus$ = this.#connection;

  /**
   * @param {object} parts
   * @param {string} parts.origin Direct Line.
   * @param {import('./visit.js').Visit} parts.visit
   * @param {string} parts.locale
   * @param {(state: LineState) => void} parts.tell
   * @param {(activity: any) => Promise<boolean>} parts.meetSignIn Whether the person was signed in without a card.
   * @param {(activity: any) => void} parts.hearMessage Called with each new message from the bot.
   * @param {(language: string) => void} parts.hearLanguage Called with the language of each message from the bot.
   * @param {(typing: { channelData?: { reading?: string }, locale?: string }) => void} parts.hearTyping Called when the bot works
   *   on an answer; `reading` says in words what it reads.
   * @param {import('./attention.js').Attention} parts.attention
   */
  constructor({ origin, visit, locale, tell, meetSignIn, hearMessage, hearLanguage, hearTyping, attention }) {
    this.#directLine = new DirectLine(origin);
    this.#visit = visit;
    this.#locale = locale;
    this.#tell = tell;
    this.#meetSignIn = meetSignIn;
    this.#hearMessage = hearMessage;
    this.#hearLanguage = hearLanguage;
    this.#hearTyping = hearTyping;
    this.#attention = attention;
    this.#connection.next(webChatConnecting);
    this.#watchNetwork();
  }

  /** Connects, and reconnects for as long as the page lives. */
  async run() {
    for (let failures = 0; !this.#isOver; ) {
      const outcome = await this.#connect();
      if (outcome.kind === 'ended' || outcome.kind === 'outdated') return this.#become(outcome.kind);
      if (outcome.kind === 'standing') {
        failures = 0;
        this.#become('online');
        this.#standing.resolve();
        await this.#socket.closed;
        this.#standing = Promise.withResolvers();
        this.#become('offline');
      } else {
        failures += 1;
        this.#become(outcome.isBusy ? 'busy' : 'offline');
      }
      await this.#pause(Math.max(backoffMs(failures), outcome.seconds * 1_000 || 0));
    }
  }

  /** Settles once the visitor's id is known. */
  get known() {
    return this.#known.promise;
  }

  /** Web Chat reads the visitor's id from it. */
  get token() {
    return this.#token;
  }

  /** Ends the wait between two attempts. */
  tryNow() {
    this.#wakeUp.resolve();
  }

  /** Web Chat sends with this. Settles with the id once the bot has accepted the message. */
  postActivity(activity) {
    this.#attention.sending(activity);
    return oneValue(() =>
      this.#send(activity).catch((fault) => {
        this.#attention.notSent(activity);
        throw fault;
      }),
    );
  }

  getSessionId() {
    return oneValue(async () => {
      const reading = await this.#visit.key();
      const outcome = reading.kind === 'ready' ? await this.#directLine.sessionId(reading.key) : reading;
      if (outcome.kind !== 'done') throw new Error('no session id');
      return outcome.body.sessionId;
    });
  }

  /** Posts once, for what cannot wait. Resolves to whether the bot accepted it. */
  async postOnce(activity) {
    const reading = await this.#visit.key();
    return reading.kind === 'ready' && (await this.#directLine.post(reading.key, activity)).kind === 'done';
  }

  end() {
    this.#become('ended');
    this.#socket?.drop();
  }

  async #connect() {
    const reading = await this.#visit.key();
    if (reading.kind === 'gone') return { kind: 'ended' };
    if (reading.kind === 'outdated') return { kind: 'outdated' };
    if (reading.kind === 'wait') return { kind: 'failed', ...reading };
    this.#token = reading.key.token;
    this.#known.resolve();
    const isFirst = reading.isNew && !this.#hasBegun;
    const outcome = isFirst ? await this.#directLine.begin(reading.key, this.#locale) : await this.#catchUp(reading);
    if (outcome.kind === 'gone') return { kind: 'ended' };
    if (outcome.kind === 'expired') this.#visit.expire();
    if (outcome.kind !== 'done') return { kind: 'failed', isBusy: outcome.status === 429, seconds: 0 };
    this.#hasBegun = true;
    const hear = (set) => {
      this.#heardAt = performance.now();
      this.#hear(set, { isHistory: false });
    };
    this.#ask = () => this.#directLine.activitiesAfter(reading.key, this.#watermark || '0');
    this.#socket = this.#socketWorks ? listen(outcome.body.streamUrl, hear) : askAgainAndAgain(this.#ask, hear);
    const isOpen = await this.#socket.opened;
    // What is asked for ends after a while, and then a socket is tried again.
    this.#socketWorks = isOpen || navigator.onLine === false;
    if (isOpen) void this.#doubtSocket();
    return isOpen ? { kind: 'standing' } : { kind: 'failed', seconds: 0 };
  }

  /** A socket that is open and lets nothing through would leave people without answers. */
  async #doubtSocket() {
    const socket = this.#socket;
    const since = performance.now();
    const isInDoubt = () => this.#socket === socket && this.#heardAt < since;
    await delay(socketPatienceMs);
    if (!isInDoubt()) return;
    const outcome = await this.#ask();
    if (outcome.kind !== 'done' || !outcome.body.activities?.length || !isInDoubt()) return;
    this.#hear(outcome.body, { isHistory: false });
    this.#socketWorks = false;
    socket?.drop();
    this.tryNow();
  }

  /** Fetches what was missed, or everything after a reload, and requests a socket that continues from there. */
  async #catchUp({ key, isNew }) {
    const isHistory = !isNew && this.#watermark === '';
    for (;;) {
      const outcome = await this.#directLine.activitiesAfter(key, this.#watermark || '0');
      if (outcome.kind !== 'done') return outcome;
      this.#hear(outcome.body, { isHistory });
      if (!outcome.body.activities?.length) break;
    }
    return this.#directLine.reopen(key, this.#watermark || '0');
  }

  #hear({ activities, watermark }, { isHistory }) {
    if (watermark) this.#watermark = watermark;
    for (const activity of activities ?? []) void this.#receive(activity, isHistory);
  }

  async #receive(given, isHistory) {
    const own = given.channelData?.clientActivityID;
    const isOwn = own !== undefined && given.from?.role !== 'bot';
    if (isOwn) {
      const known = this.#echoes.get(own);
      if (known !== undefined && known !== given.id) {
        this.#aliases.set(given.id, known);
        return;
      }
      this.#echoes.set(own, given.id);
    }
    const replyToId = this.#aliases.get(given.replyToId);
    const activity = replyToId === undefined ? given : { ...given, replyToId };
    if (!isHistory && !isOwn && (await this.#meetSignIn(activity))) return;
    if (activity.type === 'typing' && !isOwn) this.#hearTyping(activity);
    this.#activities.next(this.#attention.meet(activity, { isHistory }));
    const language = activity.type === 'message' && activity.from?.role === 'bot' ? languageOf(activity) : '';
    if (language !== '') this.#hearLanguage(language);
    if (!isHistory && activity.type === 'message' && activity.from?.role === 'bot') this.#hearMessage(activity);
  }

  async #send(activity) {
    const own = activity.channelData?.clientActivityID;
    const startedAt = Date.now();
    let again = 0;
    while (Date.now() - startedAt < sendPatienceMs && !this.#isOver) {
      await within(this.#standing.promise, sendPatienceMs);
      const reading = await this.#visit.key();
      if (reading.kind === 'outdated') this.#become('outdated');
      if (reading.kind !== 'ready') break;
      const outcome = await this.#directLine.post(reading.key, activity);
      if (outcome.kind === 'done') {
        void this.#doubtSocket();
        return this.#echoes.get(own) ?? outcome.body.id;
      }
      if (outcome.kind === 'gone') break;
      if (outcome.kind === 'expired') this.#visit.expire();
      if (outcome.kind === 'expired' || outcome.kind === 'no-answer') {
        await this.#reconnect();
        // It may have arrived although the response was lost; then it was among the missed messages.
        if (outcome.kind === 'no-answer' && this.#echoes.has(own)) return this.#echoes.get(own);
        continue;
      }
      if (comeAgain.includes(outcome.status) && again < sendAgainTimes && (await isBotReady())) {
        again += 1;
        await delay(backoffMs(again));
        continue;
      }
      if (outcome.status < 500 || (await isBotReady())) break;
      await this.#waitForBot(startedAt + sendPatienceMs);
    }
    // The window that is loaded next has it in its box.
    if (this.#state === 'outdated') keepUnsent(activity);
    throw new Error('not sent');
  }

  async #reconnect() {
    this.#socket?.drop();
    // The loop has to see the closed socket first; only then does it create a new promise to wait for.
    await this.#socket?.closed;
    await new Promise((resolve) => setTimeout(resolve));
    this.tryNow();
    await within(this.#standing.promise, sendPatienceMs);
  }

  async #waitForBot(until) {
    this.#become('bot-away');
    for (let tries = 1; Date.now() < until && !(await isBotReady()); tries += 1) await delay(backoffMs(tries));
    if (this.#state === 'bot-away') this.#become('online');
  }

  /** A browser knows that the network is gone long before a socket does. */
  #watchNetwork() {
    let hiddenAt = 0;
    addEventListener('offline', () => {
      this.#become('offline');
      this.#socket?.drop();
    });
    addEventListener('online', () => this.tryNow());
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) hiddenAt = Date.now();
      else if (hiddenAt && Date.now() - hiddenAt > lookAgainMs) this.#socket?.drop();
      if (!document.hidden) this.tryNow();
    });
    setInterval(() => this.#state === 'online' && this.#visit.keepFresh(), lookAgainMs);
  }

  #become(state) {
    if (this.#isOver || (this.#state === state && state !== 'connecting')) return;
    this.#state = state;
    // Whatever waits for the line need not wait any longer.
    if (this.#isOver) this.#standing.resolve();
    // Web Chat is told only once, because it would show its own notices over ours.
    if (state === 'online') this.#connection.next(webChatOnline);
    this.#tell(state);
  }

  /** Only a reload or a new chat leads on from here. */
  get #isOver() {
    return this.#state === 'ended' || this.#state === 'outdated';
  }

  async #pause(milliseconds) {
    this.#wakeUp = Promise.withResolvers();
    await within(this.#wakeUp.promise, milliseconds);
    while (navigator.onLine === false) {
      this.#wakeUp = Promise.withResolvers();
      await within(this.#wakeUp.promise, longestPauseMs);
    }
  }
}

/** As much of an observable as Web Chat needs. Late subscribers get the last values first. */
class Feed {
  #listeners = new Set();
  #kept = [];
  #keeps;

  /** @param {number} keeps */
  constructor(keeps) {
    this.#keeps = keeps;
  }

  next(value) {
    this.#kept.push(value);
    if (this.#kept.length > this.#keeps) this.#kept.shift();
    for (const listener of this.#listeners) listener(value);
  }

  subscribe(observer) {
    const listener = typeof observer === 'function' ? observer : (value) => observer.next?.(value);
    for (const value of this.#kept) listener(value);
    this.#listeners.add(listener);
    return { unsubscribe: () => this.#listeners.delete(listener) };
  }
}

function oneValue(promised) {
  return {
    subscribe(observer, fail) {
      const { next, error, complete } =
        typeof observer === 'function' ? { next: observer, error: fail } : { ...bound(observer) };
      promised().then(
        (value) => {
          next?.(value);
          complete?.();
        },
        (fault) => error?.(fault),
      );
      return { unsubscribe: () => undefined };
    },
  };
}

function bound(observer) {
  return {
    next: (value) => observer.next?.(value),
    error: (fault) => observer.error?.(fault),
    complete: () => observer.complete?.(),
  };
}

async function isBotReady() {
  try {
    return (await fetch('/readyz', { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** Increases with each failure, and is random so that windows don't all reconnect at once. */
function backoffMs(failures) {
  return Math.min(firstPauseMs * 2 ** failures, longestPauseMs) * (0.75 + Math.random() / 2);
}

function delay(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function within(promise, milliseconds) {
  await Promise.race([promise, delay(milliseconds)]);
}
