import { readRetryAfter } from '../../../src/adapters/upstream/retry-after.ts';
import { noon } from '../../builders/facts.ts';

test.each([
  ['120', 120],
  [' 0 ', 0],
  [new Date(noon + 90_000).toUTCString(), 90],
  [new Date(noon - 90_000).toUTCString(), 0],
  ['999999999', 86_400],
  [new Date(noon + 10 * 86_400_000).toUTCString(), 86_400],
  ['soon', null],
  ['-5', null],
  [null, null],
  [undefined, null],
])('Retry-After %p is %p seconds', (header, seconds) => {
  expect(readRetryAfter(header, noon)).toBe(seconds);
});
