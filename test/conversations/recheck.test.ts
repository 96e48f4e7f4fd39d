import { createTranslator } from '../../src/i18n/translator.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStage } from './stage.ts';

/** Answers that came too late for the moment: the bot says so at once, looks on by itself, and tells them once. */

let stage: Stage;
const t = createTranslator('en');
const promise = t('message.looking-on.text');

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

// A fresh bot, because one that met many faults leaves a service alone for a while.
beforeEach(async () => {
  await stage.sandbox.reset();
  await stage.restartsBot();
});

type Service = 'graph' | 'arm';

interface Slow {
  readonly goal?: 'add-microsoft-365' | 'status';
  /** A service that is away answers at once, so it is the default; one that hangs takes three seconds. */
  readonly fault?: '503' | 'hang';
}

/** Somebody asks while one of the services is slow or away. */
async function asksWhileSlow(service: Service, slow: Slow = {}): Promise<Chat> {
  const { goal = 'add-microsoft-365', fault = '503' } = slow;
  const as = goal === 'status' ? 'global-admin-m365' : 'role-ends-soon';
  const chat = await stage.opensChat({ as, locale: 'en' });
  if (goal === 'status') await chat.presses('show-status');
  else await chat.presses('choose-scenario', { scenario: goal });
  await chat.presses('sign-in');
  const code = await chat.signInCode();
  stage.sandbox.core.faults.add({ service, fault });
  await chat.types(code);
  if (chat.words().includes(t('agreement.title'))) await chat.presses('answer-agreement', { answer: 'neither' });
  return chat;
}

/** Lets the time of the next look come, and the bot look. */
async function looksAgain(chat: Chat): Promise<void> {
  stage.passTime(130_000);
  await stage.works();
  await chat.listens();
}

test.each<Service>(['graph', 'arm'])(
  'a verdict that lacks what %s knows is told again once it is known',
  async (service) => {
    const chat = await asksWhileSlow(service, { fault: 'hang' });
    expect(chat.words()).toContain(promise);
    expect(chat.words()).toContain(t('answer.cannot-tell'));
    expect(chat.button('check-again')).toBeDefined();

    stage.sandbox.core.faults.clear();
    await looksAgain(chat);

    expect(chat.cards()).toHaveLength(1);
    expect(chat.heard).toHaveLength(1);
    expect(chat.words()).toContain(service === 'graph' ? t('roles.global-administrator') : t('button.show-steps'));
    expect(chat.words()).not.toContain(promise);

    await looksAgain(chat);
    expect(chat.words()).toBe('');
  },
);

test('the card that comes later has buttons that work', async () => {
  const chat = await asksWhileSlow('graph');
  stage.sandbox.core.faults.clear();
  await looksAgain(chat);

  await chat.presses('show-steps');

  expect(chat.words()).not.toContain(t('message.expired-button.title'));
  expect(chat.button('i-have-done-it')).toBeDefined();
});

test('what comes later is also what the proof is compared with', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  const code = await chat.signInCode();
  stage.sandbox.core.faults.add({ service: 'arm', fault: 'hang' });
  await chat.types(code);
  if (chat.words().includes(t('agreement.title'))) await chat.presses('answer-agreement', { answer: 'neither' });
  stage.sandbox.core.faults.clear();
  await looksAgain(chat);

  await chat.presses('show-steps');
  stage.sandbox.core.people.complete('global-admin-m365');
  await chat.presses('i-have-done-it');

  expect(chat.words()).toContain(t('card.proof.proven-title'));
  // Only what both readings know can be told as a change.
  expect(chat.words()).toMatch(/The Azure subscription .+ is new in/);
});

test('a status that lacks something is shown again with everything in it', async () => {
  const chat = await asksWhileSlow('graph', { goal: 'status' });
  expect(chat.words()).toContain(promise);

  stage.sandbox.core.faults.clear();
  await looksAgain(chat);

  expect(chat.heard).toHaveLength(1);
  expect(chat.words()).toContain(t('roles.global-administrator'));
});

test('a proof that could not be seen is told once it can', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.signsIn();
  await chat.presses('show-steps');
  stage.sandbox.core.people.complete('global-admin-m365');
  stage.sandbox.core.faults.add({ service: 'arm', fault: 'hang' });
  await chat.presses('i-have-done-it');
  expect(chat.words()).toContain(promise);

  stage.sandbox.core.faults.clear();
  await looksAgain(chat);

  expect(chat.heard).toHaveLength(1);
  expect(chat.words()).toContain(t('card.proof.proven-title'));
});

test('it looks three times while the service stays slow, then no more, and says nothing meanwhile', async () => {
  const chat = await asksWhileSlow('arm');

  for (let look = 0; look < 3; look += 1) {
    stage.sandbox.core.requests.clear();
    await looksAgain(chat);
    expect(chat.words()).toBe('');
    expect(asked('graph')).toBeGreaterThan(0);
  }
  stage.sandbox.core.faults.clear();
  stage.sandbox.core.requests.clear();
  await looksAgain(chat);

  expect(chat.words()).toBe('');
  expect(asked('graph')).toBe(0);
});

test('the look outlives a restart', async () => {
  const chat = await asksWhileSlow('graph', { fault: 'hang' });
  stage.sandbox.core.faults.clear();
  await stage.restartsBot();

  await looksAgain(chat);

  expect(chat.words()).toContain(t('roles.global-administrator'));
});

test('somebody who has moved on hears nothing of it', async () => {
  const chat = await asksWhileSlow('graph');
  await chat.types('menu');
  stage.sandbox.core.faults.clear();

  await looksAgain(chat);

  expect(chat.words()).toBe('');
});

test('somebody who has checked again themselves is not told twice', async () => {
  const chat = await asksWhileSlow('graph');
  stage.sandbox.core.faults.clear();
  await chat.presses('check-again');
  expect(chat.words()).toContain(t('roles.global-administrator'));

  await looksAgain(chat);

  expect(chat.words()).toBe('');
});

test('somebody who signed out hears nothing of it, and nothing is read', async () => {
  const chat = await asksWhileSlow('graph');
  await chat.types('sign out');
  stage.sandbox.core.faults.clear();
  stage.sandbox.core.requests.clear();

  await looksAgain(chat);

  expect(chat.words()).toBe('');
  expect(asked('graph')).toBe(0);
});

test('the same card shown again promises nothing more', async () => {
  const chat = await asksWhileSlow('graph');

  await chat.types('repeat');

  expect(chat.words()).toContain(t('answer.cannot-tell'));
  expect(chat.words()).not.toContain(promise);
});

test('what is refused for good is not promised', async () => {
  const chat = await stage.opensChat({ as: 'no-graph-consent', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-microsoft-365' });
  await chat.presses('sign-in');
  await chat.signsIn();

  expect(chat.words(chat.transcript)).toContain(t('answer.cannot-tell'));
  expect(chat.words(chat.transcript)).not.toContain(promise);
});

test('what somebody types while the bot looks on is answered without waiting for the look', async () => {
  const chat = await asksWhileSlow('graph', { fault: 'hang' });
  stage.passTime(20_000);
  stage.sandbox.core.requests.clear();
  const look = stage.works();
  while (asked('arm') === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  let isLooking = true;
  void look.then(() => {
    isLooking = false;
  });

  await chat.types('help');

  expect(chat.words()).toContain(t('card.help.title'));
  expect(isLooking).toBe(true);
  await look;
});

function asked(service: Service): number {
  return stage.sandbox.core.requests.list().filter((request) => request.service === service).length;
}
