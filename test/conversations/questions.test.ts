import type { CardAction } from '../../cards/card-action.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { buttonsIn } from '../builders/buttons-in.ts';
import { realIndex } from '../questions/question-sets.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
const t = createTranslator('en');
const nl = createTranslator('nl');

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

test('a typed question is answered, and then the open question is still there', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });

  await chat.types('do I need to be an admin to get azure with my microsoft 365 account?');
  expect(chat.words()).toContain(t('card.answer.helped'));
  expect(chat.links().length).toBeGreaterThan(0);

  await chat.presses('answer-helped', { helped: true });
  expect(chat.words()).toContain(t('message.glad-it-helped.text'));
  expect(chat.words()).not.toContain(t('card.welcome.question'));

  await chat.presses('carry-on');
  expect(chat.words()).toContain(t('card.welcome.question'));
});

test.each([
  ['an answer', 'can we merge two tenants?'],
  ['no answer', 'what is a purple-elephant-4711'],
  ['a few that may be meant', 'my tenant'],
])('the buttons above %s still work', async (_what, question) => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });

  await chat.types(question);
  await chat.presses('choose-scenario', { scenario: 'add-azure' });

  expect(chat.button('sign-in')).toBeDefined();
});

test.each([
  ['50057', 'reasons.account-disabled'],
  ['melding AADSTS700016', 'codes.misconfigured'],
] as const)('a typed code of Entra is told with what to do: %s', async (typed, words) => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'nl' });

  await chat.types(typed);

  expect(chat.words()).toContain(nl(`${words}.meaning`));
  expect(chat.words()).toContain(nl(`${words}.way-out`));
  expect(chat.button('talk-to-person')).toBeDefined();
});

test('an answer that did not help leads to others, and then to a person', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'nl' });

  await chat.types('kunnen we twee tenants samenvoegen?');
  await chat.presses('answer-helped', { helped: false });
  if (chat.words().includes(nl('card.question-choices.others-title'))) {
    await chat.presses('ask-question');
    await chat.presses('answer-helped', { helped: false });
  }

  expect(chat.words()).toContain('servicedesk@contoso.example');
});

test('without a helpdesk, an answer that did not help leads to the same card as asking for a person', async () => {
  const alone = await setStage({ settings: { DESKS: '[]' } });
  try {
    const chat = await alone.opensChat({ as: 'global-admin-m365', locale: 'nl' });

    await chat.types('kunnen we twee tenants samenvoegen?');
    for (let press = 0; press < 2; press += 1) {
      if (press > 0) await chat.presses('ask-question');
      await chat.presses('answer-helped', { helped: false });
      if (!chat.words().includes(nl('card.question-choices.others-title'))) break;
    }
    const led = chat.words();
    await chat.types(nl('button.talk-to-person'));

    expect(led).toContain('servicedesk@contoso.example');
    expect(chat.words()).toBe(led);
  } finally {
    await alone.stop();
  }
});

describe('what an answer leads to', () => {
  const questions = realIndex();
  const titleOf = (id: string): string => questions.get(id, 'nl')?.title ?? '';
  const merging = 'q21';
  const [route, related] = questions.get(merging, 'nl')?.next ?? [];

  test('stands below it as buttons: the route, and another question', async () => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'nl' });
    expect([route, related]).toEqual(['route:join', expect.stringMatching(/^q\d+$/)]);

    await chat.types(titleOf(merging));
    expect(chat.words()).toContain(nl('card.answer.see-also'));
    await chat.presses('ask-question', { id: related });
    expect(chat.words()).toContain(titleOf(related ?? ''));

    await chat.types(titleOf(merging));
    await chat.presses('choose-scenario', { scenario: 'join' });
    expect(chat.button('sign-in')).toBeDefined();
  });

  test('leaves out the route that the person is on', async () => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'nl' });
    await chat.presses('choose-scenario', { scenario: 'join' });

    await chat.types(titleOf(merging));

    expect(chat.words()).toContain(nl('card.answer.see-also'));
    const offered = buttonsIn<{ readonly data: CardAction }>(chat.heard).map(({ data }) => data.do);
    expect(offered).toContain('ask-question');
    expect(offered).not.toContain('choose-scenario');
  });
});

test('an old name is explained once', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });

  await chat.types('is azure active directory free?');
  const explanation = chat.heard.at(0)?.text ?? '';
  expect(explanation).toContain('Microsoft Entra ID');

  await chat.types('is azure active directory free?');
  expect(chat.heard.at(0)?.text ?? '').not.toContain(explanation);
});

test('an answer says whether it is about the person who is signed in', async () => {
  const chat = await stage.opensChat({ as: 'unmanaged-tenant', locale: 'en' });
  await chat.presses('show-status');
  await chat.presses('sign-in');
  await chat.signsIn();

  await chat.types('what is a tenant created by viral sign-up?');

  expect(chat.words()).toContain(t('card.answer.fit.yes'));
});

/** What is in sight of an answer whatever its length; the rest may be folded away. */
function firstSentence(paragraphs: readonly string[] = []): string {
  return paragraphs[0]?.split('. ')[0] ?? 'no answer';
}

describe('somebody who buys Azure through a partner', () => {
  const cancelling = 'q132';
  const question = realIndex().get(cancelling, 'nl');
  const forCustomersOfPartners = question?.variants.find(({ conditions }) => conditions.includes('agreement-partner'));

  test('gets the general answer before signing in, and then what holds for customers of a partner', async () => {
    const [general, forThem] = [firstSentence(question?.paragraphs), firstSentence(forCustomersOfPartners?.paragraphs)];
    const chat = await stage.opensChat({ as: 'csp', locale: 'nl' });

    await chat.types(question?.title ?? '');
    expect(chat.words()).toContain(general);
    expect(chat.words()).not.toContain(forThem);

    await chat.presses('show-status');
    await chat.presses('sign-in');
    await chat.signsIn();
    await chat.types(question?.title ?? '');
    expect(chat.words()).toContain(forThem);
    expect(chat.words()).toContain(nl('card.answer.fit.yes'));
    expect(chat.words()).not.toContain(general);
  });

  test('is the only one who gets it: a customer agreement leaves the general answer', async () => {
    const chat = await stage.opensChat({ as: 'customer-agreement', locale: 'nl' });
    await chat.presses('show-status');
    await chat.presses('sign-in');
    await chat.signsIn();

    await chat.types(question?.title ?? '');

    expect(chat.words()).toContain(firstSentence(question?.paragraphs));
  });
});

test('nonsense is not answered with a guess', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });

  await chat.types('what is the weather like in Utrecht tomorrow?');

  expect(chat.words()).not.toContain(t('card.answer.helped'));
  expect(chat.words()).toContain(t('message.off-topic.title'));
  expect(chat.button('talk-to-person')).toBeDefined();
});

test('what somebody already has is where a route starts: it is offered, or goes on; what they do not want stops it', async () => {
  const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });

  await chat.types('we already have azure');
  expect(chat.button('choose-scenario')).toMatchObject({ data: { scenario: 'add-microsoft-365' } });
  expect(chat.words()).not.toContain(t('message.not-that.text'));

  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.types('we already have office');
  expect(chat.words()).toContain(t('card.sign-in.title'));
  expect(chat.words()).toContain(t('scenarios.add-azure.name'));

  await chat.types('we do not want azure');
  expect(chat.words()).toContain(t('message.not-that.text'));
});

test('who asks for a person again below the card hears that one press is left', async () => {
  const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });

  await chat.types('I want to talk to a person');
  expect(chat.words()).not.toContain(t('tickets.hand-over.not-sent-yet'));
  await chat.types('I said a person');

  expect(chat.words()).toContain(t('tickets.hand-over.not-sent-yet'));
  expect(chat.button('hand-over')).toBeDefined();
});

test('stopping tells of ticks only where there are some', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.types('cancel');
  expect(chat.words()).toContain(t('message.cancelled.text'));
  expect(chat.words()).not.toContain(t('message.cancelled-with-ticks.text'));

  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.signsIn();
  await chat.presses('tick-step');
  await chat.types('cancel');
  expect(chat.words()).toContain(t('message.cancelled-with-ticks.text'));
});

test('an entry’s own wording with a word such as "actually" is answered, and a clear wish still goes before', async () => {
  const chat = await stage.opensChat({ as: 'nothing', locale: 'nl' });

  await chat.types('wat kost azure eigenlijk');
  expect(chat.words()).toContain(realIndex().get('q162', 'nl')?.title);
  expect(chat.words()).toContain(nl('card.answer.helped'));

  await chat.types('log me out please');
  expect(chat.words()).not.toContain(nl('card.answer.helped'));
});
