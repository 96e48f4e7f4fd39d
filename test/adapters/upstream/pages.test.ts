import { followPages } from '../../../src/adapters/upstream/pages.ts';
import { cannotTell, known } from '../../../src/domain/known.ts';

/** Lists that come in pages. */

const origin = 'https://management.azure.com';
const page = (number: number, of: number, size: number) => ({
  items: Array.from({ length: size }, (_, index) => number * size + index),
  next: number + 1 < of ? `${origin}/list?page=${number + 1}` : null,
});
const follows = (pages: number, size: number) => {
  const fetchPage = async (link: string) => known(page(Number(link.split('=')[1]), pages, size));
  return followPages(page(0, pages, size), origin, fetchPage);
};

test('a list of three pages is whole', async () => {
  expect(await follows(3, 1_000)).toEqual(known(Array.from({ length: 3_000 }, (_, index) => index)));
});

test('a list that would not fit into what is kept is told as incomplete', async () => {
  expect(await follows(4, 1_000)).toEqual(cannotTell('incomplete'));
});
