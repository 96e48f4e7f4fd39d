/** Draws a checklist. What is on the page already stays there, so that the focus stays on it, too. */

/** A sign beside the words of each row; it says nothing that they do not. */
const rowSigns = { good: '✓', 'needs-care': '!', none: '–', unread: '?' };

/**
 * @param {HTMLElement} content
 * @param {any} checklist As the bot tells it: plain text.
 * @param {{ words: any, onTick: (step: string, done: boolean, title: string) => void, chat: HTMLElement }} page
 */
export function drawChecklist(content, checklist, { words, onTick, chat }) {
  put(content, [
    goal(checklist),
    ...(checklist.steps.length === 0 ? [] : [steps(content, checklist, words, onTick)]),
    ...(checklist.found.length === 0 ? [] : [found(checklist, words)]),
    actions(chat),
  ]);
}

/**
 * What is in the way, with what to do next.
 * @param {HTMLElement} content
 * @param {{ title: string, text: string, buttons: readonly HTMLElement[] }} problem
 */
export function drawProblem(content, { title, text, buttons }) {
  const section = element('section', 'problem');
  section.append(element('h2', '', title), element('p', '', text), actions(...buttons));
  put(content, [section]);
}

/** @param {any} checklist */
function goal({ title, ticket, verdict }) {
  const section = element('section', 'goal');
  section.append(element('h2', '', title));
  if (ticket) section.append(element('p', 'quiet', ticket));
  if (!verdict) return section;
  const badge = element('p', 'badge', verdict.word);
  badge.dataset.state = verdict.state;
  section.append(badge, element('h3', '', verdict.title));
  if (verdict.text) section.append(element('p', '', verdict.text));
  if (verdict.warnings.length > 0) section.append(list('warnings', verdict.warnings));
  return section;
}

/** @param {HTMLElement} content @param {any} checklist @param {any} words @param {any} onTick */
function steps(content, checklist, words, onTick) {
  const before = content.querySelector('section.steps');
  const section = before ?? element('section', 'steps');
  const items = checklist.steps.map((step) => {
    const item = section.querySelector(`li[data-step="${step.id}"]`) ?? newStep(step, onTick);
    fillStep(item, step);
    return item;
  });
  const ol = section.querySelector('ol') ?? element('ol', '');
  put(ol, items);
  put(section, [
    element('h2', '', words.steps),
    element('p', 'quiet', checklist.counted),
    bar(checklist),
    ...checklist.notes.map((note) => element('p', 'note', note)),
    ol,
  ]);
  return section;
}

/** The count above says the same in words. @param {any} checklist */
function bar({ steps: all }) {
  const track = element('div', 'bar');
  track.ariaHidden = 'true';
  for (const { isDone } of all) track.append(element('span', isDone ? 'done' : ''));
  return track;
}

/** @param {any} step @param {(step: string, done: boolean, title: string) => void} onTick */
function newStep(step, onTick) {
  const item = element('li', '');
  item.dataset.step = step.id;
  const tick = element('input', '');
  tick.type = 'checkbox';
  tick.id = `tick-${step.id}`;
  tick.setAttribute('aria-describedby', `state-${step.id}`);
  tick.addEventListener('change', () => onTick(step.id, tick.checked, item.dataset.title));
  const label = element('label', '');
  label.htmlFor = tick.id;
  const state = element('span', 'state');
  state.id = `state-${step.id}`;
  const line = element('div', 'line');
  line.append(tick, label, state);
  item.append(line, element('div', 'more'));
  return item;
}

/** @param {HTMLElement} item @param {any} step */
function fillStep(item, step) {
  item.dataset.title = step.title;
  item.dataset.state = step.isDone ? 'done' : step.isNext ? 'next' : 'later';
  const tick = item.querySelector('input');
  tick.checked = step.isDone;
  tick.disabled = !step.canChange;
  put(item.querySelector('label'), [element('span', 'place', `${step.place}:`), ' ', step.title]);
  item.querySelector('.state').textContent = step.state;
  put(item.querySelector('.more'), step.isNext ? details(step) : []);
}

/** What to do, for the step that is next. @param {any} step */
function details({ body, warnings, account, links }) {
  return [
    ...(warnings.length === 0 ? [] : [list('warnings', warnings)]),
    element('p', '', body),
    ...(account ? [element('p', 'account', account)] : []),
    ...(links.length === 0 ? [] : [linkList(links)]),
  ];
}

/** @param {readonly { title: string, url: string }[]} links */
function linkList(links) {
  const all = element('ul', 'links');
  for (const { title, url } of links) {
    const link = element('a', '', title);
    link.href = url;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    const item = element('li', '');
    item.append(link);
    all.append(item);
  }
  return all;
}

/** @param {any} checklist @param {any} words */
function found({ found: rows, readAt }, words) {
  const section = element('section', 'found');
  const all = element('dl', '');
  for (const { title, state, texts } of rows) {
    const row = element('div', 'row');
    row.dataset.state = state;
    const sign = element('span', 'sign', rowSigns[state] ?? '');
    sign.ariaHidden = 'true';
    const name = element('dt', '');
    name.append(sign, title);
    row.append(name, ...texts.map((text) => element('dd', '', text)));
    all.append(row);
  }
  section.append(element('h2', '', words.found), all, element('p', 'quiet', readAt));
  return section;
}

/** @param {...HTMLElement} buttons */
function actions(...buttons) {
  const line = element('p', 'actions');
  line.append(...buttons);
  return line;
}

/** @param {string} name @param {readonly string[]} texts */
function list(name, texts) {
  const all = element('ul', name);
  for (const text of texts) all.append(element('li', '', text));
  return all;
}

/** Puts these into a place, in order, and moves nothing that stands there already: moving would take the focus away. */
function put(place, wanted) {
  for (const child of [...place.childNodes]) if (!wanted.includes(child)) child.remove();
  wanted.forEach((child, index) => {
    const there = place.childNodes[index] ?? null;
    if (there !== child) place.insertBefore(typeof child === 'string' ? document.createTextNode(child) : child, there);
  });
}

/** @param {string} tag @param {string} name @param {string} [text] @returns {any} */
export function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}
