import { decideUnderstood } from '../../src/domain/understood.ts';
import { askedIn, realContent, realIndex, recallAtOne, textsIn } from './question-sets.ts';

const index = realIndex();

const all = ['paraphrases', 'tuning', 'heldout'];
/** German has one set, which nothing was tuned on; a younger language is allowed to miss a little more. */
const kept = [
  { locale: 'en', sets: all, reach: 0.8 },
  { locale: 'nl', sets: all, reach: 0.8 },
  { locale: 'de', sets: ['paraphrases'], reach: 0.75 },
];

test.each(['en', 'nl'])('each of the 50 source questions is asked three times in "%s"', (locale) => {
  const times = new Map<string, number>();
  for (const { id } of askedIn(`paraphrases-${locale}`)) times.set(id, (times.get(id) ?? 0) + 1);

  expect(times.size).toBe(50);
  expect([...times.values()].every((count) => count === 3)).toBe(true);
});

describe.each(kept)('questions in "$locale"', ({ locale, sets, reach }) => {
  test.each(sets)('the right answer comes first for most of the %s', (set) => {
    const share = recallAtOne(index, askedIn(`${set}-${locale}`), locale);

    expect(share).toBeGreaterThanOrEqual(reach);
  });

  test('no test sentence stands in the content', () => {
    const written = realContent().questions[locale]?.flatMap((one) => [one.title, ...one.also, ...one.keywords]) ?? [];
    const plain = new Set(written.map((text) => text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '')));
    const asked = [...sets, 'subjects'].flatMap((set) => askedIn(`${set}-${locale}`));

    const repeated = asked.filter(({ text }) => plain.has(text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '')));

    expect(repeated.map(({ text }) => text)).toEqual([]);
  });

  test('its own title finds each question', () => {
    const lost = (realContent().questions[locale] ?? []).filter(
      (question) => index.find(question.title, locale, 1)[0]?.id !== question.id,
    );

    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test('what is not about the subject gets no answer', () => {
    const answered = textsIn(`out-of-scope-${locale}`).filter(
      (text) => decideUnderstood(index.read(text, locale)).kind === 'answer',
    );

    expect(answered).toEqual([]);
  });

  test.each(['', '   ', '?!', '😀', 'de the a', '\u202e', 'x'.repeat(100_000), '__proto__', '[object Object]'])(
    'odd text gets no answer: %#',
    (text) => {
      expect(decideUnderstood(index.read(text, locale)).kind).not.toBe('answer');
    },
  );
});

describe.each(['en', 'nl', 'de'])('subjects that people asked about, in "%s"', (locale) => {
  const asked = askedIn(`subjects-${locale}`);
  const topics = new Map(realContent().questions.en?.map((question) => [question.id, question.topics]));
  const aboutTheSame = (id: string, other: string) =>
    id === other || (topics.get(id) ?? []).some((topic) => topics.get(other)?.includes(topic));

  test('each entry about one is asked at least three times', () => {
    const entries = [...topics.keys()].filter((id) => Number(id.slice(1)) > 62);

    expect(entries.filter((id) => asked.filter((one) => one.id === id).length < 3)).toEqual([]);
  });

  test('an entry about the subject comes first for most, and is among the first three for nearly all', () => {
    const found = asked.map((one) => index.find(one.text, locale, 3).map(({ id }) => aboutTheSame(one.id, id)));

    expect(found.filter(([first]) => first === true).length / asked.length).toBeGreaterThanOrEqual(0.7);
    expect(found.filter((three) => three.includes(true)).length / asked.length).toBeGreaterThanOrEqual(0.85);
  });
});

test('an English error message is understood in a Dutch chat', () => {
  const [best] = index.find("You don't have any billing accounts for buying products", 'nl');

  expect(best?.id).toBe('q17');
});

test('a Dutch sentence is understood in an English chat', () => {
  const [best] = index.find('mijn domein is al geverifieerd in een andere tenant', 'en');

  expect(best?.id).toBe('q31');
});

test('a typing mistake does not hide the answer', () => {
  expect(index.find('my subscripton is disabeld', 'en')[0]?.id).toBe('q14');
  expect(index.find('mijn abonement is uitgeschakelt', 'nl')[0]?.id).toBe('q14');
});

test('a language without content is answered in English', () => {
  expect(index.get('q01', 'zxx')?.title).toBe(index.get('q01', 'en')?.title);
  expect(index.find('what is a tenant', 'fr')[0]?.id).toBe('q53');
});

test.each(['en', 'nl', 'de'])('an error code is not taken for one that looks like it, in "%s"', (locale) => {
  expect(index.find('AADSTS50020', locale)[0]?.id).toBe('q29');
  expect(index.find('AADSTS50076', locale)[0]?.id).toBe('q90');
  expect(index.find('AADSTS50099', locale)).toEqual([]);
});

test('an unknown id has no answer', () => {
  expect(index.get('q999', 'en')).toBeNull();
});

test('the best comes first, and no more than asked for', () => {
  const ranked = index.find('change directory of the subscription', 'en', 3);

  expect(ranked).toHaveLength(3);
  expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((a, b) => b - a));
  expect(ranked.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
});
