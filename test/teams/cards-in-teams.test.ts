import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { TeamsChat } from './teams-chat.ts';

/** Buttons of cards in Teams: they count once, for one person, and the card changes in place. */

let stage: Stage;
const t = createTranslator('en');
const cardBody = 'application/vnd.microsoft.card.adaptive';
const sentenceBody = 'application/vnd.microsoft.activity.message';

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

beforeEach(() => stage.sandbox.reset());

async function atSteps(as = 'global-admin-m365'): Promise<TeamsChat> {
  const chat = await TeamsChat.install(stage, { as, locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.exchanges();
  await chat.presses('show-steps');
  return chat;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not there');
  return value;
}

test('a press that leads to another message is answered with the choice that was made', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });

  const answer = await chat.presses('show-status');

  expect(answer).toMatchObject({
    status: 200,
    body: { statusCode: 200, type: sentenceBody, value: t('message.chosen.text', { choice: t('button.show-status') }) },
  });
  expect(chat.words()).toContain(t('card.sign-in.title'));
});

test('a ticked step answers with the card as it is now, and the message is replaced for every client', async () => {
  const chat = await atSteps();
  const steps = must(chat.heard.at(-1));

  const answer = await chat.presses('tick-step', { done: true });

  expect(answer.body).toMatchObject({ statusCode: 200, type: cardBody, value: { type: 'AdaptiveCard' } });
  expect(chat.heard.map(({ id }) => id)).toEqual([steps.id]);
  expect(JSON.stringify(answer.body?.value)).toContain(t('card.steps.done'));
});

test('the button of an older client, which only knows Submit, does the same', async () => {
  const chat = await atSteps();
  const button = must(chat.button('tick-step', { done: true }));

  await chat.sends({ type: 'message', value: button.data, replyToId: button.messageId });

  expect(chat.heard.map(({ id }) => id)).toEqual([button.messageId]);
  expect(chat.words()).toContain(t('card.steps.done'));
});

test('five presses at once count once', async () => {
  const chat = await atSteps();
  const button = must(chat.button('tick-step', { done: true }));

  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => chat.sends(chat.invokeOf(button))));

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(answers.filter(({ body }) => body?.type === cardBody)).toHaveLength(1);
  const sentences = answers.flatMap(({ body }) => (body?.type === sentenceBody ? [body.value] : []));
  expect(new Set(sentences)).toEqual(new Set([t('message.already-done.text')]));
});

test('two clients of one person press different steps buttons: the second is told that the card is older', async () => {
  const chat = await atSteps();
  const tick = must(chat.button('tick-step', { done: true }));
  const done = must(chat.button('i-have-done-it'));
  await chat.executes(tick);

  const answer = await chat.sends(chat.invokeOf(done));

  expect(
    answer.body?.type === cardBody ||
      answer.body?.value === t('message.expired-button.text', { standing: t('standing.steps') }),
  ).toBe(true);
  expect(chat.words()).not.toContain(t('card.proof.not-visible-yet-title'));
});

test('an invoke that is delivered again is answered again, and does nothing', async () => {
  const chat = await atSteps();
  const invoke = { ...chat.invokeOf(must(chat.button('tick-step', { done: true }))), id: 'delivered-twice' };
  await chat.sends(invoke);

  const again = await chat.sends(invoke);

  expect(again).toMatchObject({ status: 200, body: { type: sentenceBody, value: t('message.already-done.text') } });
  expect(chat.heard).toEqual([]);
});

test('a card that somebody else presses shows them nothing and changes nothing', async () => {
  const chat = await atSteps();
  const button = must(chat.button('tick-step', { done: true }));

  const answer = await chat.sends(chat.invokeOf(button), 'billing-admin-azure');
  expect(answer).toMatchObject({ status: 200, body: { type: sentenceBody, value: t('message.foreign-button.text') } });
  expect(chat.heard).toEqual([]);

  const own = await chat.executes(button);
  expect(own.body?.type).toBe(cardBody);
});

test('a number that was changed counts for nothing', async () => {
  const chat = await atSteps();
  const button = must(chat.button('i-have-done-it'));

  await chat.sends(chat.invokeOf({ ...button, data: { ...button.data, nonce: 'made-up' } }));

  expect(chat.words()).not.toContain(t('card.proof.not-visible-yet-title'));
});

test('steps are kept fresh for the one person they are for', async () => {
  const chat = await atSteps();

  const card = must(chat.heard.at(-1)?.attachments?.[0]).content;

  expect(card.refresh).toMatchObject({
    action: { type: 'Action.Execute', verb: 'refresh-card' },
    userIds: [chat.userId],
  });
  expect(card.msteams).toEqual({ width: 'Full' });
});

test('a refresh answers with the same card, sends nothing and changes nothing', async () => {
  const chat = await atSteps();
  const steps = must(chat.heard.at(-1));

  const answer = await chat.refreshes(steps.id);

  expect(answer).toMatchObject({ status: 200, body: { statusCode: 200, type: cardBody } });
  expect(answer.body?.value).toEqual(steps.attachments?.[0]?.content);
  const next = await chat.presses('tick-step', { done: true });
  expect(next.body?.type).toBe(cardBody);
});

test('a refresh that pretends to be a tick ticks nothing', async () => {
  const chat = await atSteps();
  const button = must(chat.button('tick-step', { done: true }));

  const answer = await chat.executes(button, undefined, 'automatic');

  expect(answer.body?.type).toBe(cardBody);
  expect(JSON.stringify(answer.body?.value)).not.toContain(t('card.steps.done'));
});

test('an older card keeps its steps and ticks when it is refreshed, and has one button that leads back', async () => {
  const chat = await atSteps();
  await chat.presses('tick-step', { done: true });
  const steps = must([...chat.messages.values()].at(-1));
  await chat.types('repeat');

  const answer = await chat.refreshes(steps.id);

  expect(answer.body?.type).toBe(cardBody);
  const card = answer.body?.value as {
    readonly actions: readonly { readonly verb?: string; readonly data?: object }[];
  };
  expect(JSON.stringify(card)).toContain(t('card.steps.done'));
  expect(JSON.stringify(card)).toContain(t('card.steps.counted', { count: 1, total: 5 }));
  expect(card.actions.map(({ verb }) => verb)).toEqual(['show-steps']);
  await chat.sends(
    chat.invokeOf({ ...must(card.actions[0]), messageId: steps.id, title: '', verb: 'show-steps' } as never),
  );
  expect(chat.words()).toContain(t('card.steps.counted', { count: 1, total: 5 }));
  expect(chat.button('tick-step')).toBeDefined();
});

test('an older card without any steps left says where the chat is', async () => {
  const chat = await atSteps();
  const steps = must(chat.heard.at(-1));
  await chat.types('start over');

  const answer = await chat.refreshes(steps.id);

  expect(JSON.stringify(answer.body?.value)).toContain(t('standing.choose-scenario'));
});

test('somebody else who sees the card gets no view of it', async () => {
  const chat = await atSteps();
  const steps = must(chat.heard.at(-1));

  const answer = await chat.refreshes(steps.id, 'billing-admin-azure');

  expect(answer.body).toMatchObject({ type: sentenceBody, value: t('message.foreign-button.text') });
});

test('an invoke that nobody knows is answered with 200', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });

  const answer = await chat.sends({ type: 'invoke', name: 'task/fetch', value: {} });

  expect(answer.status).toBe(200);
});
