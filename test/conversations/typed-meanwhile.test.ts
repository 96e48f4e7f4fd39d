import { createTranslator, type Locale } from '../../src/i18n/index.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStageWithIndex } from './stage.ts';

/** What people type instead of pressing: days, other names for an option, a yes to something that is long gone, old buttons. */

let stage: Stage;
const t = createTranslator('en');
const minute = 60_000;

beforeAll(async () => {
  stage = await setStageWithIndex();
});

afterAll(() => stage.stop());

describe('a reminder', () => {
  async function isAtSteps(locale: Locale): Promise<Chat> {
    const chat = await stage.opensChat({ as: 'member-m365', locale });
    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    await chat.presses('without-sign-in');
    return chat;
  }

  function inDays(days: number, locale: Locale): string {
    return createTranslator(locale).dateWithWeekday(new Date(Date.now() + days * 24 * 60 * minute).toISOString());
  }

  test.each([
    ['en', 'remind me in 3 days', 3],
    ['en', 'in two weeks', 14],
    ['nl', 'herinner me over een week', 7],
    ['nl', 'kun je me overmorgen herinneren', 2],
    ['de', 'erinnere mich bitte in zwei Wochen', 14],
    ['fr', 'rappelez-moi dans 3 jours', 3],
  ] as const)('in "%s": "%s" is set for that day, and says it', async (locale, said, days) => {
    const chat = await isAtSteps(locale);
    const words = await chat.says(said);

    expect(words).toContain(createTranslator(locale)('card.reminder.title'));
    expect(words).toContain(inDays(days, locale));
  });

  test.each([
    ['en', 'remind me in 2 days at 9'],
    ['en', 'in 2 days at 9 am please'],
    ['nl', 'herinner me overmorgen om 9 uur'],
    ['de', 'erinnere mich übermorgen um 9:30'],
  ] as const)('in "%s": "%s" is set for the day, and says that the hour is not kept', async (locale, said) => {
    const translate = createTranslator(locale);
    const chat = await isAtSteps(locale);
    const words = await chat.says(said);

    expect(words).toContain(inDays(2, locale));
    expect(words).toContain(translate('card.reminder.no-other-hour'));
  });

  test('a day alone says nothing of an hour', async () => {
    const chat = await isAtSteps('en');

    expect(await chat.says('remind me in 2 days')).not.toContain(t('card.reminder.no-other-hour'));
  });

  test.each(['remind me in an hour', 'remind me at 9', 'remind me in a year', 'remind me today'])(
    '"%s" is refused plainly, and a day typed after it is taken',
    async (said) => {
      const chat = await isAtSteps('en');
      const words = await chat.says(said);

      expect(words).toContain(t('message.which-day.title'));
      expect(words).not.toContain(t('card.reminder.title'));
      expect(await chat.says('in 4 days then')).toContain(inDays(4, 'en'));
    },
  );
});

describe('which agreement', () => {
  async function isAsked(locale: Locale): Promise<Chat> {
    const chat = await stage.opensChat({ as: 'agreement-hidden', locale });
    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    await chat.presses('sign-in');
    await chat.signsIn();
    expect(chat.words()).toContain(createTranslator(locale)('agreement.title'));
    return chat;
  }

  test.each([
    ['en', 'we have an EA', 'enterprise'],
    ['en', 'it is a CSP', 'partner'],
    ['en', 'we just pay by credit card', 'neither'],
    ['en', 'no EA, we buy from a reseller', 'partner'],
    ['en', '2', 'partner'],
    ['en', 'the second one please', 'partner'],
    ['en', 'the last one', 'not-sure'],
    ['nl', 'doe maar de eerste', 'enterprise'],
    ['de', 'ich nehme das Dritte', 'neither'],
    ['nl', 'wij hebben een EA', 'enterprise'],
    ['nl', 'via onze leverancier', 'partner'],
    ['nl', 'met de creditcard', 'neither'],
    ['de', 'wir haben ein Enterprise Agreement', 'enterprise'],
    ['de', 'das läuft über unser Systemhaus', 'partner'],
    ['de', 'Kreditkarte', 'neither'],
    ['de', 'weder EA noch Partner', 'neither'],
  ] as const)('in "%s": "%s" is %s', async (locale, said, answer) => {
    const chat = await isAsked(locale);
    const pressed = await isAsked(locale);
    await pressed.presses('answer-agreement', { answer });

    expect(timeless(await chat.says(said))).toBe(timeless(pressed.words()));
  });

  test.each([
    ['en', 'we get an invoice from Microsoft'],
    ['nl', 'we krijgen een factuur van microsoft'],
    ['de', 'Rechnung von Microsoft'],
    ['en', 'we pay Microsoft'],
    ['en', 'directly from Microsoft'],
    ['nl', 'gefactureerd door Microsoft'],
    ['nl', 'we kopen rechtstreeks bij Microsoft'],
    ['de', 'wir zahlen direkt an Microsoft'],
    ['de', 'Microsoft schickt uns die Rechnung'],
  ] as const)(
    'in "%s": "%s" leaves it open, since direct customers of an agreement get one, too',
    async (locale, said) => {
      const chat = await isAsked(locale);
      const pressed = await isAsked(locale);
      await pressed.presses('answer-agreement', { answer: 'neither' });

      expect(timeless(await chat.says(said))).not.toBe(timeless(pressed.words()));
    },
  );

  test.each([
    ['en', 'EA', 'enterprise'],
    ['en', 'it says Microsoft Customer Agreement', 'neither'],
    ['nl', 'wij hebben een EA', 'enterprise'],
    ['nl', 'het loopt via een partner', 'partner'],
    ['de', 'Enterprise Agreement', 'enterprise'],
  ] as const)('in "%s": "%s" still counts after "I do not know"', async (locale, said, answer) => {
    const chat = await isAsked(locale);
    await chat.presses('answer-agreement', { answer: 'not-sure' });
    expect(chat.words()).toContain(createTranslator(locale)('card.verdict.say-agreement'));
    const pressed = await isAsked(locale);
    await pressed.presses('answer-agreement', { answer });

    expect(timeless(await chat.says(said))).toBe(timeless(pressed.words()));
  });

  test.each(['my card was refused', 'what does the trial cost', 'and our partner?'])(
    'after "I do not know", "%s" says nothing about it',
    async (said) => {
      const chat = await isAsked('en');
      await chat.presses('answer-agreement', { answer: 'not-sure' });
      await chat.says(said);
      await chat.says('check again');

      expect(chat.words()).toContain(t('card.verdict.say-agreement'));
    },
  );

  test('a question about it is answered, and is no choice', async () => {
    const chat = await isAsked('en');
    const words = await chat.says('what is an enterprise agreement?');

    expect(words).not.toContain(t('verdict.add-azure.ready.title'));
    expect(chat.button('answer-agreement')).toBeDefined();
  });
});

describe('somebody who was checked', () => {
  async function isChecked(as: string, scenario: string): Promise<Chat> {
    const chat = await stage.opensChat({ as, locale: 'en' });
    await chat.presses('choose-scenario', { scenario });
    await chat.presses('sign-in');
    await chat.signsIn();
    return chat;
  }

  test.each([
    ['azure-disabled', 'what next'],
    ['azure-disabled', 'show the steps'],
    ['azure-disabled', 'yes'],
    ['global-admin-m365', 'show the steps'],
    ['global-admin-m365', 'what next'],
  ])('%s has Microsoft 365, so "%s" shows no steps to buy it', async (as, said) => {
    const chat = await isChecked(as, 'add-microsoft-365');
    const words = await chat.says(said);

    expect(words).not.toContain(t('steps.m365-choose-plan.title'));
    expect(chat.button('tick-step')).toBeUndefined();
  });

  test.each([
    ['enterprise-agreement', 'add-azure', 'en', 'what next'],
    ['enterprise-agreement', 'join', 'de', 'was jetzt'],
    ['csp', 'add-azure', 'nl', 'en nu'],
    ['developer-tenant', 'add-microsoft-365', 'en', 'now what'],
    ['partner-admin', 'add-azure', 'en', 'yes'],
    ['personal-account', 'add-azure', 'de', 'und jetzt'],
    ['unmanaged-tenant', 'join', 'en', 'what next'],
    ['member-azure', 'add-microsoft-365', 'nl', 'wat nu'],
    ['azure-disabled', 'add-azure', 'en', 'what next'],
    ['conditional-owner', 'join', 'en', 'what now'],
  ] as const)('%s on %s, in "%s": "%s" reads what the card said', async (as, scenario, locale, said) => {
    const chat = await stage.opensChat({ as, locale });
    await chat.presses('choose-scenario', { scenario });
    await chat.presses('sign-in');
    await chat.signsIn();
    const card = chat.words().slice(chat.words().indexOf(verdictStart(chat, locale)));

    expect(await chat.says(said)).toContain(card);
  });

  /** How the card of the verdict begins: with how somebody stands. */
  function verdictStart(chat: Chat, locale: Locale): string {
    const translate = createTranslator(locale);
    const states = [translate('card.state.held-back'), translate('card.state.another-way')];
    return states.find((state) => chat.words().includes(state)) ?? 'no verdict';
  }

  test('member-azure presses "Show the steps", and gets them', async () => {
    const chat = await isChecked('member-azure', 'add-microsoft-365');
    await chat.presses('show-steps');

    expect(chat.words()).toContain(t('steps.m365-know-your-role.title'));
  });

  test.each([
    ['join', 'I have done it'],
    ['add-azure', 'I paid it'],
  ])('azure-disabled on %s hears after "%s" that it is still stopped', async (scenario, said) => {
    const chat = await isChecked('azure-disabled', scenario);
    const words = await chat.says(said);

    expect(words).toContain(t('blockers.subscription-past-due.title'));
    expect(words).not.toContain(t('card.proof.not-accepted-yet-title'));
    expect(words).not.toContain(t('card.proof.not-visible-yet-title'));
  });

  test.each([
    ['developer-tenant', 'add-microsoft-365', 'blockers.developer-tenant.title'],
    ['partner-admin', 'add-azure', 'blockers.partner-admin.title'],
    ['guest', 'add-microsoft-365', 'blockers.guest-account.title'],
  ] as const)('%s on %s asks for an administrator: no role helps', async (as, scenario, title) => {
    const chat = await isChecked(as, scenario);
    const words = await chat.says('ask my administrator');

    expect(words).toContain(t('message.no-role-needed.text'));
    expect(words).toContain(t(title));
    expect(words).not.toContain('Could you assign me');
  });
});

describe('a yes', () => {
  async function isAtRisks(): Promise<Chat> {
    const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });
    await chat.presses('choose-scenario', { scenario: 'join' });
    await chat.presses('without-sign-in');
    expect(chat.button('confirm-join')).toBeDefined();
    return chat;
  }

  test('below the risks counts', async () => {
    const chat = await isAtRisks();

    expect(await chat.says('yes')).not.toContain(t('card.join.confirm'));
    expect(chat.button('tick-step')).toBeDefined();
  });

  test('after an answer says that the answer helped, and the risks are not agreed to', async () => {
    const chat = await isAtRisks();
    await chat.says('why do I see no subscriptions in the portal?');
    expect(chat.button('answer-helped')).toBeDefined();

    expect(await chat.says('yes')).toContain(t('message.glad-it-helped.title'));
    expect(chat.button('tick-step')).toBeUndefined();
  });

  test('long after the risks asks first', async () => {
    const chat = await isAtRisks();
    stage.passTime(20 * minute);
    await chat.renews();
    stage.passTime(20 * minute);

    const words = await chat.says('yes');
    expect(words).toContain(t('card.resume.title'));
    expect(await chat.says('yes')).toContain(t('card.join.confirm'));
    expect(chat.button('tick-step')).toBeUndefined();
  });

  test('long after the question deletes nothing', async () => {
    const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });
    await chat.says('delete my data');
    stage.passTime(20 * minute);
    await chat.renews();
    stage.passTime(20 * minute);

    expect(await chat.says('yes')).toContain(t('card.delete-my-data.title'));
    expect(await chat.says('yes')).toContain('deleted');
  });

  test('after "shall I ask a person?" asks one', async () => {
    const chat = await isAtRisks();
    await chat.says('what is the weather tomorrow?');

    await chat.says('yes');
    expect(chat.button('hand-over')).toBeDefined();
  });
});

test('an old button is answered shortly with what stands now, and the open card keeps its buttons', async () => {
  const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });
  const old = chat.button('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('choose-scenario', { scenario: 'join' });
  await chat.submits(old?.data);
  await chat.isAnswered();

  expect(chat.words()).toContain(t('message.expired-button.title'));
  expect(chat.words()).toContain(t('standing.explain-sign-in'));
  expect(chat.words()).not.toContain(t('card.sign-in.title'));
  expect(chat.button('without-sign-in')).toBeDefined();
  await chat.presses('without-sign-in');
  expect(chat.words()).toContain(t('card.join.confirm'));
});

describe('while the card for a colleague is open', () => {
  test('a question is answered, and the card comes again without it', async () => {
    const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });
    await chat.says('I want to talk to a person');
    const words = await chat.says('what is a tenant?');

    expect(chat.button('answer-helped')).toBeDefined();
    expect(words).toContain(t('tickets.hand-over.not-sent-yet'));
    expect(words).not.toContain('what is a tenant?');
    expect(chat.buttons(chat.heard).some(({ data }) => data.do === 'hand-over')).toBe(true);
  });

  test('what is no question is for the colleague', async () => {
    const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });
    await chat.says('I want to talk to a person');

    expect(await chat.says('our invoice of March was paid twice and nobody answers')).toContain('paid twice');
  });
});

describe('the place of what is shown', () => {
  test.each([
    ['1', 0],
    ['the second one', 1],
    ['de tweede graag', 1],
    ['das zweite bitte', 1],
    ['the last one', -1],
  ] as const)('"%s" chooses among what may have been meant', async (said, at) => {
    const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });
    await chat.says('subscription billing access');
    const shown = chat.buttons(chat.heard).filter(({ data }) => data.do === 'ask-question');
    expect(shown.length).toBeGreaterThan(1);

    expect(await chat.says(said)).toContain(shown.at(at)?.title);
    expect(chat.buttons(chat.heard).some(({ data }) => data.do === 'answer-helped')).toBe(true);
  });

  test('an agreement that is asked does not hear it while questions are offered below', async () => {
    const chat = await stage.opensChat({ as: 'agreement-hidden', locale: 'en' });
    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    await chat.presses('sign-in');
    await chat.signsIn();
    await chat.says('subscription billing access');

    await chat.says('the first one');
    expect(chat.buttons(chat.heard).some(({ data }) => data.do === 'answer-helped')).toBe(true);
  });

  test.each([
    ['the first one', 'add-azure'],
    ['nummer twee', 'add-microsoft-365'],
    ['die letzte', 'join'],
  ] as const)('"%s" chooses a route of the first card', async (said, scenario) => {
    const chat = await stage.opensChat({ as: 'nothing', locale: 'en' });
    const pressed = await stage.opensChat({ as: 'nothing', locale: 'en' });
    await pressed.presses('choose-scenario', { scenario });

    // Every sign-in has an address of its own.
    const withoutAddress = (words: string): string => words.replace(/http\S+/g, '');
    expect(timeless(withoutAddress(await chat.says(said)))).toBe(timeless(withoutAddress(pressed.words())));
  });
});

/** Without the minute at which the facts were read: two chats may be a minute apart. */
function timeless(words: string): string {
  return words.replaceAll(/\d\d:\d\d UTC/g, '…');
}
