import { plainCopy } from '../../src/domain/json.ts';

test('a change deep in the copy leaves the original alone', () => {
  const original = { list: [{ name: 'a' }], nested: { deep: { count: 1 } } };

  const copy = plainCopy(original);
  copy.list[0] = { name: 'b' };
  copy.nested.deep.count = 2;

  expect(original).toEqual({ list: [{ name: 'a' }], nested: { deep: { count: 1 } } });
});

test('everything that JSON knows is copied as it is', () => {
  const original = { text: 'é\u0000', none: null, missing: undefined, yes: true, list: [1, [2, [3]], {}], empty: [] };

  expect(plainCopy(original)).toStrictEqual(original);
});

test('a moment stays a moment, and is another object', () => {
  const original = { at: new Date(0) };

  const copy = plainCopy(original);
  copy.at.setUTCFullYear(2026);

  expect(original.at.toISOString()).toBe('1970-01-01T00:00:00.000Z');
  expect(copy.at.toISOString()).toBe('2026-01-01T00:00:00.000Z');
});

test('a name that reaches the prototype is left out', () => {
  const hostile = JSON.parse('{"__proto__":{"isAdmin":true},"kept":1}') as object;

  const copy = plainCopy(hostile);

  expect(Object.getPrototypeOf(copy)).toBe(Object.getPrototypeOf({}));
  expect(copy).toStrictEqual({ kept: 1 });
});
