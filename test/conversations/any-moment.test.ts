import { createTranslator } from '../../src/i18n/translator.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStage } from './stage.ts';

/** What people may say at any moment, and what must still work afterwards. */

let stage: Stage;
const t = createTranslator('en');
const nl = createTranslator('nl');

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

/** Ways to a moment, and the words that its question has. */
const moments: Record<string, { reach: (chat: Chat) => Promise<void>; asks: string }> = {
  'the choice': { reach: async () => undefined, asks: t('card.welcome.question') },
  'the explanation before the sign-in': {
    reach: (chat) => chat.presses('choose-scenario', { scenario: 'add-azure' }),
    asks: t('card.sign-in.title'),
  },
  'the sign-in': {
    reach: async (chat) => {
      await chat.presses('choose-scenario', { scenario: 'add-azure' });
      await chat.presses('sign-in');
    },
    asks: t('button.sign-in'),
  },
  'the verdict': { reach: reachesVerdict, asks: t('verdict.add-azure.ready.title') },
  'the steps': {
    reach: async (chat) => {
      await reachesVerdict(chat);
      await chat.presses('show-steps');
    },
    asks: t('steps.azure-open-sign-up.title'),
  },
  'the proof': {
    reach: async (chat) => {
      await reachesVerdict(chat);
      await chat.presses('show-steps');
      await chat.presses('i-have-done-it');
    },
    asks: t('card.proof.not-visible-yet-title'),
  },
};

async function reachesVerdict(chat: Chat): Promise<void> {
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.signsIn();
}

describe.each(Object.keys(moments))('at %s', (name) => {
  const moment = moments[name];
  let chat: Chat;

  beforeEach(async () => {
    chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
    await moment?.reach(chat);
  });

  test('help comes alone: the open question is not put over it, and comes when it is asked for', async () => {
    await chat.types('help');

    expect(chat.words()).toContain(t('card.help.title'));
    expect(chat.words()).not.toContain(moment?.asks);
    await chat.types('repeat');
    expect(chat.words()).toContain(moment?.asks);
  });

  test('repeat asks the question again', async () => {
    await chat.types('repeat');

    expect(chat.words()).toContain(moment?.asks);
  });

  test('background comes alone, and its button leads back to the open question', async () => {
    await chat.types('background');

    expect(chat.words()).toContain(t('topics.background.title'));
    expect(chat.words()).not.toContain(moment?.asks);
    await chat.presses('carry-on');
    expect(chat.words()).toContain(moment?.asks);
  });

  test('Dutch is spoken from the next word on', async () => {
    await chat.types('nederlands');

    expect(chat.words()).toContain(nl('message.language-set.text'));
    expect(chat.words()).not.toContain(moment?.asks);
  });

  test('the reason for the question is told', async () => {
    await chat.types('why do you ask this?');

    expect(chat.words()).toMatch(new RegExp(`${escaped(t('why.scenario'))}|${escaped(t('why.sign-in'))}`));
    expect(chat.words()).toContain(moment?.asks);
  });

  test('a person to talk to is one word away', async () => {
    await chat.types('person');

    expect(chat.words()).toContain('servicedesk@contoso.example');
  });

  test('start over leads to the choices', async () => {
    await chat.types('start over');

    expect(chat.words()).toContain(t('card.welcome.question'));
  });

  test('cancel stops, and the choices are there', async () => {
    await chat.types('cancel');

    expect(chat.words()).toContain(t('message.cancelled.text'));
    expect(chat.words()).toContain(t('card.welcome.question'));
  });

  test('signing out forgets what was read', async () => {
    await chat.types('sign out');
    expect(chat.words()).toContain(t('card.welcome.after-sign-out-title'));

    await chat.presses('show-status');
    expect(chat.words()).toContain(t('card.sign-in.title'));
  });

  test('a hello is answered, and the question comes again', async () => {
    await chat.types('hello');

    expect(chat.words()).toContain(t('message.hello.text'));
    expect(chat.words()).toContain(moment?.asks);
  });

  test('thanks are answered beside the question, which is not repeated and comes when asked for', async () => {
    await chat.types('thanks a lot');
    expect(chat.words()).toContain(t('message.thanks.title'));
    expect(chat.words()).not.toContain(moment?.asks);

    await chat.presses('carry-on');
    expect(chat.words()).toContain(moment?.asks);
  });

  test('three answers that make no sense lead to buttons and a person', async () => {
    await chat.types('xyzzy plugh');
    await chat.types('frobnicate');
    await chat.types('qwertyuiop');

    expect(chat.words()).toContain(t('button.talk-to-person'));
    expect(chat.button('show-menu') ?? chat.button('without-sign-in')).toBeDefined();
  });
});

test('back goes to the question before', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await reachesVerdict(chat);
  await chat.presses('show-steps');

  await chat.types('back');
  expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));

  await chat.types('back');
  expect(chat.words()).toContain(t('card.welcome.question'));

  await chat.types('back');
  expect(chat.words()).toContain(t('message.nothing-to-go-back-to.text'));
});

test.each([
  ['1', 'add-azure'],
  ['I have Microsoft 365 and want Azure', 'add-azure'],
  ['office 365 naar azure', 'add-azure'],
  ['2', 'add-microsoft-365'],
  ['azure to office 365', 'add-microsoft-365'],
  ['3', 'join'],
  ['apart gekocht', 'join'],
])('"%s" chooses %s', async (typed, scenario) => {
  const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });

  await chat.types(typed);
  await chat.presses('without-sign-in');

  const title = createTranslator(/naar|gekocht/.test(typed) ? 'nl' : 'en')(`scenarios.${scenario as 'join'}.name`);
  expect(chat.words()).toContain(
    scenario === 'join' ? createTranslator(/naar|gekocht/.test(typed) ? 'nl' : 'en')('card.join.confirm') : title,
  );
});

test.each(['hello', 'okay then'])(
  'somebody who comes back after a while with "%s" is asked whether to carry on',
  async (greeting) => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
    await reachesVerdict(chat);
    await chat.presses('show-steps');
    stage.passTime(20 * 60_000);
    await chat.renews();
    stage.passTime(20 * 60_000);

    await chat.types(greeting);
    expect(chat.words()).toContain(t('card.resume.title'));

    await chat.presses('carry-on');
    expect(chat.words()).toContain(t('steps.azure-open-sign-up.title'));
  },
);

describe('a button that stands beside a question of another kind is heard there', () => {
  let chat: Chat;

  beforeEach(async () => {
    chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  });

  test('"check again" on what an administrator gets, back at the choices', async () => {
    await reachesVerdict(chat);
    await chat.types('menu');
    await chat.types('ask my admin');
    await chat.presses('check-again');

    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
  });

  test('the steps of the scenario, back at the choices', async () => {
    await reachesVerdict(chat);
    await chat.types('menu');
    await chat.types('show the steps');

    expect(chat.words()).toContain(t('steps.azure-open-sign-up.title'));
  });

  test.each(['check again', 'show the steps'])(
    'with nothing chosen, "%s" says what is to be chosen first',
    async (typed) => {
      await chat.types(typed);

      expect(chat.words()).toContain(t('message.nothing-to-check.text'));
      expect(chat.words()).toContain(t('card.welcome.question'));
    },
  );

  test('"without signing in" where no sign-in is asked for brings the question again', async () => {
    await reachesVerdict(chat);
    await chat.types('without signing in');

    expect(chat.words()).toContain(t('message.sign-in-cancelled.text'));
    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
