import { lazily } from '../../domain/lazily.ts';
import { findOldName } from '../../domain/old-names.ts';
import type { Question, RankedQuestion } from '../../domain/questions.ts';
import type { QuestionIndex } from '../../ports/question-index.ts';
import type { Content } from './content-as-built.ts';
import { type IntentModel, readIntentModel } from './intent-model.ts';
import { languagesOfReader } from './languages.ts';
import { QuestionSearch } from './question-search.ts';
import { rankFits } from './rank-fits.ts';
import { wholeLocale } from './read-content.ts';
import { featuresOf } from './sentence-features.ts';
import { foldedWords, makeSentenceReader } from './sentence-reader.ts';

/** Reads sentences and finds questions: one index for all languages, made for the first sentence. */
export function makeQuestionIndex(content: Content, model?: IntentModel): QuestionIndex {
  const fallback = wholeLocale(content.locales);
  const byId = new Map(
    content.locales.map((locale) => [locale, new Map(content.questions[locale]?.map((one) => [one.id, one]))]),
  );
  const engine = lazily(() => makeEngine(content, model ?? readIntentModel()));
  const rank = (text: string, locale: string): readonly RankedQuestion[] => engine().rank(text, locale);
  return {
    read: (text, locale, _after) => ({ guesses: engine().guess(text, locale), ranked: rank(text, locale) }),
    find: (text, locale, limit = 5) => rank(text, locale).slice(0, limit),
    get: (id, locale) => byId.get(locale)?.get(id) ?? byId.get(fallback)?.get(id) ?? null,
    explainOldName: (text, locale) => findOldName(text, content.oldNames[locale] ?? content.oldNames[fallback] ?? []),
  };
}

function makeEngine(content: Content, model: IntentModel) {
  const texts = Object.fromEntries(
    content.locales.map((locale) => [locale, (content.questions[locale] ?? []).flatMap(textsOf)]),
  );
  const read = makeSentenceReader(languagesOfReader(texts, content));
  const search = new QuestionSearch(content.questions, read);
  const readPlainly = makeSentenceReader(languagesOfReader({}));
  const wordings = wordingsOf(content);
  return {
    guess: (text: string, locale: string) => model(featuresOf(readPlainly(text, locale))),
    rank: (text: string, locale: string): readonly RankedQuestion[] => {
      const ranked = rankFits(search.fitsOf(read(text, locale)));
      const same = wordings.get(foldedWords(text).join(' '));
      if (same === undefined) return ranked;
      return [{ id: same, score: 1 }, ...ranked.filter(({ id }) => id !== same)];
    },
  };
}

/** The question that bears exactly this wording. Titles come before other wordings. */
function wordingsOf({ questions }: Content): ReadonlyMap<string, string> {
  const all = Object.values(questions).flat();
  const keyed = (wording: string, id: string) => [foldedWords(wording).join(' '), id] as const;
  const titles = all.map(({ id, title }) => keyed(title, id));
  const others = all.flatMap(({ id, also }) => also.map((wording) => keyed(wording, id)));
  // In a Map the last entry wins.
  return new Map([...titles, ...others].toReversed().filter(([wording]) => wording !== ''));
}

function textsOf({ title, also, keywords, paragraphs }: Question): readonly string[] {
  return [title, ...also, ...keywords, ...paragraphs];
}
