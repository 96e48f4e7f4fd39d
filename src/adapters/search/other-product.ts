import type { ConceptId } from '../../i18n/concepts.ts';
import { saidIn } from './sentence-features.ts';
import type { Term } from './sentence-reader.ts';

type Product = Extract<ConceptId, 'azure' | 'microsoft-365'>;

/** A longer sentence says more than which product is meant. Words. */
const mostWords = 7;
/** What may stand beside the product without changing what is asked. */
const beside: ReadonlySet<string> = new Set(['have', 'want', 'may', 'what-is', 'how', 'see', 'nobody']);

/** The only product that a short sentence names and does not refuse, where it names nothing else: "no Azure, only Office". */
export function otherProductIn(terms: readonly Term[], text: string): Product | null {
  if (terms.length > mostWords) return null;
  const { named } = saidIn(terms, text);
  const others = named.filter(({ concept }) => !isProduct(concept) && !beside.has(concept));
  const hasWords = terms.some(({ concepts, isSilent }) => concepts.length === 0 && !isSilent);
  if (others.length > 0 || hasWords) return null;
  const meant = new Set(named.flatMap(({ concept, isRefused }) => (isProduct(concept) && !isRefused ? [concept] : [])));
  const [only] = meant;
  return only !== undefined && meant.size === 1 ? only : null;
}

/**
 * What was asked, about this product instead: "get Azure with my Microsoft 365 account" becomes its mirror image. Null where it was
 * about this one alone, or about none.
 */
export function withProduct(terms: readonly Term[], wanted: Product): readonly Term[] | null {
  const named = new Set(terms.flatMap(({ concepts }) => concepts.filter(isProduct)));
  if (named.size === 0 || (named.size === 1 && named.has(wanted))) return null;
  return terms.map((term) => ({
    ...term,
    concepts: term.concepts.map((concept) => (isProduct(concept) ? otherThan(concept) : concept)),
  }));
}

function otherThan(product: Product): Product {
  return product === 'azure' ? 'microsoft-365' : 'azure';
}

function isProduct(concept: string): concept is Product {
  return concept === 'azure' || concept === 'microsoft-365';
}
