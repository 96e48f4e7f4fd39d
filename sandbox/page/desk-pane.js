import { linesOf, lookOf, ticketHeading } from './desk-view.js';
import { fill } from './fill.js';

const refreshMs = 1500;
const element = (id) => document.getElementById(id);

/**
 * The helpdesk beside the chat: files tickets, shows what comes back, answers as a colleague, breaks the desk.
 * `page` lends what the rest of the page knows: words(), language(), call(), tellFaults(), people(), chosenPerson(),
 * showChat(conversation) and the bot's origin.
 */
export function createDeskPane(page) {
  let tickets = [];
  let chosen = null;
  let drawn = '';

  element('desk-form').addEventListener('submit', fileTicket);
  element('desk-person').addEventListener('change', showTeams);
  element('teams-app').addEventListener('click', switchTeams);
  element('teams-chat').addEventListener('click', openTeams);
  element('desk-break').addEventListener('click', breakDesk);
  element('desk-repair').addEventListener('click', repairDesk);
  element('answer-form').addEventListener('submit', answerTicket);
  element('ticket-close').addEventListener('click', () => act('close', undefined, 'deskClosed'));
  element('ticket-again').addEventListener('click', () => act('deliveries', { how: 'again' }, 'deskSentAgain'));
  element('ticket-old').addEventListener('click', () => act('deliveries', { how: 'old-signature' }, 'deskSentOld'));

  return { show, showWords, refresh };

  /** Called once there is an overview with desks in it. */
  function show({ desks }) {
    if (desks.length === 0) return;
    element('desk-pane').hidden = false;
    element('desk').replaceChildren(...desks.map(({ id, name }) => new Option(`${name} (${id})`, id)));
    showPeople();
    void showTeams();
    void keepFresh();
  }

  function showWords() {
    showPeople();
    drawn = '';
    draw();
    void showTeams();
  }

  function showPeople() {
    const select = element('desk-person');
    const before = select.value || page.chosenPerson();
    select.replaceChildren(...page.people().map(({ id, name }) => new Option(`${name} (${id})`, id)));
    select.value = before || 'global-admin-m365';
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }

  async function keepFresh() {
    await refresh();
    window.setTimeout(keepFresh, refreshMs);
  }

  async function refresh() {
    const seen = await page.call('GET', '/sandbox/desk').catch(() => null);
    if (seen === null) return;
    tickets = seen.tickets;
    if (!tickets.some((ticket) => nameOf(ticket) === chosen)) chosen = tickets[0] ? nameOf(tickets[0]) : null;
    draw();
  }

  async function fileTicket(event) {
    event.preventDefault();
    const desk = element('desk').value;
    const wish = {
      title: element('desk-title').value.trim() || page.words().deskTitleExample,
      personId: element('desk-person').value,
      about: element('desk-about').value,
      locale: element('desk-locale').value || null,
      knows: element('desk-knows').value,
    };
    await page.tellFaults(async () => {
      const { ticket, delivery } = await page.call('POST', `/sandbox/desk/${desk}/tickets`, wish);
      chosen = nameOf(ticket);
      tellDelivery('deskFiled', ticket, delivery);
      await refresh();
    }, tell);
  }

  async function answerTicket(event) {
    event.preventDefault();
    const text = element('answer-text').value.trim();
    if (text === '') return;
    const visibility = element('answer-internal').checked ? 'internal' : 'public';
    await act('answers', { text, visibility }, 'deskAnswered');
    element('answer-text').value = '';
  }

  async function act(what, body, words) {
    const ticket = chosenTicket();
    if (!ticket) return;
    await page.tellFaults(async () => {
      const path = `/sandbox/desk/${ticket.deskId}/tickets/${encodeURIComponent(ticket.id)}/${what}`;
      const { delivery } = await page.call('POST', path, body);
      tellDelivery(words, ticket, delivery);
      await refresh();
    }, tell);
  }

  function tellDelivery(words, { number }, delivery) {
    const last = delivery?.tries.at(-1);
    const taken =
      delivery === null ? page.words().deskNotSent : fill(page.words().deskBotSaid, { status: statusOf(last) });
    tell(`${fill(page.words()[words], { number })} ${taken}`);
  }

  function statusOf(last) {
    return last?.status ?? page.words().deskNothing;
  }

  async function breakDesk() {
    const fault = { service: 'desk', fault: element('desk-fault').value, path: `/desks/${element('desk').value}` };
    await page.tellFaults(async () => {
      page.showFaults((await page.call('POST', '/sandbox/faults', fault)).faults);
      tell(page.words().deskBroken);
    }, tell);
  }

  async function repairDesk() {
    await page.tellFaults(async () => {
      page.showFaults((await page.call('DELETE', '/sandbox/faults')).faults);
      tell(page.words().deskRepaired);
    }, tell);
  }

  function teamsAddress() {
    return `/sandbox/teams/people/${encodeURIComponent(element('desk-person').value)}`;
  }

  async function showTeams() {
    const state = await page.call('GET', teamsAddress()).catch(() => null);
    if (state === null) return;
    const { isInstalled, conversationId } = state;
    element('teams-app').setAttribute('aria-pressed', String(isInstalled));
    element('teams-state').textContent = page.words()[isInstalled ? 'teamsIsThere' : 'teamsIsNotThere'];
    element('teams-chat').disabled = conversationId === null;
  }

  async function switchTeams() {
    const installed = element('teams-app').getAttribute('aria-pressed') !== 'true';
    await page.tellFaults(() => page.call('POST', `${teamsAddress()}/app`, { installed, locale: page.tag() }), tell);
    await showTeams();
  }

  async function openTeams() {
    await page.tellFaults(async () => {
      const chat = await page.call('POST', `${teamsAddress()}/chat`);
      await page.showChat({ ...chat, person: element('desk-person').value });
    }, tell);
  }

  function draw() {
    const now = JSON.stringify([page.language(), chosen, tickets]);
    if (now === drawn) return;
    drawn = now;
    drawList();
    drawTicket();
  }

  function drawList() {
    const focused = document.activeElement?.dataset?.ticket;
    element('tickets').replaceChildren(...tickets.map(ticketItem));
    element('tickets-none').hidden = tickets.length > 0;
    if (focused) document.querySelector(`[data-ticket="${CSS.escape(focused)}"]`)?.focus();
  }

  function ticketItem(ticket) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.ticket = nameOf(ticket);
    button.textContent = ticketHeading(ticket, page.words());
    if (nameOf(ticket) === chosen) button.setAttribute('aria-current', 'true');
    button.addEventListener('click', () => {
      chosen = nameOf(ticket);
      draw();
    });
    item.append(button);
    return item;
  }

  function drawTicket() {
    const ticket = chosenTicket();
    element('ticket').hidden = !ticket;
    if (!ticket) return;
    const look = lookOf(ticket, page.words());
    element('ticket-heading').textContent = look.heading;
    element('ticket-facts').textContent = look.facts;
    element('ticket-comments').replaceChildren(...look.comments.map((comment) => commentItem(comment)));
    element('ticket-history').replaceChildren(...look.history.map(listItem));
    element('ticket-requests').replaceChildren(...look.requests.map(listItem));
    element('ticket-deliveries').replaceChildren(...look.deliveries.map(listItem));
  }

  function commentItem({ by, body, isInternal }) {
    const item = document.createElement('li');
    item.className = isInternal ? 'internal' : 'public';
    const who = document.createElement('p');
    who.className = 'hint';
    who.textContent = by;
    const text = document.createElement('p');
    text.className = 'said';
    text.dir = 'auto';
    text.append(...linesOf(body, page.botOrigin()).map(partNode));
    item.append(who, text);
    return item;
  }

  /** Only the link to the bot's own chat works; everything else that is written stays text. */
  function partNode(part) {
    if (part.kind === 'text') return document.createTextNode(part.text);
    const link = document.createElement('a');
    link.href = part.text;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.textContent = part.text;
    return link;
  }

  function chosenTicket() {
    return tickets.find((ticket) => nameOf(ticket) === chosen);
  }

  function tell(text) {
    element('desk-news').textContent = text;
  }
}

function nameOf({ deskId, id }) {
  return `${deskId}/${id}`;
}

function listItem(text) {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}
