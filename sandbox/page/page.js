import { openChat, watchSockets } from './chat-window.js';
import { createDeskPane } from './desk-pane.js';
import { fill } from './fill.js';
import { showPeopleIn } from './people-list.js';
import { createTabPane } from './tab-pane.js';
import { createTour, tourPerson } from './tour.js';

const refreshMs = 2000;
const shownRequests = 30;
const languages = await (await fetch('/page/languages.json')).json();
const element = (id) => document.getElementById(id);
const address = new URL(window.location.href);

let people = [];
let chosenPerson = '';
let botOrigin = '';
let chat = null;
let opening = 0;

watchSockets((state, socket) => {
  if (chat && socket.url.includes(encodeURIComponent(chat.conversationId))) showConnection(state);
});
const deskPane = createDeskPane({
  words,
  language,
  tag: () => languages[language()].tag,
  call,
  tellFaults,
  showFaults,
  showChat,
  people: () => people,
  botOrigin: () => botOrigin,
  chosenPerson: () => chosenPerson,
});
const tabPane = createTabPane({
  words,
  tag: () => languages[language()].tag,
  call,
  // A chat of nobody in particular is with the first person, as Teams knows everybody by name.
  person: () => chosenPerson || (people[0]?.id ?? ''),
  showChat: () => element('webchat').scrollIntoView({ block: 'nearest' }),
});
const tour = createTour({ words, people: () => people });
showLanguages();
element('language').value = firstLanguage();
await start();

async function start() {
  const overview = await showOverview();
  const wished = address.searchParams.get('person') ?? '';
  chosenPerson = people.some(({ id }) => id === wished) ? wished : '';
  element('channel').value = address.searchParams.get('channel') ?? 'directline';
  if (element('channel').selectedIndex < 0) element('channel').value = 'directline';
  showWords();
  listen();
  if (overview) deskPane.show(overview);
  const started = newConversation();
  showChosen();
  await started;
  void keepFresh();
}

function listen() {
  element('language').addEventListener('change', () => {
    showWords();
    void showOverview();
    void newConversation();
  });
  element('people').addEventListener('click', ({ target }) => {
    const chosen = target.closest('[data-person]');
    if (chosen) void be(chosen.dataset.person);
  });
  element('find').addEventListener('input', showPeople);
  element('be').addEventListener('click', () => be(tourPerson));
  element('channel').addEventListener('change', newConversation);
  element('start-over').addEventListener('click', newConversation);
  element('complete').addEventListener('click', completeSignUp);
  element('reset').addEventListener('click', resetSandbox);
  element('bot-kill').addEventListener('click', () => changeBot('kill', 'botKilled'));
  element('bot-start').addEventListener('click', () => changeBot('start', 'botStarted'));
  element('fault-form').addEventListener('submit', addFault);
  element('clear-faults').addEventListener('click', clearFaults);
  element('drop-sockets').addEventListener('click', dropSockets);
}

/** A chat that the bot or somebody else began, such as one in Teams. */
async function showChat({ conversationId, token, person }) {
  chosenPerson = person;
  element('channel').value = 'msteams';
  await openInWindow({ conversationId, token });
}

async function be(person) {
  chosenPerson = person;
  const started = newConversation();
  showChosen();
  // On a narrow screen the chat is above the list.
  element('webchat').scrollIntoView({ block: 'nearest' });
  await started;
}

async function newConversation() {
  await openInWindow(null);
}

async function openInWindow(existing) {
  opening += 1;
  const mine = opening;
  rememberChoices();
  showPeople();
  showNews('');
  tour.show(null);
  chat?.end();
  chat = null;
  if (!window.WebChat) return showConnection('missing');
  showConnection('connecting');
  const fresh = document.createElement('div');
  fresh.id = 'webchat';
  element('webchat').replaceWith(fresh);
  await tellFaults(async () => {
    const opened = await openChat({
      element: fresh,
      nonce: document.querySelector('meta[name="style-nonce"]').content,
      locale: languages[language()].tag,
      voice: element('voice'),
      words: words().webchat,
      person: chosenPerson || null,
      channelId: element('channel').value,
      existing,
      onState: (state) => mine === opening && showConnection(state),
      onSaid: (said) => mine === opening && tour.hear(said),
    });
    if (mine !== opening) return opened.end();
    chat = opened;
    tabPane.show(element('channel').value === 'msteams');
    sayFirst();
  });
}

/** A link can bring the first words along, such as an administrator's request. They are said once. */
function sayFirst() {
  const text = address.searchParams.get('say');
  if (text === null) return;
  address.searchParams.delete('say');
  window.history.replaceState(null, '', address);
  void chat.say(text);
}

/** For whoever signed in to this conversation, else for who was chosen. */
async function completeSignUp() {
  await tellFaults(async () => {
    const standing = await standingOfChat();
    const id = standing?.signedIn ?? standing?.person ?? chosenPerson;
    const person = people.find((one) => one.id === id);
    if (!person) return showNews(words().nobodyYet);
    await call('POST', `/sandbox/people/${encodeURIComponent(person.id)}/complete`);
    showNews(fill(words().completed, { name: person.name }));
    tour.show(await standingOfChat());
  });
}

/** Who this conversation is with and how far they are; null while there is none. */
async function standingOfChat() {
  return chat && call('GET', `/sandbox/conversations/${encodeURIComponent(chat.conversationId)}`);
}

async function resetSandbox() {
  await tellFaults(async () => {
    await call('POST', '/sandbox/reset');
    await showOverview();
    await deskPane.refresh();
    await newConversation();
    showNews(words().wasReset);
  });
}

async function changeBot(how, told) {
  await tellFaults(async () => {
    showBot((await call('POST', `/sandbox/bot/${how}`)).state);
    showNews(words()[told]);
  });
}

/** Null where somebody else started the bot. */
function showBot(state) {
  element('bot-kill').hidden = state !== 'running';
  element('bot-start').hidden = state !== 'stopped';
}

async function addFault(event) {
  event.preventDefault();
  const times = Number(element('fault-times').value);
  const path = element('fault-path').value.trim();
  const fault = {
    service: element('fault-service').value,
    fault: element('fault-kind').value,
    ...(times > 0 ? { times } : {}),
    ...(path ? { path } : {}),
  };
  await tellFaults(async () => showFaults((await call('POST', '/sandbox/faults', fault)).faults));
}

async function clearFaults() {
  await tellFaults(async () => showFaults((await call('DELETE', '/sandbox/faults')).faults));
}

async function dropSockets() {
  if (!chat) return;
  const { conversationId } = chat;
  await tellFaults(() => call('POST', `/sandbox/conversations/${encodeURIComponent(conversationId)}/drop-sockets`));
}

async function showOverview() {
  let overview = null;
  await tellFaults(async () => {
    overview = await call('GET', '/sandbox');
    people = overview.people;
    botOrigin = overview.addresses.bot;
    showPeople();
    showBot(overview.bot);
    showFaults(overview.faults);
  });
  return overview;
}

/** Every language of the bot, by its own name: to chat in, and for the person of a ticket. */
function showLanguages() {
  for (const id of ['language', 'desk-locale']) {
    const options = Object.entries(languages).map(([code, { name }]) => {
      const option = new Option(name, code);
      option.lang = code;
      return option;
    });
    element(id).append(...options);
  }
}

function showPeople() {
  const found = showPeopleIn(element('people'), {
    people,
    chosen: chosenPerson,
    sought: element('find').value,
    language: language(),
    words: words(),
  });
  element('nobody-found').textContent = found ? '' : words().nobodyFound;
}

/** Scrolls the list, and nothing around it, to the person who was chosen. */
function showChosen() {
  const list = element('people');
  const card = list.querySelector('[aria-pressed="true"]');
  if (!card) return;
  const { top, bottom } = list.getBoundingClientRect();
  const place = card.getBoundingClientRect();
  if (place.top < top || place.bottom > bottom) list.scrollTop += place.top - top - 8;
}

function showFaults(faults) {
  const lines = faults.map((fault) => {
    const times = fault.times === undefined ? words().faultAlways : fill(words().faultCount, { count: fault.times });
    const service = fault.path ? `${fault.service} …${fault.path}…` : fault.service;
    return listItem(fill(words().faultLine, { service, fault: fault.fault, times }));
  });
  element('faults').replaceChildren(...lines);
}

async function keepFresh() {
  const seen = await call('GET', '/sandbox/requests').catch(() => null);
  if (seen) element('requests').replaceChildren(...seen.requests.slice(-shownRequests).reverse().map(requestRow));
  const conversation = chat;
  const standing = await standingOfChat().catch(() => null);
  if (standing && conversation === chat) tour.show(standing);
  window.setTimeout(keepFresh, refreshMs);
}

function requestRow({ at, service, method, path, status }) {
  const row = document.createElement('tr');
  for (const text of [at.slice(11, 19), service, `${method} ${path}`, status ?? '–']) {
    const cell = document.createElement('td');
    cell.textContent = String(text);
    row.append(cell);
  }
  return row;
}

function listItem(text) {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}

function showConnection(state) {
  element('connection').dataset.state = state;
  element('connection').textContent = words()[state];
}

function showNews(text) {
  element('news').textContent = text;
}

function showWords() {
  document.documentElement.lang = language();
  for (const node of document.querySelectorAll('[data-words]')) node.textContent = words()[node.dataset.words];
  document.title = words().title;
  showPeople();
  tour.showWords();
  deskPane.showWords();
}

function rememberChoices() {
  const choices = { language: language(), person: chosenPerson, channel: element('channel').value };
  for (const [name, value] of Object.entries(choices)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  window.history.replaceState(null, '', address);
}

function words() {
  return languages[language()].words;
}

function language() {
  return element('language').value;
}

function firstLanguage() {
  const wishes = [address.searchParams.get('language'), ...navigator.languages];
  const codes = wishes.map((wish) => (wish ?? '').toLowerCase().split(/[-_]/)[0]);
  return codes.find((code) => Object.hasOwn(languages, code)) ?? 'en';
}

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error.message);
  return answer;
}

async function tellFaults(work, tell = showNews) {
  try {
    await work();
  } catch (fault) {
    tell(fill(words().failed, { message: fault.message }));
  }
}
