import { referenceFrom } from '../../src/domain/reference.ts';

test('a reference is the first eight digits of a UUID, in capitals', () => {
  expect(referenceFrom('1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed')).toBe('1B9D6BCD');
});
