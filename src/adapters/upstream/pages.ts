import { cannotTell, type Known, known } from '../../domain/known.ts';
import { isAt } from './send.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

const pagesAtMost = 50;
/** More would not fit into what is kept of one conversation (1 MB). */
const itemsAtMost = 3_000;

/**
 * A whole list, starting from its first page. A page that fails, leads to another host or repeats, and a list without an end,
 * make it `incomplete`: half a list must not pass for all of it.
 */
export async function followPages<T>(
  first: Page<T>,
  origin: string,
  fetchPage: (link: string) => Promise<Known<Page<T>>>,
): Promise<Known<readonly T[]>> {
  const items = [...first.items];
  const seen = new Set<string>();
  let next = first.next;
  while (next !== null) {
    if (seen.has(next) || seen.size + 1 >= pagesAtMost || !isAt(next, origin)) return cannotTell('incomplete');
    seen.add(next);
    const page = await fetchPage(next);
    if (page.kind === 'cannot-tell') return cannotTell('incomplete');
    items.push(...page.value.items);
    if (items.length > itemsAtMost) return cannotTell('incomplete');
    next = page.value.next;
  }
  return known(items);
}
