import { createTranslator, languages } from '../../src/i18n/index.ts';
import { inTimeZone, makeTranslator } from '../../src/i18n/translator.ts';

const en = createTranslator('en');
const nl = createTranslator('nl');
const stepsThatCount = {
  ...languages.en.words.card.steps,
  counted: { one: '{count} is one', other: '{count} is other' },
};

test('text that is filled in stays exactly as it is given', () => {
  const name = '{tenant} $t(button.yes) {{x}} $& <b>&amp;';

  expect(en('notices.lands-in-this-tenant', { tenant: name })).toBe(`What you sign up for will be in ${name}.`);
});

test('a name that could not be read becomes a neutral word', () => {
  expect(en('notices.lands-in-this-tenant')).toBe('What you sign up for will be in your tenant.');
  expect(nl('notices.lands-in-this-tenant', { tenant: ' ' })).toBe('Wat je aanvraagt, komt terecht in je tenant.');
});

test('a neutral word begins a sentence with a capital, and a name keeps its own letters', () => {
  const about = { source: 'Contoso', target: 'Fabrikam' };

  expect(en('card.join.moves', about)).toBe('The subscription moves from Contoso to Fabrikam.');
  expect(nl('card.join.moves', about)).toBe('Het abonnement gaat van Contoso naar Fabrikam.');
  expect(en('card.join.moves', { ...about, subscription: 'web shop' })).toMatch(/^web shop moves/);
  expect(en('blockers.subscription-past-due.why')).toMatch(/^The subscription has/);
  expect(en('card.join.title')).toBe('Before you move the subscription');
});

test('counts choose the form of the sentence', () => {
  expect(en('card.proof.not-visible-yet-text', { count: 1 })).toMatch(/1 minute\.$/);
  expect(nl('card.proof.not-visible-yet-text', { count: 5 })).toMatch(/5 minuten opnieuw\.$/);
});

test('another language brings its own rules for what is one', () => {
  const words = { ...languages.en.words, card: { ...languages.en.words.card, steps: stepsThatCount } };
  const french = makeTranslator('en', { ...languages.en, tag: 'fr-FR', words });

  expect([0, 1, 1_000_000].map((count) => french('card.steps.counted', { count }))).toEqual([
    '0 is one',
    '1 is one',
    '1000000 is other',
  ]);
});

test('a sentence that counts does not compile without its count', () => {
  // @ts-expect-error
  expect(en('card.steps.counted')).toBe('no name of no name steps done');
});

test('dates, lists and numbers are written as the language does', () => {
  expect(en.date('2026-11-20T23:30:00Z')).toBe('20 November 2026');
  expect(nl.date('2026-11-20T23:30:00Z')).toBe('20 november 2026');
  expect(nl.date('soon')).toBe('een datum die ik niet kon lezen');
  expect(nl.list(['a', 'b', 'c'])).toBe('a, b en c');
  expect(nl.number(1200)).toBe('1.200');
});

test('lists of sentences come in order, and may be empty', () => {
  expect(nl.lines('steps.m365-sign-in-top-right.notes')).toHaveLength(1);
  expect(en.lines('topics.background.paragraphs').length).toBeGreaterThan(5);
});

test('what a draft does not say yet is said in English, a plural and a list as a whole', () => {
  const { words } = languages.en;
  const draft = makeTranslator('nl', {
    ...languages.nl,
    draft: true,
    words: { card: { help: { title: 'Wat ik kan', paragraphs: ['Eén alinea'] } } },
  });

  expect(draft('card.help.title')).toBe('Wat ik kan');
  expect(draft.lines('card.help.paragraphs')).toEqual(['Eén alinea']);
  expect(draft('button.yes')).toBe(words.button.yes);
  expect(draft('card.status.more', { count: 1 })).toBe('And 1 more.');
  expect(draft.lines('card.sign-in.reads')).toEqual(words.card['sign-in'].reads);
  expect(draft.date('2026-11-20T23:30:00Z')).toBe('20 november 2026');
});

test('a moment is told in the zone of the reader, on their day; in UTC, it says so', () => {
  const lateInLondon = '2026-11-30T23:34:00Z';

  expect(en.moment(lateInLondon)).toBe('30 November 2026 at 23:34 UTC');
  expect(inTimeZone(en, 'Europe/Amsterdam').moment(lateInLondon)).toBe('1 December 2026 at 00:34');
  expect(inTimeZone(nl, 'America/New_York').moment(lateInLondon)).toBe('30 november 2026 om 18:34');
  expect(inTimeZone(nl, null).moment(lateInLondon)).toBe(nl.moment(lateInLondon));
  expect(inTimeZone(nl, 'Europe/Amsterdam').moment('not a time')).toBe(nl.moment('not a time'));
});
