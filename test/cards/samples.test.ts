import { readdirSync, readFileSync } from 'node:fs';
import { samples } from '../../cards/gallery/samples.ts';
import { languages } from '../../src/i18n/index.ts';
import { sentencesOf } from '../../src/i18n/translator.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { namesIn, sentenceKeys, sentencesSaidBy } from './said-sentences.ts';

/** The samples must leave nothing out: what none of them draws, no other test of the cards can find broken. */

const drawn = samples.map(({ name, make, isNameless }) => ({ title: name, said: sentencesSaidBy(make), isNameless }));
const named = drawn.filter(({ isNameless }) => !isNameless);
const nameless = drawn.filter(({ isNameless }) => isNameless);
const saidIn = (cards: typeof drawn) => new Set(cards.flatMap(({ said }) => said.map(({ key }) => key)));

test('every sentence that the cards name is in a sample', () => {
  const said = saidIn(drawn);
  const patterns = keysNamedInCards();
  // Which message a notice tells is up to its caller; its shapes are drawn. What the tab adds stands on its page, on no card.
  const keys = sentenceKeys.filter((key) => !/^(message|tab)\./.test(key) && patterns.some((one) => one.test(key)));
  const cases = keys.map((key) => ({ title: key, key }));

  expect(keys.length).toBeGreaterThan(400);
  expect(offendersAmong(cases, ({ key }) => (said.has(key) ? [] : ['in no sample']))).toEqual([]);
});

test('what a verdict names is drawn with its name and without', () => {
  const [withNames, without] = [saidIn(named), saidIn(nameless)];
  const naming = sentenceKeys.filter((key) => /^(notices|blockers)\./.test(key) && namesIn(key).length > 0);
  const cases = naming.map((key) => ({ title: key, key }));

  expect(
    offendersAmong(cases, ({ key }) => [
      ...(withNames.has(key) ? [] : ['never with its name']),
      ...(without.has(key) ? [] : ['never without']),
    ]),
  ).toEqual([]);
});

test('a sentence gets every name that it needs', () => {
  const offenders = offendersAmong(named, ({ said }) =>
    said.flatMap(({ key, lacking }) => lacking.map((name) => `${key} lacks {${name}}`)),
  );

  expect(offenders).toEqual([]);
});

test('a name that could not be read has a neutral word of its own', () => {
  const words = sentencesOf(languages.en);
  const offenders = offendersAmong(nameless, ({ said }) =>
    said.flatMap(({ key, lacking }) =>
      lacking.filter((name) => words[`blank.${name}`] === undefined).map((name) => `${key} needs blank.${name}`),
    ),
  );

  expect(offenders).toEqual([]);
});

/** `t('card.help.title')` names one sentence, `t(`steps.${id}.title`)` a title of every step. */
function keysNamedInCards(): readonly RegExp[] {
  const sources = readdirSync('cards').filter((name) => name.endsWith('.ts'));
  const text = sources.map((name) => readFileSync(`cards/${name}`, 'utf8')).join('\n');
  return [...text.matchAll(/['`]([a-z][\w-]*\.[^'`\s]+)['`]/g)].map(([, key = '']) => {
    const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('[\\w-]+')}$`);
  });
}
