import { everyone as people } from '../../sandbox/people/everyone.ts';
import { scenarios } from '../../src/domain/scenario.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from './stage.ts';

// Another language says the same with other words, which the word and card tests hold. Two languages show that what is
// said follows the person's, and each more would make this suite, the longest of all, half as long again.
const spoken: readonly Locale[] = ['en', 'nl'];

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

const cases = people.flatMap((person) =>
  scenarios.flatMap((scenario) => spoken.map((locale) => [person.id, scenario, locale] as const)),
);

test.each(cases)('%s going for %s in %s is told what holds for them', async (id, scenario, locale) => {
  const t = createTranslator(locale);
  const expected = people.find((person) => person.id === id)?.expected[scenario];
  const chat = await stage.opensChat({ as: id, locale });

  await chat.presses('choose-scenario', { scenario });
  await chat.presses('sign-in');
  await chat.signsIn();
  if (chat.buttons(chat.heard).some(({ data }) => data.do === 'answer-agreement'))
    await chat.presses('answer-agreement', { answer: 'not-sure' });

  expect(chat.words()).toContain(t(`verdict.${scenario}.${expected}.title` as never));
});
