import { decideUnderstood } from '../../src/domain/understood.ts';
import { realIndex } from './question-sets.ts';

const index = realIndex();
const read = (text: string, after: string | null, locale = 'en') => index.read(text, locale, { after });

test('a question that says little by itself is read with the last answer in mind, and offered, not claimed', () => {
  const text = 'and can I get it back then?';

  expect(read(text, 'q132').ranked[0]?.id).toBe('q133');
  expect(decideUnderstood(read(text, 'q132')).kind).toBe('did-you-mean');
  expect(
    read(text, null)
      .ranked.slice(0, 3)
      .map(({ id }) => id),
  ).toContain('q67');
  expect(
    read(text, 'q132')
      .ranked.slice(0, 3)
      .map(({ id }) => id),
  ).not.toContain('q67');
});

test('a question that says enough is answered by itself', () => {
  const text = 'and what does AADSTS50020 mean?';

  expect(read(text, 'q22').ranked).toEqual(read(text, null).ranked);
});

test('the answer that was just shown is not given again', () => {
  expect(read('en wat gebeurt daar dan mee?', 'q22', 'nl').ranked.map(({ id }) => id)).not.toContain('q22');
});
