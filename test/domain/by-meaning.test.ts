import fc from 'fast-check';
import { joinMeaning, type Near } from '../../src/domain/by-meaning.ts';
import { answerFrom, decideUnderstood, type SentenceReading } from '../../src/domain/understood.ts';
import { holds } from '../builders/laws.ts';

const aQuestion: SentenceReading['guesses'] = [{ name: 'question', probability: 0.6 }];

function near(...names: readonly string[]): readonly Near[] {
  return names.map((name, place) => ({ name, standsOut: 5 - place / 2 }));
}

function reading(ranked: Readonly<Record<string, number>>, guesses = aQuestion): SentenceReading {
  return { guesses, ranked: Object.entries(ranked).map(([id, score]) => ({ id, score })) };
}

const decided = (read: SentenceReading, questions: readonly Near[], wishes: readonly Near[] = []) =>
  decideUnderstood(joinMeaning(read, { questions, wishes }));

test('what both see is stated, where the search alone only offered it', () => {
  const read = reading({ q1: 0.6, q2: 0.3 });

  expect(decideUnderstood(read).kind).toBe('did-you-mean');
  expect(decided(read, near('q1', 'q2'))).toMatchObject({ kind: 'answer', id: 'q1' });
});

test('what the search is not sure of and lies far away is offered, no longer stated', () => {
  const read = reading({ q1: 0.8, q2: 0.1 });
  const others = near(...Array.from({ length: 12 }, (_, at) => `q${at + 2}`));

  expect(decideUnderstood(read).kind).toBe('answer');
  expect(decided(read, [...others, { name: 'q1', standsOut: -1 }]).kind).toBe('did-you-mean');
});

test('what only the meaning sees is offered, also where the search found nothing', () => {
  expect(decided(reading({}), near('q7'))).toEqual({ kind: 'did-you-mean', wish: null, ids: ['q7'] });
});

test('what does not stand out is not offered', () => {
  expect(decided(reading({}), [{ name: 'q7', standsOut: 2.5 }])).toEqual({ kind: 'none', isOffTopic: false });
});

test('another subject stays another subject, however near a question lies', () => {
  const guesses = [{ name: 'off-topic', probability: 0.9 }];

  expect(decided(reading({ q1: 0.1 }, guesses), near('q1', 'q2'))).toEqual({ kind: 'none', isOffTopic: true });
});

test('a wish that stands out more than any question is offered', () => {
  const guesses = [...aQuestion, { name: 'choose-join', probability: 0.05 }];
  const wishes = [{ name: 'choose-join', standsOut: 6 }];

  expect(decided(reading({}, guesses), near('q1'), wishes)).toMatchObject({
    kind: 'did-you-mean',
    wish: 'choose-join',
  });
  expect(decided(reading({}, guesses), [{ name: 'q1', standsOut: 7 }], wishes)).toMatchObject({ wish: null });
});

test('a wish that was nearly sure is done when the meaning agrees, and not when it sees another one', () => {
  const guesses = [
    { name: 'choose-join', probability: 0.45 },
    { name: 'choose-add-azure', probability: 0.15 },
  ];
  const wish = (name: string) => decided(reading({}, guesses), [], [{ name, standsOut: 6 }]);

  expect(wish('choose-join')).toEqual({ kind: 'wish', name: 'choose-join' });
  expect(wish('choose-add-azure').kind).toBe('did-you-mean');
});

test('what somebody says they do not want is not done, however near it lies', () => {
  const guesses = [
    { name: 'refused', probability: 0.5 },
    { name: 'choose-join', probability: 0.45 },
  ];

  expect(decided(reading({}, guesses), [], [{ name: 'choose-join', standsOut: 9 }]).kind).not.toBe('wish');
});

test('nothing is stated that the search gives little for, whatever a model sees', () => {
  const ids = fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5');
  const weak = fc.uniqueArray(
    fc.record({ id: ids, score: fc.integer({ min: 0, max: 399 }).map((one) => one / 1_000) }),
    {
      selector: ({ id }) => id,
    },
  );
  const seen = fc.uniqueArray(
    fc.record({ name: ids, standsOut: fc.integer({ min: -40, max: 120 }).map((one) => one / 10) }),
    {
      selector: ({ name }) => name,
    },
  );
  holds(
    fc.property(weak, seen, (ranked, questions) => {
      const joined = joinMeaning(
        { guesses: aQuestion, ranked: ranked.toSorted((one, other) => other.score - one.score) },
        { questions: questions.toSorted((one, other) => other.standsOut - one.standsOut), wishes: [] },
      );
      expect(joined.ranked.every(({ score }) => score < answerFrom)).toBe(true);
      expect(joined.ranked.map(({ score }) => score)).toEqual(
        joined.ranked.map(({ score }) => score).toSorted((one, other) => other - one),
      );
    }),
  );
});
