import { lazily } from '../../domain/lazily.ts';
import { findOldName } from '../../domain/old-names.ts';
import type { Question, RankedQuestion } from '../../domain/questions.ts';
import type { SaidWords } from '../../domain/said-words.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { type Guess, offerFrom } from '../../domain/understood.ts';
import type { ConceptId } from '../../i18n/concepts.ts';
import { languages } from '../../i18n/index.ts';
import { localeOf } from '../../i18n/locale-of.ts';
import type { QuestionIndex } from '../../ports/question-index.ts';
import type { Content } from './content-as-built.ts';
import { inSlices, type Slices } from './in-slices.ts';
import { type IntentModel, loadIntentWeights, shippedIntentModel } from './intent-model.ts';
import { languagesOfReader } from './languages.ts';
import { otherProductIn, withProduct } from './other-product.ts';
import { QuestionSearch, saysAnything, saysMuch } from './question-search.ts';
import { rankFits } from './rank-fits.ts';
import { wholeLocale } from './read-content.ts';
import { featuresOf, saidIn } from './sentence-features.ts';
import { foldedWords, sentenceReaderInSlices, type Term } from './sentence-reader.ts';

/** Reads sentences and finds questions: one index for all languages. Without a `model`, the shipped one is loaded when it is first needed. */
export function makeQuestionIndex(content: Content, model?: IntentModel): QuestionIndex {
  const fallback = wholeLocale(content.locales);
  const byId = new Map(
    content.locales.map((locale) => [locale, new Map(content.questions[locale]?.map((one) => [one.id, one]))]),
  );
  const get = (id: string, locale: string): Question | null =>
    byId.get(locale)?.get(id) ?? byId.get(fallback)?.get(id) ?? null;
  let weights: string | null = null;
  const shipped = (): Slices<IntentModel> => {
    if (weights === null) throw new Error('The index of questions is asked before it is ready.');
    return shippedIntentModel(weights);
  };
  const { ready, get: engine } = inSlices(() => engineInSlices(content, model ?? shipped()));
  const codes = lazily(() => codesIn(content));
  return {
    ready: async () => {
      if (model === undefined) weights ??= await loadIntentWeights();
      await ready();
    },
    read: (text, locale, { after = null, goal = null } = {}) => {
      const answered = after === null ? null : get(after, locale);
      const corrected = answered === null ? null : engine().correct(text, locale, answered);
      if (corrected !== null) return { guesses: [aQuestion], ranked: corrected, followsOn: true };
      const before = followsOn(text, locale) && (answered !== null || goal !== null) ? { answered, goal } : null;
      const guesses = engine().guess(text, locale);
      const ranked = engine().rank(text, locale, before);
      return before === null ? { guesses, ranked } : { guesses, ranked, followsOn: true };
    },
    hear: (text, locale) => engine().hear(text, locale),
    find: (text, locale, limit = 5) => engine().rank(text, locale, null).slice(0, limit),
    aboutCode: (code) => codes().get(code) ?? [],
    leadingTo: (step) =>
      (content.questions[fallback] ?? [])
        .filter(({ next }) => next.includes(step))
        .map(({ id }) => id)
        .toSorted(),
    get,
    explainOldName: (text, locale) => findOldName(text, content.oldNames[locale] ?? content.oldNames[fallback] ?? []),
  };
}

/** Somebody who corrects what they asked asks still. */
const aQuestion: Guess = { name: 'question', probability: 1 };

/** What a short question follows on. */
interface Before {
  readonly answered: Question | null;
  readonly goal: Scenario | null;
}

interface Engine {
  readonly hear: (text: string, locale: string) => SaidWords;
  readonly guess: (text: string, locale: string) => readonly Guess[];
  readonly rank: (text: string, locale: string, before: Before | null) => readonly RankedQuestion[];
  /** The answered question about the other product: "and Microsoft 365?". Null for a sentence that does not ask for that. */
  readonly correct: (text: string, locale: string, answered: Question) => readonly RankedQuestion[] | null;
}

function* engineInSlices(content: Content, given: IntentModel | Slices<IntentModel>): Slices<Engine> {
  const model = typeof given === 'function' ? given : yield* given;
  const texts: Record<string, string[]> = {};
  for (const locale of content.locales) {
    const own: string[] = [];
    texts[locale] = own;
    for (const question of content.questions[locale] ?? []) {
      own.push(...textsOf(question));
      yield;
    }
  }
  const read = yield* sentenceReaderInSlices(languagesOfReader(texts, content));
  // The model was trained on what is read without any content.
  const readPlainly = yield* sentenceReaderInSlices(languagesOfReader({}));
  const search = yield* QuestionSearch.inSlices(content.questions, read);
  const wordings = yield* wordingsOf(content);
  const topics = new Map(Object.values(content.questions).flatMap((all) => all.map((one) => [one.id, one.topics])));
  const topicsOf = (id: string): readonly string[] => topics.get(id) ?? [];
  return {
    hear: (text: string, locale: string) => saidIn(readPlainly(text, locale), text),
    guess: (text: string, locale: string) => model(featuresOf(readPlainly(text, locale))),
    rank: (text: string, locale: string, before: Before | null): readonly RankedQuestion[] => {
      const terms = read(text, locale);
      const alone = saysAnything(terms) ? rankFits(search.fitsOf(terms)) : [];
      const ranked =
        before === null || saysEnough(terms, alone[0], before)
          ? alone
          : following(alone, rankFits(search.fitsOf([...terms, ...termsOf(before)])), before);
      const words = foldedWords(text);
      const same = wordings.get(words.join(' '));
      const near = same ?? wordings.get(withoutFillers(words, locale).join(' '));
      if (near === undefined) return ranked;
      return [{ id: near, score: same === undefined ? nearlySame : 1 }, ...ranked.filter(({ id }) => id !== near)];
    },
    correct: (text: string, locale: string, answered: Question): readonly RankedQuestion[] | null => {
      const wanted = otherProductIn(readPlainly(text, locale), text);
      if (wanted === null) return null;
      const asked = read(answered.title, answered.locale);
      const swapped = withProduct(asked, wanted);
      if (swapped === null) return null;
      const ranked = rankFits(search.fitsOf(swapped).filter(({ id }) => id !== answered.id));
      return (ranked[0]?.score ?? 0) < offerFrom ? null : ranked;
    },
  };

  function termsOf({ answered, goal }: Before): readonly Term[] {
    if (answered !== null) return read(answered.title, answered.locale);
    return goal === null ? [] : termsOfGoal[goal].map(termOf);
  }

  /** A sentence that is about something of its own, or about another side of what was answered. */
  function saysEnough(terms: readonly Term[], best: RankedQuestion | undefined, { answered }: Before): boolean {
    if (best === undefined || best.score < clearFrom) return false;
    return saysMuch(terms) || (answered !== null && best.id !== answered.id && isRelated(best.id, answered));
  }

  function isRelated(id: string, { next, topics }: Question): boolean {
    return next.some((step) => step === id) || topics.some((topic) => topicsOf(id).includes(topic));
  }

  /** What follows on an answer or belongs to a route: read together with it, other questions first. */
  function following(
    alone: readonly RankedQuestion[],
    together: readonly RankedQuestion[],
    { answered }: Before,
  ): readonly RankedQuestion[] {
    const others = together.filter(({ id }) => id !== answered?.id);
    const byBoth = others.map(({ id, score }) => {
      const own = alone.find((one) => one.id === id)?.score ?? 0;
      const nearer = own > 0 && answered !== null && isRelated(id, answered) ? related : 0;
      return { id, score: Math.min(clearFrom - 0.01, Math.max(score, own) + nearer) };
    });
    return byBoth.sort((one, other) => other.score - one.score);
  }
}

/** Up to this many words, a question with a word that points back follows on what was said before. */
const longestFollowing = 9;
/** From this score on, a sentence says enough by itself. */
const clearFrom = 0.75;

function followsOn(text: string, locale: string): boolean {
  const words = foldedWords(text);
  const pointing = new Set(foldedWords(languages[localeOf(locale)].searchWords.followingOn ?? ''));
  return words.length <= longestFollowing && words.some((word) => pointing.has(word));
}

/** What a question about the same subject, or one that the answer leads to, is nearer. */
const related = 0.2;

/** What each route is about, for a question that does not say it. */
const termsOfGoal: Readonly<Record<Scenario, readonly ConceptId[]>> = {
  'add-azure': ['sign-up', 'azure', 'microsoft-365'],
  'add-microsoft-365': ['buy', 'microsoft-365', 'azure'],
  join: ['move', 'azure', 'subscription', 'tenant'],
};

function termOf(concept: ConceptId): Term {
  return { raw: concept, concepts: [concept], stem: concept, isSilent: false, endsClause: false, isUnknown: false };
}

/** The score of an entry's own wording with words such as "actually" around it: sure, but a clear wish goes before. */
const nearlySame = 0.99;

/** "What does Azure actually cost" asks what "what does Azure cost" asks. */
function withoutFillers(words: readonly string[], locale: string): readonly string[] {
  const fillers = new Set(foldedWords(languages[localeOf(locale)].fillers));
  return words.filter((word) => !fillers.has(word));
}

/** The question that bears exactly this wording. Titles come before other wordings, and what is written first. */
function* wordingsOf({ questions }: Content): Slices<ReadonlyMap<string, string>> {
  const all = Object.values(questions).flat();
  const found = new Map<string, string>();
  for (const wordingsIn of [({ title }: Question) => [title], ({ also }: Question) => also]) {
    for (const question of all) {
      for (const wording of wordingsIn(question)) {
        const key = foldedWords(wording).join(' ');
        if (key !== '' && !found.has(key)) found.set(key, question.id);
      }
      yield;
    }
  }
  return found;
}

/** Which questions have which codes of errors: the title counts before the other wordings, and those before the keywords. */
function codesIn({ questions }: Content): ReadonlyMap<number, readonly string[]> {
  const all = Object.values(questions).flat();
  const found = new Map<number, Set<string>>();
  const fields = [({ title }: Question) => [title], ({ also }: Question) => also, ({ keywords }: Question) => keywords];
  for (const field of fields)
    for (const question of all)
      for (const [, digits] of field(question)
        .join('\n')
        .matchAll(/(?<![\p{L}\p{N}])(?:aadsts)?(\d{5,7})(?![\p{L}\p{N}])/giu)) {
        const ids = found.get(Number(digits)) ?? new Set();
        found.set(Number(digits), ids.add(question.id));
      }
  return new Map([...found].map(([code, ids]) => [code, [...ids]]));
}

function textsOf({ title, also, keywords, paragraphs }: Question): readonly string[] {
  return [title, ...also, ...keywords, ...paragraphs];
}

/** Every word of the questions and answers, in lower case and without accents. */
export function vocabularyOf({ questions }: Content): ReadonlySet<string> {
  return new Set(Object.values(questions).flat().flatMap(textsOf).flatMap(foldedWords));
}
