import { actFrom, answerFrom, decideUnderstood, offerFrom, offerWishFrom } from '../../src/domain/understood.ts';

const guess = (name: string, probability: number) => ({ name, probability });
const ranked = (...scores: readonly number[]) => scores.map((score, at) => ({ id: `q${at + 1}`, score }));

test('a probable wish is acted upon, and a surer one also where an answer fits', () => {
  const decide = (probability: number, score: number) =>
    decideUnderstood({ guesses: [guess('choose-join', probability)], ranked: ranked(score) });

  expect(decide(actFrom, offerFrom)).toEqual({ kind: 'wish', name: 'choose-join' });
  expect(decide(actFrom, answerFrom)).toMatchObject({ kind: 'answer', id: 'q1' });
  expect(decide(0.9, answerFrom)).toEqual({ kind: 'wish', name: 'choose-join' });
});

test('a question that fits well is the answer, with others for when it does not help', () => {
  const reading = { guesses: [guess('question', 0.9)], ranked: ranked(answerFrom, 0.1, 0.1, 0.1, 0.1) };

  expect(decideUnderstood(reading)).toEqual({ kind: 'answer', id: 'q1', others: ['q2', 'q3', 'q4'] });
});

test('questions that fit less well are offered, three at most', () => {
  const reading = { guesses: [guess('question', 0.9)], ranked: ranked(offerFrom, 0.1, 0.1, 0.1) };

  expect(decideUnderstood(reading)).toEqual({ kind: 'did-you-mean', wish: null, ids: ['q1', 'q2', 'q3'] });
});

test('a route that is near is offered beside two questions', () => {
  const reading = {
    guesses: [guess('question', 0.5), guess('choose-add-azure', offerWishFrom)],
    ranked: ranked(0.3, 0.2, 0.2),
  };

  expect(decideUnderstood(reading)).toEqual({ kind: 'did-you-mean', wish: 'choose-add-azure', ids: ['q1', 'q2'] });
});

test('small things that are near are not offered', () => {
  const reading = { guesses: [guess('question', 0.5), guess('goodbye', 0.4)], ranked: [] };

  expect(decideUnderstood(reading)).toEqual({ kind: 'none', isOffTopic: false });
});

test('what is about something else is told apart from a question without an answer', () => {
  const decide = (name: string) => decideUnderstood({ guesses: [guess(name, 0.9)], ranked: ranked(0.01) });

  expect(decide('off-topic')).toEqual({ kind: 'none', isOffTopic: true });
  expect(decide('question')).toEqual({ kind: 'none', isOffTopic: false });
});

test('what somebody does not want is neither done nor explained: they choose', () => {
  const decide = (...scores: readonly number[]) =>
    decideUnderstood({ guesses: [guess('refused', 0.5), guess('choose-add-azure', 0.4)], ranked: ranked(...scores) });

  expect(decide(0.95, 0.2)).toEqual({ kind: 'did-you-mean', wish: null, ids: ['q1', 'q2'] });
  expect(decide()).toEqual({ kind: 'none', isOffTopic: false });
});

test('a person is fetched even where an answer fits', () => {
  const reading = { guesses: [guess('talk-to-person', 0.45), guess('question', 0.4)], ranked: ranked(0.95) };

  expect(decideUnderstood(reading)).toEqual({ kind: 'wish', name: 'talk-to-person' });
});

test('talk is no question: it gets what it most probably is, and no answer that only looks alike', () => {
  const ranked = [{ id: 'q1', score: 0.85 }];

  expect(decideUnderstood({ guesses: [{ name: 'cancel', probability: 0.4 }], ranked })).toEqual({
    kind: 'wish',
    name: 'cancel',
  });
  expect(decideUnderstood({ guesses: [{ name: 'thanks', probability: 0.25 }], ranked })).toMatchObject({
    kind: 'did-you-mean',
  });
});

test('what no entry answers is not answered by its neighbour', () => {
  const guesses = [{ name: 'unanswered', probability: 0.7 }];

  expect(decideUnderstood({ guesses, ranked: [{ id: 'q1', score: 0.95 }] }).kind).toBe('did-you-mean');
  expect(decideUnderstood({ guesses, ranked: [{ id: 'q1', score: 0.4 }] })).toEqual({
    kind: 'none',
    isOffTopic: false,
  });
});

test('what somebody does not want is taken as a no, where no question is near', () => {
  expect(decideUnderstood({ guesses: [{ name: 'refused', probability: 0.7 }], ranked: [] })).toEqual({
    kind: 'refused',
  });
});
