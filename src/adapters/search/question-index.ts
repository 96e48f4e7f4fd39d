import { lazily } from '../../domain/lazily.ts';
import { findOldName } from '../../domain/old-names.ts';
import type { Question, RankedQuestion } from '../../domain/questions.ts';
import type { SaidWords } from '../../domain/said-words.ts';
import type { Guess } from '../../domain/understood.ts';
import { languages } from '../../i18n/index.ts';
import { localeOf } from '../../i18n/locale-of.ts';
import type { QuestionIndex } from '../../ports/question-index.ts';
import type { Content } from './content-as-built.ts';
import { inSlices, type Slices } from './in-slices.ts';
import { type IntentModel, readIntentModel } from './intent-model.ts';
import { languagesOfReader } from './languages.ts';
import { QuestionSearch, saysAnything, saysMuch } from './question-search.ts';
import { rankFits } from './rank-fits.ts';
import { wholeLocale } from './read-content.ts';
import { featuresOf, saidIn } from './sentence-features.ts';
import { foldedWords, sentenceReaderInSlices } from './sentence-reader.ts';

/** Reads sentences and finds questions: one index for all languages, made in slices or for the first sentence. */
export function makeQuestionIndex(content: Content, model?: IntentModel): QuestionIndex {
  const fallback = wholeLocale(content.locales);
  const byId = new Map(
    content.locales.map((locale) => [locale, new Map(content.questions[locale]?.map((one) => [one.id, one]))]),
  );
  const get = (id: string, locale: string): Question | null =>
    byId.get(locale)?.get(id) ?? byId.get(fallback)?.get(id) ?? null;
  const { ready, get: engine } = inSlices(() => engineInSlices(content, model));
  const codes = lazily(() => codesIn(content));
  return {
    ready,
    read: (text, locale, after) => {
      const before = after === null || !followsOn(text, locale) ? null : get(after, locale);
      return {
        guesses: engine().guess(text, locale),
        ranked: engine().rank(text, locale, before),
        ...(before === null ? {} : { followsOn: true }),
      };
    },
    hear: (text, locale) => engine().hear(text, locale),
    find: (text, locale, limit = 5) => engine().rank(text, locale, null).slice(0, limit),
    aboutCode: (code) => codes().get(code) ?? [],
    get,
    explainOldName: (text, locale) => findOldName(text, content.oldNames[locale] ?? content.oldNames[fallback] ?? []),
  };
}

interface Engine {
  readonly hear: (text: string, locale: string) => SaidWords;
  readonly guess: (text: string, locale: string) => readonly Guess[];
  readonly rank: (text: string, locale: string, before: Question | null) => readonly RankedQuestion[];
}

function* engineInSlices(content: Content, trained: IntentModel | undefined): Slices<Engine> {
  const model = trained ?? (yield* readIntentModel());
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
  return {
    hear: (text: string, locale: string) => saidIn(readPlainly(text, locale), text),
    guess: (text: string, locale: string) => model(featuresOf(readPlainly(text, locale))),
    rank: (text: string, locale: string, before: Question | null): readonly RankedQuestion[] => {
      const terms = read(text, locale);
      const alone = saysAnything(terms) ? rankFits(search.fitsOf(terms)) : [];
      const ranked =
        before === null || (saysMuch(terms) && (alone[0]?.score ?? 0) >= clearFrom)
          ? alone
          : following(alone, rankFits(search.fitsOf([...terms, ...read(before.title, before.locale)])), before);
      const same = wordings.get(foldedWords(text).join(' '));
      if (same === undefined) return ranked;
      return [{ id: same, score: 1 }, ...ranked.filter(({ id }) => id !== same)];
    },
  };
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

/** What follows on an answer: read together with its title, other questions first. */
function following(
  alone: readonly RankedQuestion[],
  together: readonly RankedQuestion[],
  before: Question,
): readonly RankedQuestion[] {
  const others = together.filter(({ id }) => id !== before.id);
  const byBoth = others.map(({ id, score }) => {
    const own = alone.find((one) => one.id === id)?.score ?? 0;
    return {
      id,
      score: Math.min(
        clearFrom - 0.01,
        Math.max(score, own) + (own > 0 && before.next.some((step) => step === id) ? 0.2 : 0),
      ),
    };
  });
  return byBoth.sort((one, other) => other.score - one.score);
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
