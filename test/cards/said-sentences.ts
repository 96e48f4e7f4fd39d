import type { CardSample } from '../../cards/gallery/samples.ts';
import { languages, type Params, type Translator } from '../../src/i18n/index.ts';
import { makeTranslator, sentencesOf } from '../../src/i18n/translator.ts';

interface Said {
  /** Path of the sentence. A plural and a list are said under one path. */
  readonly key: string;
  /** What the sentence names and was not told. */
  readonly lacking: readonly string[];
}

const sentences = sentencesOf(languages.en);

/** The sentences that one card says. The same in every language, for each fills in the same names. */
export function sentencesSaidBy(make: CardSample['make']): readonly Said[] {
  const said: Said[] = [];
  const note = (key: string, params: Params = {}) => {
    const lacking = namesIn(key).filter((name) => String(params[name] ?? '').trim() === '');
    said.push({ key, lacking });
  };
  const english = makeTranslator('en', languages.en);
  const { lines } = english;
  const t: Translator = Object.assign(english, {
    lines: (...[key, params]: Parameters<Translator['lines']>) => {
      note(key, params);
      return lines(key, params);
    },
  });
  const noting = new Proxy(t, {
    apply: (translate, self, args: [string, Params?]) => {
      note(...args);
      return Reflect.apply(translate, self, args);
    },
  });
  make(noting);
  return said;
}

/** Path of every sentence, as `sentencesSaidBy` tells it. */
export const sentenceKeys: readonly string[] = [...new Set(Object.keys(sentences).map(withoutArm))];

/** What a sentence names, by its path. */
export function namesIn(key: string): readonly string[] {
  return [...(names.get(key) ?? [])];
}

const names = new Map(sentenceKeys.map((key) => [key, new Set<string>()]));
for (const [path, text] of Object.entries(sentences))
  for (const [, name = ''] of text.matchAll(/\{(\w+)\}/g)) names.get(withoutArm(path))?.add(name);

function withoutArm(path: string): string {
  return path.replace(/_(one|other)$/, '').replace(/\.\d+$/, '');
}
