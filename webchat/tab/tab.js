import { BotCalls } from './bot-calls.js';
import { drawChecklist, drawProblem, element } from './drawing.js';
import { askForToken, hasTeamsJs, meetTeams, onThemeChange, openInTeams, tellReady } from './teams-host.js';

/** While somebody looks at the tab, what happens in the chat shows up within this time, in milliseconds. */
const freshEveryMs = 30_000;
/** A tick that did not arrive is sent again after these pauses, in milliseconds. The same tick counts once. */
const tickPausesMs = [1_000, 3_000];

const main = document.getElementById('tab');
const news = document.getElementById('news');
const content = document.getElementById('content');
const chatUrl = main.dataset.chat;

let locale = document.documentElement.lang;
let words = await wordsIn(locale);
/** @type {BotCalls} */
let bot;
/** What is on the page, as the bot told it; null while there is none. */
let shown = null;
/** Counts what the person did: what the bot told before that is old. */
let acts = 0;
let isTicking = false;
let timer = 0;

await start();

async function start() {
  if (!hasTeamsJs()) return showProblem('missing');
  try {
    const surroundings = await meetTeams();
    wear(surroundings.theme);
    onThemeChange(wear);
    // In the address there is the language of Teams when it opened the page.
    bot = new BotCalls(askForToken, surroundings.locale || locale);
  } catch {
    return showProblem('outside');
  }
  tellReady();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh();
  });
  await refresh();
}

/** Reads the checklist again, now and from time to time. */
async function refresh() {
  window.clearTimeout(timer);
  if (document.visibilityState !== 'visible' || isTicking) return refreshIn(freshEveryMs);
  const seen = acts;
  const reply = await bot.checklist();
  if (seen === acts) await show(reply, 'updated');
  refreshIn(reply.kind === 'away' ? reply.seconds * 1_000 : freshEveryMs);
}

function refreshIn(milliseconds) {
  window.clearTimeout(timer);
  timer = window.setTimeout(refresh, milliseconds);
}

/** @param {import('./bot-calls.js').Reply} reply @param {'updated' | null} saying What is said where it has changed. */
async function show(reply, saying) {
  switch (reply.kind) {
    case 'checklist':
      await speak(reply.checklist.locale);
      return showChecklist(reply.checklist, saying);
    case 'nothing':
      return showProblem('nothing');
    case 'problem':
      return showProblem(reply.problem);
    case 'away':
      // What was read before still helps.
      return shown?.kind === 'checklist' ? say(words['not-fresh'], 'trouble') : showProblem('away');
  }
}

function showChecklist(checklist, saying) {
  const text = JSON.stringify(checklist);
  const isFirst = shown?.kind !== 'checklist';
  const hasChanged = !isFirst && shown.text !== text;
  if (isFirst || hasChanged) drawChecklist(content, checklist, { words, onTick, chat: chatLink() });
  shown = { kind: 'checklist', text, checklist };
  if (isFirst || news.dataset.tone === 'trouble') say('');
  if (hasChanged && saying) say(words[saying]);
}

/** One of the problems, with what to do next. It stays as it is while it lasts. */
function showProblem(problem) {
  say('');
  if (shown?.kind === problem) return;
  shown = { kind: problem };
  const { title, text } = words.problems[problem];
  const canTryAgain = problem === 'sign-in' || problem === 'refused' || problem === 'away';
  drawProblem(content, { title, text, buttons: [...(canTryAgain ? [againButton()] : []), chatLink()] });
  // It stands there as a heading, too.
  say(title, 'heard');
}

/** The person ticked a step, or took its tick back. */
async function onTick(step, done, title) {
  if (isTicking) return redraw();
  isTicking = true;
  acts += 1;
  content.setAttribute('aria-busy', 'true');
  const reply = await sendTick(step, done);
  content.removeAttribute('aria-busy');
  isTicking = false;
  if (reply.kind !== 'checklist') {
    redraw();
    await show(reply, null);
    if (reply.kind === 'away') say(words['not-saved'], 'trouble');
    return refreshIn(freshEveryMs);
  }
  await show(reply, null);
  const isAsAsked = reply.checklist.steps.some(({ id, isDone }) => id === step && isDone === done);
  if (isAsAsked) say(words[done ? 'ticked' : 'unticked'].replace('{step}', title));
  else say(words['changed-meanwhile']);
  refreshIn(freshEveryMs);
}

async function sendTick(step, done) {
  for (const pause of tickPausesMs) {
    const reply = await bot.tick(step, done);
    if (reply.kind !== 'away') return reply;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return bot.tick(step, done);
}

/** The ticks as the bot told them last. */
function redraw() {
  if (shown?.kind === 'checklist') drawChecklist(content, shown.checklist, { words, onTick, chat: chatLink() });
}

function say(text, tone = 'plain') {
  news.dataset.tone = tone;
  news.textContent = text;
}

function chatLink() {
  const link = element('a', 'button', words['open-chat']);
  link.href = chatUrl;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.addEventListener('click', (event) => {
    if (shown?.kind === 'outside' || shown?.kind === 'missing') return;
    event.preventDefault();
    openInTeams(chatUrl).catch(() => window.open(chatUrl, '_blank', 'noopener,noreferrer'));
  });
  return link;
}

function againButton() {
  const button = element('button', 'button', words['try-again']);
  button.type = 'button';
  button.addEventListener('click', () => {
    say(words.loading);
    void refresh();
  });
  return button;
}

/** Teams has a light, a dark and a high-contrast theme. Another one looks like the light one. */
function wear(theme) {
  const root = document.documentElement;
  root.dataset.theme = theme === 'dark' || theme === 'contrast' ? 'dark' : 'light';
  root.toggleAttribute('data-contrast', theme === 'contrast');
}

/** Who chose a language in the chat has it here, too. */
async function speak(wanted) {
  if (wanted === locale) return;
  words = await wordsIn(wanted);
  locale = wanted;
  document.documentElement.lang = wanted;
  document.title = `${words.title} · OneTenant`;
  main.querySelector('h1').textContent = words.title;
  shown = null;
}

async function wordsIn(wanted) {
  return (await import(`./words/${wanted}.js`)).words;
}
