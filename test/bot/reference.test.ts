import { referenceFrom } from '../../src/bot/reference.ts';

test('a reference is eight letters and digits, whatever the random text holds', () => {
  expect(referenceFrom('ab-_9Zk-QmVt3')).toBe('ABXY9ZKX');
  expect(referenceFrom('________________')).toMatch(/^[A-Z0-9]{8}$/);
});
