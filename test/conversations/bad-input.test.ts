import { createTranslator } from '../../src/i18n/translator.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStage } from './stage.ts';

/** Texts, codes and sign-ins that are not what was asked for: a clear answer, and a way on. */

let stage: Stage;
const t = createTranslator('en');

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

test.each([
  ['nothing', ''],
  ['spaces', '   \n\t '],
  ['an emoji', '🤷‍♀️'],
  ['control characters', '\u0000\u0007\u202Ehello\u202C'],
  ['half a letter', '\ud83d'],
  ['a number that is no choice', '999'],
])('%s is answered with the question again', async (_what, text) => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });

  const status = await chat.sends({ type: 'message', text });

  expect(status).toBe(200);
  expect(chat.words()).toContain(t('card.welcome.question'));
});

test.each([
  ['right to left', 'مرحبا بك'],
  ['markup', '<img src=x onerror=y>'],
  ['a template', '{{$root.qzx}} $' + '{qzx}'],
])('%s gets the plain word that nothing is known, and a person', async (_what, text) => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });

  const status = await chat.sends({ type: 'message', text });

  expect(status).toBe(200);
  expect(chat.words()).toContain(t('button.talk-to-person'));
  expect(chat.words()).not.toContain(t('card.answer.helped'));
});

test('a hundred thousand letters are refused kindly', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });

  const status = await chat.sends({ type: 'message', text: 'a'.repeat(100_000) });

  expect(status).toBe(200);
  expect(chat.words()).toContain(t('message.too-long.text'));
  expect(chat.words()).toContain(t('card.welcome.question'));
});

test('only a mention of the bot is answered with the question again', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });

  await chat.sends({
    type: 'message',
    text: '<at>OneTenant</at>',
    entities: [{ type: 'mention', text: '<at>OneTenant</at>', mentioned: { id: 'onetenant', name: 'OneTenant' } }],
  });

  expect(chat.words()).toContain(t('card.welcome.question'));
});

test('only a file is answered', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });

  await chat.sends({
    type: 'message',
    attachments: [{ contentType: 'image/png', contentUrl: 'data:image/png;base64,AA==', name: 'a.png' }],
  });

  expect(chat.words()).toContain(t('message.text-only.text'));
});

async function startsSignIn(as: string): Promise<Chat> {
  const chat = await stage.opensChat({ as, locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  return chat;
}

test('three wrong codes end the sign-in, and a fresh one is offered', async () => {
  const chat = await startsSignIn('global-admin-m365');

  await chat.types('000000');
  expect(chat.words()).toContain(t('message.wrong-code.text'));
  await chat.types('000001');
  await chat.types('000002');

  expect(chat.words()).toContain(t('message.too-many-codes.text'));
  expect(chat.words()).toContain(t('card.sign-in.title'));
});

test('six digits inside a sentence are not a code', async () => {
  const chat = await startsSignIn('global-admin-m365');

  await chat.types('my ticket is 123456 please');

  const lookups = stage.sandbox.core.requests.list().filter(({ path }) => path.includes('code='));
  expect(lookups).toHaveLength(0);
});

test('a code of somebody else’s sign-in is not taken', async () => {
  const theirs = await startsSignIn('billing-admin-azure');
  const code = await theirs.signInCode();
  const chat = await startsSignIn('global-admin-m365');

  await chat.types(code);

  expect(chat.words()).toContain(t('message.wrong-code.text'));
});

test('an event that claims to bring a token is only a signal', async () => {
  const chat = await startsSignIn('global-admin-m365');

  await chat.sends({
    type: 'event',
    name: 'tokens/response',
    value: { connectionName: 'onetenant', token: 'eyJhbGciOiJub25lIn0.e30.x' },
  });
  expect(chat.heard).toEqual([]);
  await chat.types('repeat');

  expect(chat.asksToSignIn()).toBe(true);
  expect(stage.sandbox.core.requests.list().filter(({ service }) => service === 'graph')).toHaveLength(0);
});

test('a sign-in that was refused leaves the way without one open', async () => {
  const chat = await startsSignIn('global-admin-m365');
  await fetch(`${chat.signInLink()}&person=nobody-we-know`);

  await chat.types('continue without signing in');

  expect(chat.words()).toContain(t('card.steps.unchecked'));
});

test('signing in as somebody else forgets what was read before', async () => {
  const chat = await startsSignIn('global-admin-m365');
  await chat.signsIn();
  await chat.presses('show-steps');
  await chat.presses('tick-step', { done: true });
  expect(chat.words()).toContain(t('button.untick-step', { step: 1 }));
  await stage.endsSignIns();
  await chat.presses('i-have-done-it');

  await chat.signsIn('billing-admin-azure');

  expect(chat.words()).toContain(t('message.other-person.text'));
  expect(chat.words()).not.toContain(t('card.proof.proven-title'));
});
