import type { SaidWords } from '../../domain/said-words.ts';
import type { Term } from './sentence-reader.ts';

/** What a concept does in a sentence about what somebody has and what they want. */
const parts = {
  M: ['microsoft-365', 'teams', 'outlook', 'exchange', 'sharepoint', 'onedrive'],
  A: ['azure'],
  wants: ['want', 'buy', 'get', 'add', 'create', 'sign-up', 'activate'],
  has: ['have'],
  links: ['link', 'merge', 'move'],
  apart: ['separate'],
  both: ['both'],
  tenant: ['tenant'],
  person: ['person', 'helpdesk', 'colleague'],
  someone: ['someone'],
  talks: ['talk'],
} as const;
type Part = keyof typeof parts;
const partOf: ReadonlyMap<string, Part> = new Map(
  (Object.keys(parts) as Part[]).flatMap((part) => parts[part].map((concept) => [concept, part] as const)),
);
/** Words that make a sentence a question about something, rather than a wish. */
const asking = new Set(['why', 'how', 'where', 'who', 'when', 'what-is', 'difference', 'may', 'need-right']);
const trouble = new Set(
  'fail error refused blocked missing lost expire disable wrong cancel delete left hacked'.split(' '),
);
/** Small words before the name of a product that say what it is in the sentence, in every language. */
const before: ReadonlyMap<string, string> = new Map(
  Object.entries({
    from: 'from van von',
    to: 'to into aan naar zu zum zur nach',
    at: 'in on under at bij op onder bei unter auf an within inside binnen innerhalb',
    with: 'with met mit using through via uber',
    for: 'for voor fur',
    beside: 'beside besides alongside naast neben next top',
    ours: 'our my their existing current onze ons mijn bestaande huidige unser unsere unserem unseren unserer mein meine meinem meinen bestehende bestehenden company',
    no: 'no not without geen niet nog zonder kein keine keinen nicht ohne noch yet missing',
    only: 'only just alleen enkel slechts nur lediglich',
    first: 'first firstly eerst eerste erst erste erstes zuerst',
    now: 'now nu jetzt nun then dan dann next still second tweede zweite zweites danach daarna afterwards',
  }).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
);

/** How far a "no" reaches. Words. */
const noReaches = 3;
/** What the map has not: in French. */
const moreNoes = new Set(['pas', 'aucun', 'aucune', 'ni', 'sans']);

/** What a sentence names, what of it somebody says they do not have, and whether it asks. */
export function saidIn(terms: readonly Term[], text: string): SaidWords {
  const isNo = ({ raw }: Term): boolean => before.get(raw) === 'no' || moreNoes.has(raw);
  const clauses = terms.map((_, at) => terms.slice(0, at).filter(({ endsClause }) => endsClause).length);
  const noes = terms.flatMap((term, at) => (isNo(term) ? [at] : []));
  const isRefused = (at: number): boolean =>
    noes.some(
      (no) => clauses[no] === clauses[at] && at - no <= noReaches && (no < at || !noes.some((one) => one < at)),
    );
  const named = terms.flatMap(({ concepts }, at) => concepts.map((concept) => ({ concept, isRefused: isRefused(at) })));
  const first = terms[0]?.concepts ?? [];
  return { named, asks: text.includes('?') || first.some((concept) => asking.has(concept)) };
}

/** What stands for a product that a sentence does not name, beside the other one: a server is Azure, mail is Microsoft 365. */
const standIns = [
  { product: 'azure', concepts: ['vm'], named: parts.A },
  { product: 'outlook', concepts: ['mail', 'excel'], named: parts.M },
] as const;
const namesProducts: ReadonlySet<string> = new Set([...parts.A, ...parts.M, 'microsoft']);

function withStandIns(terms: readonly Term[]): readonly Term[] {
  const named = new Set(terms.flatMap(({ concepts }) => concepts));
  if (![...named].some((one) => namesProducts.has(one))) return terms;
  const missing = standIns.filter((standIn) => !standIn.named.some((one) => named.has(one)));
  return terms.map((term) => {
    const meant = missing.filter((standIn) => standIn.concepts.some((one) => term.concepts.includes(one)));
    return { ...term, concepts: [...term.concepts, ...meant.map(({ product }) => product)] };
  });
}

/** What is counted in a sentence to tell what it asks for. */
export function featuresOf(said: readonly Term[]): readonly string[] {
  const terms = withStandIns(said);
  const found = new Set<string>();
  const tokens = terms.map(({ concepts, stem }) =>
    concepts.length === 0 ? [stem] : [...new Set(concepts.map((one) => `=${nameOf(one)}`))],
  );
  for (const [at, names] of tokens.entries()) {
    for (const name of names) {
      found.add(name);
      for (const next of tokens[at + 1] ?? ['.']) found.add(`${name} ${next}`);
    }
  }
  for (const name of tokens[0] ?? []) found.add(`^ ${name}`);
  for (const feature of [...orderOf(terms), ...rolesOf(terms), ...skeletonOf(terms)]) found.add(feature);
  found.add(`length ${lengthOf(terms.length)}`);
  found.add(terms.some(({ raw }) => before.get(raw) === 'no') ? 'no' : 'no no');
  return [...found];
}

function nameOf(concept: string): string {
  const part = partOf.get(concept);
  return part === 'M' || part === 'A' ? part : concept;
}

/** A sentence about products reduced to them, to its verbs and to the small words that say what is had and what is wanted. */
function skeletonOf(terms: readonly Term[]): readonly string[] {
  const bones = terms.flatMap((term) => {
    const bone = partsIn(term).join('/') || before.get(term.raw);
    return [...(bone === undefined ? [] : [bone]), ...(term.endsClause ? [','] : [])];
  });
  const told = bones.filter((bone, at) => bone !== bones[at - 1]);
  if (!told.includes('A') && !told.includes('M')) return [];
  const framed = ['^', ...told, '$'];
  const pieces = [3, 4].flatMap((length) =>
    framed.slice(length - 1).map((_, at) => `~${framed.slice(at, at + length).join(' ')}`),
  );
  return [`~ ${told.join(' ')}`, ...pieces];
}

/** Which parts there are, and in which order. */
function orderOf(terms: readonly Term[]): readonly string[] {
  const all = new Set(terms.flatMap(({ concepts }) => concepts));
  const said = terms.map(partsIn).filter((names) => names.length > 0);
  const found: string[] = [];
  for (const [at, names] of said.entries()) {
    for (const later of said.slice(at + 1)) {
      for (const one of names) for (const other of later) if (one !== other) found.push(`${one}>${other}`);
    }
  }
  const there = [...new Set(said.flat())].sort();
  for (const [at, one] of there.entries()) for (const other of there.slice(at + 1)) found.push(`${one}&${other}`);
  const asks = [...all].some((concept) => asking.has(concept)) ? ' asks' : '';
  const isTrouble = [...all].some((concept) => trouble.has(concept)) ? ' trouble' : '';
  const products = ['A', 'M'].filter((one) => there.includes(one as Part)).join('');
  for (const one of ['has', 'wants', 'links', 'apart', 'both'] as const) {
    if (there.includes(one)) found.push(`${products}:${one}${isTrouble}`);
  }
  const others = [...all].filter((concept) => !partOf.has(concept) && !asking.has(concept)).length;
  found.push(asks, isTrouble, `products ${products}${asks}${isTrouble}`, `besides ${Math.min(4, others)}`);
  return found.filter((one) => one !== '');
}

/** What is said of each product: had, wanted, gone to; by the verb of its clause and the small words before it. */
function rolesOf(terms: readonly Term[]): readonly string[] {
  const found: string[] = [];
  const sums: Record<string, Set<string>> = { A: new Set(), M: new Set() };
  for (const [at, term] of terms.entries()) {
    for (const product of partsIn(term).filter((part) => part === 'A' || part === 'M')) {
      for (const role of [...smallWordsBefore(terms, at), ...verbsAround(terms, at)]) {
        found.push(`${product}:${role}`);
        sums[product]?.add(role);
      }
    }
  }
  for (const one of sums.A ?? []) for (const other of sums.M ?? []) found.push(`A:${one}&M:${other}`);
  return found;
}

function smallWordsBefore(terms: readonly Term[], at: number): readonly string[] {
  const found: string[] = [];
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const term = terms[back];
    if (term === undefined || term.endsClause || partsIn(term).some((part) => part !== 'tenant')) break;
    const kind = before.get(term.raw);
    if (kind !== undefined) found.push(kind);
  }
  return found.length === 0 ? ['bare'] : found;
}

const places = new Set(['from', 'to', 'at', 'with', 'for', 'beside']);

/** Whether a product is where something goes or is: "to Azure". */
function isWhere(terms: readonly Term[], at: number): boolean {
  return smallWordsBefore(terms, at).some((kind) => places.has(kind));
}

/** The verbs of the clause that the product stands in, before it and after it. */
function verbsAround(terms: readonly Term[], at: number): readonly string[] {
  const found = new Set<string>();
  for (let back = at - 1; back >= 0; back -= 1) {
    const term = terms[back];
    if (term === undefined || term.endsClause) break;
    for (const part of partsIn(term))
      if (part === 'has' || part === 'wants' || part === 'links') found.add(`after ${part}`);
    if (found.size > 0 || partsIn(term).some((part) => part === 'A' || part === 'M')) break;
  }
  // "Office zu Azure hinzufügen": the verb at the end is about what is added, not about where to.
  for (let on = at; on < terms.length && !isWhere(terms, at); on += 1) {
    const term = terms[on];
    if (term === undefined) break;
    if (on > at) {
      if (partsIn(term).some((part) => part === 'A' || part === 'M') && !isWhere(terms, on)) break;
      for (const part of partsIn(term))
        if (part === 'has' || part === 'wants' || part === 'links') found.add(`before ${part}`);
      if (before.get(term.raw) === 'now' || before.get(term.raw) === 'no') found.add(`before ${before.get(term.raw)}`);
      if (found.size > 1) break;
    }
    if (term.endsClause) break;
  }
  return [...found];
}

function partsIn({ concepts }: Term): readonly Part[] {
  return [...new Set(concepts.flatMap((concept) => partOf.get(concept) ?? []))];
}

function lengthOf(words: number): string {
  if (words <= 3) return String(words);
  if (words <= 5) return '5';
  return words <= 8 ? '8' : words <= 12 ? '12' : 'long';
}
