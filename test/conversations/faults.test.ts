import type { FaultKind, ServiceName } from '../../sandbox/core/core.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from './stage.ts';

/** Microsoft's services failing in every way the sandbox can: an honest answer within the turn, and a way on. */

const t = createTranslator('en');
const kinds: readonly FaultKind[] = ['429', '403', '500', '503', 'cut-off', 'garbage', 'html', 'hang', 'slow-drip'];
const services: readonly ServiceName[] = ['graph', 'arm', 'login'];
const cells = services.flatMap((service) => kinds.map((kind) => [service, kind] as const));

/** What somebody is told when a service fails while their facts are read. */
interface Told {
  readonly words: string;
  readonly hasWayOn: boolean;
}

/** A bot mostly waits for a service that fails, so each service fails beside the others, before a bot of its own. */
const told = new Map<string, Promise<Told>>();
const stages: Stage[] = [];
let stage: Stage;

beforeAll(async () => {
  stage = await addStage();
  for (const service of services) playsEach(service, await addStage());
});

async function addStage(): Promise<Stage> {
  const added = await setStage();
  stages.push(added);
  return added;
}

function playsEach(service: ServiceName, own: Stage): void {
  let before: Promise<unknown> = Promise.resolve();
  for (const kind of kinds) {
    const cell = before.then(() => tellsWhile(service, kind, own));
    told.set(`${service} ${kind}`, cell);
    before = cell.catch(() => undefined);
  }
}

afterAll(async () => {
  await Promise.allSettled(told.values());
  for (const one of stages) await one.stop();
});

async function startsAfresh({ sandbox, restartsBot }: Stage): Promise<void> {
  await sandbox.reset();
  // One that met many faults leaves a service alone for a while.
  await restartsBot();
}

async function tellsWhile(service: ServiceName, fault: FaultKind, own: Stage): Promise<Told> {
  await startsAfresh(own);
  const chat = await own.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-microsoft-365' });
  await chat.presses('sign-in');
  const code = await chat.signInCode();
  own.sandbox.core.faults.add({ service, fault });

  await chat.types(code);
  if (chat.button('answer-agreement') !== undefined && chat.words().includes(t('agreement.title'))) {
    await chat.presses('answer-agreement', { answer: 'neither' });
  }
  const wayOn = chat.button('check-again') ?? chat.button('sign-in') ?? chat.button('repeat');
  return { words: chat.words(), hasWayOn: wayOn !== undefined };
}

test.each(cells)('%s answering with %s never makes somebody "not an admin"', async (service, fault) => {
  const { words, hasWayOn } = (await told.get(`${service} ${fault}`)) ?? { words: '', hasWayOn: false };

  expect(words).not.toContain(t('blockers.role-missing.title'));
  expect(words.length).toBeGreaterThan(20);
  expect(hasWayOn).toBe(true);
});

describe('in a chat that goes on', () => {
  beforeEach(() => startsAfresh(stage));

  test('an answer that the channel refused comes with the next one', async () => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
    stage.sandbox.core.faults.add({ service: 'connector', fault: '500', times: 1 });
    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    expect(chat.words()).toBe('');

    await chat.types('help');

    expect(chat.words()).toContain(t('card.sign-in.title'));
    expect(chat.words()).toContain(t('card.help.title'));
  });

  test.each(['400', '413'] as const)(
    'an answer that the channel refuses with %s gives way to an apology with a reference, and the chat goes on',
    async (fault) => {
      const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
      stage.sandbox.core.faults.add({ service: 'connector', fault, times: 1 });

      await chat.presses('choose-scenario', { scenario: 'add-azure' });

      expect(chat.words()).toContain(t('message.something-went-wrong.title'));
      expect(chat.words()).toMatch(/\b[0-9A-F]{8}\b/);
      await chat.presses('repeat');
      expect(chat.words()).toContain(t('card.sign-in.title'));
      await chat.types('help');
      expect(chat.words()).toContain(t('card.help.title'));
    },
  );

  test('after the fault is over, checking again tells everything', async () => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
    await chat.presses('choose-scenario', { scenario: 'add-microsoft-365' });
    await chat.presses('sign-in');
    const code = await chat.signInCode();
    stage.sandbox.core.faults.add({ service: 'graph', fault: '500' });
    await chat.types(code);
    stage.sandbox.core.faults.clear();

    await chat.presses('check-again');

    expect(chat.words()).toContain(t('roles.global-administrator'));
  });
});
