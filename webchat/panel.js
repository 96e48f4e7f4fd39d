import { Attention } from './attention.js';
import { ChatLine } from './chat-line.js';
import { adaptiveCardsHostConfig, styleOptions } from './chat-look.js';
import { keepDraft, takeDraft } from './draft.js';
import { ownStrings } from './hearing.js';
import { HostPage } from './host-page.js';
import { previewFirstWords } from './preview.js';
import { ReadingPlace } from './reading-place.js';
import { asksToSignIn, signOn } from './sign-on.js';
import { takeTicketCode, ticketActivity } from './ticket-link.js';
import { Visit } from './visit.js';

const ticketCode = takeTicketCode();
const element = (id) => document.getElementById(id);
// The page says which language it uses; another one is fetched only when the conversation goes on in it.
let { words } = await import(`./words/${document.documentElement.lang}.js`);
/** What the window says by itself. It stays the same object when the language changes. */
const say = { ...words.panel };
const newsMs = 4_000;
/** The bundle runs only after the first message is drawn, but waits no longer than this. */
const firstWordsMs = 150;

let wantsFocus = false;
let wantedLanguage = document.documentElement.lang;
/** Draws Web Chat in the language of the window; null before it is there. */
let draw = null;
let lastState = 'connecting';
/** The page's own sign-in was not good enough, so the window has to open. */
let needsWindow = false;

const hostPage = new HostPage(hearHost);
const visit = new Visit();
const attention = new Attention({ room: element('chat'), voice: element('voice'), say });
const readingPlace = new ReadingPlace(element('chat'), say);
const line = new ChatLine({
  origin: document.querySelector('meta[name="onetenant-direct-line"]').content,
  visit,
  locale: words.tag,
  tell: showState,
  meetSignIn,
  hearMessage: () => hostPage.tell({ type: 'message' }),
  hearLanguage: speak,
  hearTyping: showReading,
  attention,
});

const { spoken } = previewFirstWords(line.activity$, element('chat'));
prepareButtons();
if (element('bundle') === null) sayMissing();
else begin();

function begin() {
  showState('connecting');
  void line.run();
  if (ticketCode !== null) openTicket(ticketCode);
  void showChat();
}

/** Without Web Chat, no conversation is started. A ticket's code stays valid. */
function sayMissing() {
  element('start-over').hidden = true;
  element('state').dataset.state = 'missing';
  element('state').textContent = say.missing;
}

function prepareButtons() {
  nameButtons();
  element('start-over').hidden = false;
  element('start-over').addEventListener('click', () => element('ask').showModal());
  element('ask-yes').addEventListener('click', startOver);
  element('ask-no').addEventListener('click', () => element('ask').close());
  element('close').addEventListener('click', () => hostPage.tell({ type: 'close' }));
  element('mend').addEventListener('click', mend);
  document.addEventListener('keydown', closeWithEscape);
  addEventListener('pagehide', keepDraft);
}

function mend() {
  if (lastState === 'ended') startOver();
  else if (lastState === 'outdated') location.reload();
  else line.tryNow();
}

function nameButtons() {
  name(element('start-over'), say.startOver);
  name(element('close'), say.close);
  element('ask-text').textContent = say.startOverAsk;
  element('ask-yes').textContent = say.startOver;
  element('ask-no').textContent = say.keepChat;
}

/** Goes on in the language of the conversation: the page, what the window says, and Web Chat's own words. */
async function speak(language) {
  wantedLanguage = language;
  if (language === document.documentElement.lang) return;
  // A bot of another release may not have it; then the window stays as it is.
  const heard = await import(`./words/${language}.js`).catch(() => null);
  if (heard === null || language !== wantedLanguage) return;
  words = heard.words;
  Object.assign(say, words.panel);
  document.documentElement.lang = language;
  nameButtons();
  showState(lastState);
  draw?.();
}

/** Within the conversation and its help Web Chat uses Escape itself: it leaves a card, then moves to the box. */
function closeWithEscape({ key, target }) {
  if (key !== 'Escape' || element('ask').open || target.closest('.webchat__basic-transcript, .webchat__keyboard-help'))
    return;
  if (target === document.body) attention.restore();
  else hostPage.tell({ type: 'close' });
}

function name(button, label) {
  button.ariaLabel = label;
  button.title = label;
}

/** If it was not sent, the code was not used, so the link can be opened again. */
function openTicket(code) {
  line.postActivity(ticketActivity(code)).subscribe({ error: () => showState('offline') });
}

function startOver() {
  keepDraft();
  visit.forget();
  location.reload();
}

async function showChat() {
  await Promise.all([loadBundle(), line.known]);
  const { WebChat } = window;
  const store = WebChat.createStore();
  const cardActionMiddleware = () => (next) => (press) => {
    readingPlace.hear(press);
    return next(withoutWindow(press));
  };
  const given = { directLine: line, store, styleOptions, adaptiveCardsHostConfig, cardActionMiddleware };
  draw = () => {
    const strings = ownStrings(words);
    WebChat.renderWebChat(
      {
        ...given,
        locale: words.tag,
        nonce: element('bundle').nonce,
        role: 'main',
        sendTypingIndicator: false,
        overrideLocalizedStrings: (others) => ({ ...others, ...strings }),
      },
      element('chat'),
    );
  };
  draw();
  const draft = takeDraft();
  if (draft) store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft } });
  document.documentElement.dataset.chat = 'shown';
  if (wantsFocus) focusBox();
}

async function meetSignIn(activity) {
  if (!asksToSignIn(activity)) return false;
  const isSignedOn = await signOn(activity, hostPage, (answer) => line.postOnce(answer));
  needsWindow = !isSignedOn;
  return isSignedOn;
}

/** Where the page can sign the person in, the press is said to the bot instead: it asks for the page's sign-in. */
function withoutWindow(press) {
  const { type, title } = press.cardAction;
  if (type === 'signin' && (!title || !hostPage.signsOn || needsWindow)) attention.signsIn();
  if (type !== 'signin' || !title || !hostPage.signsOn || needsWindow) return press;
  return { ...press, cardAction: { type: 'imBack', value: title } };
}

/** Already downloaded; running it earlier would delay the first message. */
async function loadBundle() {
  await Promise.race([spoken, new Promise((resolve) => setTimeout(resolve, firstWordsMs))]);
  // One frame, so that the message is on the screen; a background tab, which draws nothing, must not block the chat.
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, firstWordsMs);
  });
  const { href, nonce } = element('bundle');
  const script = Object.assign(document.createElement('script'), { src: href, nonce });
  const loaded = Promise.withResolvers();
  script.onload = () => loaded.resolve();
  // Without it there is no chat; a reload fetches it again.
  script.onerror = () => setTimeout(() => location.reload(), newsMs);
  document.head.append(script);
  return loaded.promise;
}

/** @param {import('./chat-line.js').LineState} state */
function showState(state) {
  const isBack = state === 'online' && lastState !== 'connecting';
  const isOpening = (state === 'offline' || state === 'busy') && lastState === 'connecting';
  const texts = {
    connecting: say.connecting,
    online: isBack ? say.back : '',
    offline: navigator.onLine && isOpening ? say.failed : say.offline,
    busy: say.busy,
    'bot-away': say.botAway,
    ended: say.ended,
    outdated: say.outdated,
  };
  lastState = state;
  const shown = element('state');
  shown.dataset.state = state;
  shown.textContent = texts[state];
  if (isBack) setTimeout(() => lastState === 'online' && shown.replaceChildren(), newsMs);
  const labels = { ended: say.startOver, offline: say.tryAgain, outdated: say.reload };
  const button = element('mend');
  button.hidden = !(state in labels);
  button.textContent = labels[state] ?? '';
  hostPage.tell({ type: 'state', state });
}

/** Beside Web Chat's three dots, and aloud. */
function showReading({ channelData, locale = '' }) {
  const text = String(channelData?.reading ?? '');
  element('chat').style.setProperty('--reading', JSON.stringify(text));
  attention.say(text, locale);
}

function hearHost(message) {
  if (message.type === 'opened' && message.focus && lastState !== 'connecting') return attention.restore();
  if (message.type === 'hello') {
    greet(message);
    hostPage.tell({ type: 'state', state: lastState });
  }
  if (message.focus) focusBox();
}

function greet({ title, accent, theme }) {
  element('close').hidden = false;
  if (typeof title === 'string') {
    element('title').textContent = title;
    document.title = title;
  }
  if (typeof accent === 'string' && /^#[\da-f]{6}$/i.test(accent)) {
    document.documentElement.style.setProperty('--brand', accent);
    document.documentElement.style.setProperty('--on-brand', inkOn(accent));
  }
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}

/** Black or white, whichever is readable on the colour. */
function inkOn(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}

function focusBox() {
  wantsFocus = true;
  document.querySelector('[data-id="webchat-sendbox-input"]')?.focus();
}
