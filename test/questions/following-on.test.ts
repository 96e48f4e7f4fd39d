import { decideUnderstood } from '../../src/domain/understood.ts';
import { realIndex } from './question-sets.ts';

const index = realIndex();
const read = (text: string, after: string | null, locale = 'en') => index.read(text, locale, after);

test('a question that says little by itself is read with the last answer in mind, and offered, not claimed', () => {
  const text = 'and how long does it take?';

  expect(decideUnderstood(read(text, null)).kind).toBe('answer');
  expect(decideUnderstood(read(text, 'q70')).kind).toBe('did-you-mean');
});

test('a question that says enough is answered by itself', () => {
  const text = 'and what does AADSTS50020 mean?';

  expect(read(text, 'q22').ranked).toEqual(read(text, null).ranked);
});

test('the answer that was just shown is not given again', () => {
  expect(read('en wat gebeurt daar dan mee?', 'q22', 'nl').ranked.map(({ id }) => id)).not.toContain('q22');
});
