import { normalise, Understanding } from '../../../src/bot/input/understanding.ts';
import type { RankedQuestion } from '../../../src/domain/questions.ts';
import type { SentenceReading } from '../../../src/domain/understood.ts';
import { phrasesOf } from '../../../src/i18n/index.ts';
import type { Locale } from '../../../src/i18n/locales.ts';

const understanding = new Understanding(phrasesOf);

test.each([
  ['Zurück!!', 'zuruck'],
  ['  Ja,   graag. ', 'ja graag'],
  ['CAFÉ', 'cafe'],
  ['…', ''],
])('%j is compared as %j', (text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test.each([
  ['yes', { do: 'yes' }],
  ['Nee', { do: 'no' }],
  ['ABBRECHEN', { do: 'cancel' }],
])('a whole message %s is understood in any language', (text, intent) => {
  expect(understanding.exactly(text)).toMatchObject({ kind: 'intent', intent });
});

test.each([
  ['Start mijn service beheren', 'azure-check-users'],
  ['Klik op **Start mijn service beheren**', 'azure-check-users'],
  ['aanmelden met uw organisatie-account', 'azure-sign-in-with-work-account'],
  ['Aanmelden met de account van uw organisatie', 'azure-sign-in-with-work-account'],
  ['Hoe weet ik mijn rol in Azure Active Directory?', 'm365-know-your-role'],
  ['Hoe weet u uw rol in Azure Active Directory', 'm365-know-your-role'],
  ['https://account.azure.com/signup?offer=MS-AZR-0044p&appId=docs', 'azure-open-sign-up'],
  ['account.azure.com/signup', 'azure-open-sign-up'],
  ['https://products.office.com/business', 'm365-choose-plan'],
  ['pagina Office 365-product', 'm365-choose-plan'],
  ['Start managing my service', 'azure-check-users'],
] as const)('the words of the source articles lead to their step: %s', (text, step) => {
  expect(understanding.exactly(text)).toEqual({ kind: 'intent', intent: { do: 'show-step', step }, locale: null });
});

test('a phrase inside a longer message is not the whole message', () => {
  expect(understanding.exactly('help me read my invoice')).toEqual({ kind: 'not-understood' });
});

test.each([
  ['I have both, bought separately', { do: 'choose-scenario', scenario: 'join' }],
  ['Ik heb allebei, apart gekocht.', { do: 'choose-scenario', scenario: 'join' }],
  ['wihtout signing in', { do: 'without-sign-in' }],
])('what stands on a button is understood, with a slip or two: %s', (text, intent) => {
  expect(understanding.exactly(text)).toMatchObject({ kind: 'intent', intent });
});

test.each([
  ['Mark step 1 as done', 1, true],
  ['mark step 3 as done please', 3, true],
  ['mark stpe 2 as done', 2, true],
  ['Mark step 12 as done', 12, true],
  ['mark step as done', 0, true],
  ['Stap 2 afvinken', 2, true],
  ['Schritt 4 abhaken', 4, true],
  ['Untick step 1', 1, false],
  ['Vinkje stap 3 weg', 3, false],
  ['Haken 2 entfernen', 2, false],
])('what stands on the button of a step is understood with its number: %s', (text, number, done) => {
  expect(understanding.exactly(text)).toMatchObject({ intent: { do: 'tick-by-number', number, done } });
});

test('a number in another label or sentence ticks nothing', () => {
  expect(understanding.exactly('step 2')).not.toMatchObject({ intent: { do: 'tick-by-number' } });
  expect(understanding.exactly('mark step 2 as done and then call me')).toEqual({ kind: 'not-understood' });
});

describe('a sentence, as it was read', () => {
  const reading = (name: string, probability: number, ranked: readonly RankedQuestion[] = []): SentenceReading => ({
    guesses: [{ name, probability }],
    ranked,
  });

  test('that asks for something known means its action', () => {
    expect(understanding.sense(reading('talk-to-person', 0.9))).toMatchObject({ intent: { do: 'talk-to-person' } });
    expect(understanding.sense(reading('frustration', 0.9))).toMatchObject({
      kind: 'small-talk',
      about: 'frustration',
    });
  });

  test('that is only near a route offers it beside the answers', () => {
    expect(understanding.sense(reading('choose-join', 0.3, [{ id: 'q21', score: 0.3 }]))).toEqual({
      kind: 'did-you-mean',
      wish: { do: 'choose-scenario', scenario: 'join' },
      ids: ['q21'],
    });
  });

  test('gives a yes or a no only where it is probable', () => {
    expect(understanding.wishIn(reading('yes', 0.8))).toEqual({ do: 'yes' });
    expect(understanding.wishIn(reading('yes', 0.3))).toBeNull();
    expect(understanding.wishIn(reading('question', 0.9))).toBeNull();
  });
});

test('a phrase tells its language only where no other language has it for the same', () => {
  const withPhrases = new Understanding((locale: Locale) => ({
    ...phrasesOf(locale),
    help: locale === 'nl' ? ['blauw'] : ['blue'],
  }));

  expect(withPhrases.exactly('blauw')).toMatchObject({ locale: 'nl' });
  expect(withPhrases.exactly('blue')).toMatchObject({ locale: null });
});

test('small talk is told apart from wishes', () => {
  expect(understanding.exactly('hello')).toMatchObject({ kind: 'small-talk', about: 'hello' });
});

test('asking for a language chooses it, and says nothing of the language it was asked in', () => {
  expect(understanding.exactly('Deutsch')).toEqual({
    kind: 'intent',
    intent: { do: 'set-language', locale: 'de' },
    locale: null,
  });
});

test.each(['', '…', '!!!', '👍'])('%j has no words, and means nothing', (text) => {
  expect(understanding.exactly(text)).toEqual({ kind: 'not-understood' });
});

test('a lone question mark asks for help', () => {
  expect(understanding.exactly(' ? ')).toMatchObject({ intent: { do: 'show-help' } });
});

test('the phrases are read when the first text comes, once', () => {
  let reads = 0;
  const lazy = new Understanding((locale) => {
    reads += 1;
    return phrasesOf(locale);
  });
  expect(reads).toBe(0);

  lazy.warm();
  const once = reads;
  lazy.exactly('yes');
  expect(reads).toBe(once);
});

test.each([
  ['ok steps please', { do: 'show-steps' }],
  ['abbrechen bitte', { do: 'cancel' }],
  ['ok klaar', { do: 'i-have-done-it' }],
  ['nederlands please', { do: 'set-language', locale: 'nl' }],
  ['english bitte', { do: 'set-language', locale: 'en' }],
])('words of courtesy around a phrase change nothing: %s', (text, intent) => {
  expect(understanding.exactly(text)).toMatchObject({ kind: 'intent', intent });
});

test.each([
  ['goedemorgen allemaal', 'hello'],
  ['hello everyone', 'hello'],
  ['super, vielen dank', 'thanks'],
  ['ok bye thanks', 'goodbye'],
])('what is nothing but courtesy is small talk: %s', (text, about) => {
  expect(understanding.exactly(text)).toMatchObject({ kind: 'small-talk', about });
});

test.each(['oh ok', 'well then', 'no bot please'])('courtesy alone agrees to nothing: %s', (text) => {
  expect(understanding.exactly(text)).toEqual({ kind: 'not-understood' });
});

test('a long row of courtesies is read at once', () => {
  const started = process.cpuUsage();
  understanding.exactly(`${'dank je '.repeat(30)}azure`);

  expect(process.cpuUsage(started).user).toBeLessThan(200_000);
});

test('greetings and thanks around a sentence are left out, and its own words stay', () => {
  expect(understanding.withoutCourtesy('Good morning! We need Azure, for a project. Thanks a lot!')).toBe(
    'We need Azure, for a project.',
  );
  expect(understanding.withoutCourtesy('Thank you very much.')).toBe('Thank you very much.');
});

test('a sentence that names one language asks for that one', () => {
  expect(understanding.languageNamedIn('can you help me in german too')?.intent).toEqual({
    do: 'set-language',
    locale: 'de',
  });
  expect(understanding.languageNamedIn('english or dutch')).toBeNull();
});
