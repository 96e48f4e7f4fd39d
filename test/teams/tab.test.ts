import { stepsOf } from '../../src/domain/steps.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { storedKeys } from '../conversations/stored-bytes.ts';
import { tabOf, tabToken, ticksIn } from './tab-visitor.ts';
import { TeamsChat } from './teams-chat.ts';

/** The tab "My checklist", as it asks the bot: the same steps and the same ticks as in the chat. */

let stage: Stage;
const t = createTranslator('en');
const person = 'global-admin-m365';
const steps = stepsOf('add-azure');
const [first = '', second = '', third = ''] = steps;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

beforeEach(async () => {
  await stage.sandbox.reset();
  // For a minute, it remembers which chat is whose.
  await stage.restartsBot();
});

async function atSteps(): Promise<TeamsChat> {
  const chat = await TeamsChat.install(stage, { as: person, locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.exchanges();
  await chat.presses('show-steps');
  return chat;
}

async function hisTab() {
  return tabOf(stage, await tabToken(stage, person));
}

test('the tab shows the goal, how it stands, every step, and what was found', async () => {
  await atSteps();

  const { status, body } = await (await hisTab()).reads();

  expect(status).toBe(200);
  expect(body).toMatchObject({
    kind: 'checklist',
    checklist: {
      locale: 'en',
      title: t('scenarios.add-azure.name'),
      verdict: { state: 'ready', word: t('card.state.ready') },
      counted: t('card.steps.counted', { count: 0, total: steps.length }),
      notes: [],
    },
  });
  const { steps: shown = [], found = [], readAt } = body?.checklist ?? {};
  expect(shown.map(({ id }) => id)).toEqual(steps);
  expect(shown.map(({ canChange }) => canChange)).toEqual([true, false, false, false, false]);
  expect(shown[0]).toMatchObject({ number: 1, isNext: true, state: t('card.steps.current') });
  expect(found.map(({ title }) => title)).toEqual([
    t('card.status.tenant'),
    t('card.status.roles'),
    t('card.status.products'),
    t('card.status.subscriptions'),
  ]);
  expect(JSON.stringify(found)).toContain('Contoso');
  expect(readAt).toContain('UTC');
});

test.each(locales)('the tab in %s says nothing in another language, and no Markdown', async (locale) => {
  await atSteps();
  const their = createTranslator(locale);

  const { body } = await (await hisTab()).reads(locale);

  expect(body?.checklist).toMatchObject({
    locale,
    title: their('scenarios.add-azure.name'),
    verdict: { word: their('card.state.ready') },
  });
  expect(body?.checklist?.steps.map(({ title }) => title)).toEqual(steps.map((id) => their(`steps.${id}.title`)));
  expect(JSON.stringify(body)).not.toMatch(/\*\*|\]\(|\\\\/);
});

test('whoever chose a language in the chat reads the tab in it', async () => {
  const chat = await atSteps();
  await chat.types('Nederlands');

  expect((await (await hisTab()).reads('de')).body?.checklist?.locale).toBe('nl');
});

test('a tick in the tab is the tick of the chat: its card changes in place, and nobody gets a message', async () => {
  const chat = await atSteps();
  const card = chat.button('tick-step', { done: true })?.messageId ?? '';

  const reply = await (await hisTab()).ticks(first, true);

  expect(reply.status).toBe(200);
  expect(ticksIn(reply)).toEqual([first]);
  await chat.listens();
  expect(chat.heard.map(({ id }) => id)).toEqual([card]);
  expect(chat.words()).toContain(t('card.steps.counted', { count: 1, total: steps.length }));
  expect(chat.button('tick-step', { done: true })?.data).toMatchObject({ step: second });
});

test('a tick in the chat is the tick of the tab, and either takes back what the other gave', async () => {
  const chat = await atSteps();
  const tab = await hisTab();
  await chat.presses('tick-step', { step: first, done: true });

  expect(ticksIn(await tab.reads())).toEqual([first]);
  expect(ticksIn(await tab.ticks(second, true))).toEqual([first, second]);
  await chat.listens();
  await chat.presses('tick-step', { step: second, done: false });
  expect(ticksIn(await tab.reads())).toEqual([first]);
  expect(ticksIn(await tab.ticks(first, false))).toEqual([]);
});

test('the card in the chat takes a press after the tab changed it', async () => {
  const chat = await atSteps();
  await (await hisTab()).ticks(first, true);
  await chat.listens();

  await chat.presses('tick-step', { step: second, done: true });

  expect(chat.words()).toContain(t('card.steps.counted', { count: 2, total: steps.length }));
});

test('whoever does something else in the chat hears nothing of a tick in the tab, and goes on where they were', async () => {
  const chat = await atSteps();
  await chat.types('delete my data');

  const reply = await (await hisTab()).ticks(first, true);

  expect(ticksIn(reply)).toEqual([first]);
  await chat.listens();
  expect(chat.heard).toEqual([]);
  await chat.presses('delete-my-data-now');
  expect((await (await hisTab()).reads()).body).toEqual({ kind: 'nothing' });
  expect(storedKeys(stage, `conversation/msteams/${chat.id}`)).toEqual([]);
});

test('only the next step can be ticked, and only the last tick taken back', async () => {
  await atSteps();
  const tab = await hisTab();

  expect(ticksIn(await tab.ticks(third, true))).toEqual([]);
  await tab.ticks(first, true);
  await tab.ticks(second, true);
  expect(ticksIn(await tab.ticks(first, false))).toEqual([first, second]);
});

test('two tabs that tick the same step at once tick it once, and both hear how it stands', async () => {
  const chat = await atSteps();
  const tab = await hisTab();

  const replies = await Promise.all([tab.ticks(first, true), tab.ticks(first, true), tab.ticks(first, true)]);

  expect(replies.map(ticksIn)).toEqual([[first], [first], [first]]);
  await chat.listens();
  expect(chat.words()).toContain(t('card.steps.counted', { count: 1, total: steps.length }));
});

test('a tick is kept when the chat takes no message now, and the card follows', async () => {
  const chat = await atSteps();
  const tab = await hisTab();
  await tab.reads();
  await chat.refuses(503, 'ServiceUnavailable', { times: 2 });

  expect(ticksIn(await tab.ticks(first, true))).toEqual([first]);
  await stage.restartsBot();
  expect(ticksIn(await tab.reads())).toEqual([first]);
  stage.passTime(120_000);
  await stage.works();
  await chat.listens();
  expect(chat.words()).toContain(t('card.steps.counted', { count: 1, total: steps.length }));
});

test('nobody ticks a move in the tab before they agreed in the chat to what it breaks', async () => {
  const chat = await TeamsChat.install(stage, { as: 'two-tenants', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'join' });
  await chat.presses('sign-in');
  await chat.exchanges();
  const tab = tabOf(stage, await tabToken(stage, 'two-tenants'));

  const { body } = await tab.reads();

  expect(body?.checklist?.notes).toContain(t('tab.agree-first'));
  expect(body?.checklist?.steps.length).toBeGreaterThan(0);
  expect(body?.checklist?.steps.some(({ canChange }) => canChange)).toBe(false);
  const [step] = body?.checklist?.steps ?? [];
  expect(ticksIn(await tab.ticks(step?.id ?? '', true))).toEqual([]);
});

test('somebody who came for nothing yet has no checklist, and somebody without the app no chat', async () => {
  expect(await (await hisTab()).reads()).toMatchObject({ status: 404, body: { error: 'no-chat' } });
  await TeamsChat.install(stage, { as: person, locale: 'en' });

  expect(await (await hisTab()).reads()).toMatchObject({ status: 200, body: { kind: 'nothing' } });
  expect(await (await hisTab()).ticks(first, true)).toMatchObject({ status: 200, body: { kind: 'nothing' } });
});

test('nobody else sees it: another person has their own checklist, or none', async () => {
  await atSteps();
  await TeamsChat.install(stage, { as: 'nothing', locale: 'en' });
  const other = tabOf(stage, await tabToken(stage, 'nothing'));

  expect((await other.reads()).body).toEqual({ kind: 'nothing' });
  await other.ticks(first, true);
  expect(ticksIn(await (await hisTab()).reads())).toEqual([]);
});

test('when Teams does not say which chat it is, the tab hears when to ask again', async () => {
  await atSteps();
  await stage.restartsBot();
  stage.sandbox.core.faults.add({ service: 'connector', fault: '503' });

  expect(await (await hisTab()).reads()).toMatchObject({ status: 503, retryAfter: '5', body: null });
  stage.sandbox.core.faults.clear();
  expect((await (await hisTab()).reads()).status).toBe(200);
});
