import type { CardAction } from '../../cards/card-action.ts';
import { createTranslator, type Locale } from '../../src/i18n/index.ts';
import { realIndex } from '../questions/question-sets.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStageWithIndex } from './stage.ts';

/** What is typed after something: it is read with the answer, the route, the verdict and the person's facts in mind. */

const questions = realIndex();
const titleOf = (id: string, locale: Locale): string => questions.get(id, locale)?.title ?? '';

let stage: Stage;

beforeAll(async () => {
  stage = await setStageWithIndex();
});

afterAll(() => stage.stop());

/** The entry that the chat answers with, or those that it offers, best first. */
function idsShown(chat: Chat): readonly string[] {
  const actions: readonly CardAction[] = chat.buttons(chat.heard).map(({ data }) => data);
  const answered = actions.flatMap((action) => (action.do === 'answer-helped' ? [action.id] : []));
  return [...answered, ...actions.flatMap((action) => (action.do === 'ask-question' ? [action.id] : []))];
}

async function signedIn(as: string, locale: Locale): Promise<Chat> {
  const chat = await stage.opensChat({ as, locale });
  await chat.presses('show-status');
  await chat.presses('sign-in');
  await chat.signsIn();
  await chat.isAnswered();
  return chat;
}

test.each([
  ['en', 'q22', 'and what happens to my VMs?', 'q170'],
  ['nl', 'q22', 'en wat gebeurt er met mijn vms?', 'q170'],
  ['de', 'q22', 'und was passiert mit meinen vms?', 'q170'],
  ['en', 'q22', 'and can I undo it?', 'q171'],
  ['en', 'q162', 'and office?', 'q163'],
  ['nl', 'q162', 'en microsoft 365?', 'q163'],
  ['de', 'q163', 'und azure?', 'q162'],
  ['en', 'q06', 'no azure, only office', 'q07'],
  ['nl', 'q06', 'nee geen azure, alleen office', 'q07'],
  ['de', 'q06', 'kein azure, nur office', 'q07'],
] as const)('%s: after %s, "%s" leads to %s', async (locale, answered, text, wanted) => {
  const chat = await stage.opensChat({ as: 'nothing', locale });
  await chat.says(titleOf(answered, locale));
  expect(idsShown(chat)[0]).toBe(answered);

  await chat.says(text);

  expect(idsShown(chat)[0]).toBe(wanted);
});

test('without an answer before it, the product alone is what somebody wants', async () => {
  const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });

  await chat.says('no azure, only office');

  expect(chat.words()).toContain(createTranslator('en')('scenarios.add-azure.name'));
});

test.each([
  ['join', 'en', 'can I undo it afterwards', 'q171'],
  ['add-azure', 'nl', 'kan ik dat dan zelf aanvragen', 'q06'],
  ['join', 'de', 'und was passiert dann mit meinen vms', 'q170'],
] as const)('on the route %s, a short question is about it: %s "%s"', async (scenario, locale, text, wanted) => {
  const chat = await stage.opensChat({ as: 'nothing', locale });
  await chat.presses('choose-scenario', { scenario });

  await chat.says(text);

  expect(idsShown(chat)[0]).toBe(wanted);
});

describe('what was read answers what somebody asks about themselves', () => {
  test('when the trial ends', async () => {
    const chat = await signedIn('m365-ending', 'en');
    const [date] = /\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4}/.exec(chat.words()) ?? [];

    await chat.says('when does my trial end?');

    expect(chat.words()).toContain(createTranslator('en')('card.status.trial'));
    expect(date).toBeDefined();
    expect(chat.words()).toContain(date);
  });

  test('how long somebody keeps their role', async () => {
    const t = createTranslator('nl');
    const chat = await signedIn('role-ends-soon', 'nl');

    await chat.says('hoe lang heb ik mijn rol nog?');

    const [before = ''] = t('card.status.role-until', { date: '#' }).split('#');
    expect(chat.words()).toContain(before);
    expect(chat.words()).toContain(t('card.status.role-active'));
  });

  test('which account they signed in with', async () => {
    const chat = await signedIn('global-admin-m365', 'de');

    await chat.says('mit welchem konto bin ich angemeldet');

    expect(chat.words()).toContain('megan.bowen@contoso.com');
  });

  test('whoever has not signed in gets the general answer, with the way to a reading', async () => {
    const chat = await stage.opensChat({ as: 'role-ends-soon', locale: 'en' });

    await chat.says('how long do I have my role?');

    expect(chat.words()).toContain(titleOf('q59', 'en'));
    expect(chat.words()).not.toContain(createTranslator('en')('card.status.role-active'));
    expect(chat.button('show-status')).toBeDefined();
  });
});

test.each([
  ['en', 'why though'],
  ['nl', 'hoezo dan'],
  ['de', 'wieso denn'],
] as const)('%s: "%s" below a verdict is told its reason, and not the verdict again', async (locale, text) => {
  const t = createTranslator(locale);
  const chat = await stage.opensChat({ as: 'personal-account', locale });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.signsIn();

  await chat.says(text);

  expect(chat.words()).toContain(t('blockers.personal-account.why'));
  expect(chat.words()).not.toContain(t('blockers.personal-account.what-to-do'));
});

test('"did it work?" compares with what was there before, and does not tell the verdict again', async () => {
  const t = createTranslator('en');
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.signsIn();

  await chat.says('did it work?');

  expect(chat.words()).not.toContain(t('verdict.add-azure.ready.title'));
  expect(chat.words()).toContain(t('card.proof.not-visible-yet-title'));
});

describe('a number or a place chooses among what the card offers', () => {
  test.each(['2', 'the second one', 'two'])('on the card of languages: "%s"', async (text) => {
    const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });
    await chat.presses('show-language');

    await chat.says(text);

    expect(chat.words()).toContain(createTranslator('nl')('message.language-set.text'));
  });

  test('on the card that suggests a route: the first takes it, the last takes the other one', async () => {
    const t = createTranslator('nl');
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'nl' });
    await chat.presses('not-sure');
    await chat.presses('sign-in');
    await chat.signsIn();
    expect(chat.button('accept-suggestion')).toBeDefined();

    await chat.says('de laatste');

    expect(chat.words()).not.toContain(t('message.not-understood.text'));
    expect(chat.words()).toContain(t('notices.somebody-must-accept'));
  });
});

describe('frustration', () => {
  test('twice in a row brings the way to a person itself', async () => {
    const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });
    await chat.says('useless');
    expect(chat.button('hand-over')).toBeUndefined();

    await chat.says('are you even reading what i type');

    expect(chat.button('hand-over')).toBeDefined();
  });

  test('below an answer, it says that this one did not help', async () => {
    const t = createTranslator('de');
    const chat = await stage.opensChat({ as: 'nothing', locale: 'de' });
    await chat.says('mein azure abonnement ist deaktiviert');
    expect(chat.words()).toContain(t('card.answer.helped'));

    await chat.says('das hilft mir nicht');

    expect(chat.words()).not.toContain(t('message.frustration.text'));
    expect(chat.button('talk-to-person') ?? chat.button('hand-over')).toBeDefined();
  });
});
