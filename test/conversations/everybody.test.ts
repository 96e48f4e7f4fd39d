import { everyone as people } from '../../sandbox/people/everyone.ts';
import { scenarios } from '../../src/domain/scenario.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

const cases = people.flatMap((person) =>
  scenarios.flatMap((scenario) => locales.map((locale) => [person.id, scenario, locale] as const)),
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
