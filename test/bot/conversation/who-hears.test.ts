import { readdirSync, readFileSync } from 'node:fs';
import type { Activity } from 'botbuilder';
import type { ActionName } from '../../../cards/card-action.ts';
import { samples } from '../../../cards/gallery/samples.ts';
import { dialogIds } from '../../../dialogs/conversation-context.ts';
import { heardInDialogs } from '../../../dialogs/conversation-dialogs.ts';
import { heardInQuestions } from '../../../src/bot/conversation/pending-questions.ts';
import { whoHears } from '../../../src/bot/conversation/who-hears.ts';
import { whoHearsFirst } from '../../../src/bot/conversation/who-hears-first.ts';
import { intentOf } from '../../../src/bot/input/hearing.ts';
import { Understanding } from '../../../src/bot/input/understanding.ts';
import { createTranslator, locales, phrasesOf } from '../../../src/i18n/index.ts';
import { languages } from '../../../src/i18n/locales.ts';
import { stepWords } from '../../../src/i18n/step-words.ts';
import { buttonsIn } from '../../builders/buttons-in.ts';
import { offendersAmong } from '../../builders/offenders.ts';

interface Hearer {
  readonly dialogs?: readonly string[];
  readonly questions?: readonly string[];
  readonly anywhere?: unknown;
}

const hearers: Readonly<Record<ActionName, Hearer>> = whoHears;
const placedParts = partsOf(['dialogs', 'src/bot']).map((part) => ({ ...part, place: placeOf(part) }));
// Complete by type.
const actions = (Object.keys(whoHears) as ActionName[]).map((name) => ({ title: name, name }));

describe('the table', () => {
  test('names every dialog that hears an action, and each dialog hears what the table says', () => {
    expect(
      offendersAmong(actions, ({ name }) => differences(hearers[name].dialogs, hearingOf(heardInDialogs, name))),
    ).toEqual([]);
  });

  test('names every question that takes an action as its answer', () => {
    expect(
      offendersAmong(actions, ({ name }) => differences(hearers[name].questions, hearingOf(heardInQuestions, name))),
    ).toEqual([]);
  });

  test('has nothing that no card shows and nobody can type', () => {
    const shown = new Set([...shownActions().map(({ action }) => action), ...typedActions()]);

    expect(offendersAmong(actions, ({ name }) => (shown.has(name) ? [] : ['on no card, and in no phrase']))).toEqual(
      [],
    );
  });

  test('is the only place that sorts actions: no dialog and no handler has a switch over them', () => {
    const parts = placedParts.map(({ file, text }) => ({ title: file, text }));

    expect(
      offendersAmong(parts, ({ text }) => [...text.matchAll(/switch \([^\n]*\bdo\) \{/g)].map(([line]) => line)),
    ).toEqual([]);
  });
});

test('docs/architecture.md lists who hears a word first, in the order of the code', () => {
  const page = readFileSync('docs/architecture.md', 'utf8');
  const section = page.split(/^### /m).find((part) => part.startsWith('Who hears a word first\n')) ?? '';

  expect([...section.matchAll(/^\d\. \*\*(.+?)\*\*/gm)].map(([, who]) => who)).toEqual(
    whoHearsFirst.map(({ who }) => who),
  );
});

describe('every card', () => {
  test('is shown by the bot, not by the gallery alone', () => {
    const cards = cardsInCards().map((card) => ({ title: card, card }));

    expect(cards.length).toBeGreaterThan(25);
    expect(offendersAmong(cards, ({ card }) => (placesOf(card).length > 0 ? [] : ['the bot never shows it']))).toEqual(
      [],
    );
  });

  test('has a sample', () => {
    const sampled = new Set(samples.map(({ card }) => card));
    const cards = cardsInCards().map((card) => ({ title: card, card }));

    expect(offendersAmong(cards, ({ card }) => (sampled.has(card) ? [] : ['in no sample']))).toEqual([]);
  });
});

describe('every button', () => {
  test('is heard wherever the bot shows its card', () => {
    expect(
      offendersAmong(shownActions(), ({ action, place }) =>
        isHeard(action, place) ? [] : [`“${action}” is not heard at ${place.dialogId ?? 'just any dialog'}`],
      ),
    ).toEqual([]);
  });
});

/** Where a card is shown: while this dialog waits, or at just any (null); and the question that is asked along with it. */
interface Place {
  readonly dialogId: string | null;
  readonly question: string | null;
}

interface Part {
  readonly file: string;
  readonly text: string;
}

interface ShownAction {
  readonly title: string;
  readonly action: ActionName;
  readonly place: Place;
}

function isHeard(action: ActionName, { dialogId, question }: Place): boolean {
  const { dialogs = [], questions = [], anywhere } = hearers[action];
  if (anywhere !== undefined) return true;
  return (dialogId !== null && dialogs.includes(dialogId)) || (question !== null && questions.includes(question));
}

function shownActions(): readonly ShownAction[] {
  const t = createTranslator('en');
  const fromSamples = samples
    // What a notice offers is up to whoever shows it.
    .filter(({ card }) => card !== 'noticeCard')
    .flatMap(({ name, card, make }) =>
      placesOf(card).flatMap((place) =>
        buttonsIn<{ readonly data: { readonly do: ActionName } }>(make(t)).map(({ data }) => ({
          title: name,
          action: data.do,
          place,
        })),
      ),
    );
  const fromNotices = placedParts.flatMap(({ file, text, place }) =>
    [...text.matchAll(/\bactions: \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/do: '([\w-]+)'/g)].map(([, action = '']) => ({
        title: `notice in ${file}`,
        action: action as ActionName,
        place,
      })),
    ),
  );
  return [...fromSamples, ...fromNotices];
}

function placesOf(card: string): readonly Place[] {
  return placedParts.filter(({ text }) => new RegExp(`\\b${card}\\(`).test(text)).map(({ place }) => place);
}

/** A card that a dialog's own file shows waits with that dialog, or with the one that it moves on to without another card. */
function placeOf({ file, text }: Part): Place {
  const own = /^dialogs\/([\w-]+)-dialog\.ts$/.exec(file)?.[1] ?? '';
  const next = /replaceDialog\(('?[\w.-]+'?), \{ isQuiet: true \}\)/.exec(text)?.[1]?.replaceAll("'", '') ?? null;
  const question = /\bset(?:Asking|Confirming)\(\w+, (?:\{ kind: )?'([\w-]+)'/.exec(text)?.[1] ?? null;
  return { dialogId: dialogIds.find((id) => id === (next ?? own)) ?? null, question };
}

/** Sources, a function at a time. */
function partsOf(folders: readonly string[]): readonly Part[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split(/^\}\n/m)
          .map((text) => ({ file, text })),
      ),
  );
}

function cardsInCards(): readonly string[] {
  return readdirSync('cards')
    .filter((name) => name.endsWith('-card.ts'))
    .flatMap((name) => [...readFileSync(`cards/${name}`, 'utf8').matchAll(/^export function (\w+Card)\(/gm)])
    .map(([, card = '']) => card);
}

/** Everything that people can ask for in words, in any language. */
function typedActions(): readonly (ActionName | undefined)[] {
  const understanding = new Understanding(phrasesOf);
  const phrases = locales.flatMap((locale) => [
    ...Object.values(phrasesOf(locale)).flat(),
    ...Object.values(languages[locale].asksFor).flat(),
  ]);
  const withNumber = ['request 0123456789abcdef', 'ticket 35', createTranslator('en')('button.tick-step', { step: 2 })];
  const wordsOfSteps = Object.values(stepWords).flat();
  return [...phrases, ...withNumber, ...wordsOfSteps].map(
    (text) => intentOf({ type: 'message', text } as Activity, understanding)?.do,
  );
}

function hearingOf(heard: Readonly<Record<string, object>>, name: ActionName): readonly string[] {
  return Object.keys(heard).filter((id) => name in (heard[id] ?? {}));
}

function differences(told: readonly string[] = [], real: readonly string[]): readonly string[] {
  return [
    ...told.filter((id) => !real.includes(id)).map((id) => `the table names ${id}, which does not hear it`),
    ...real.filter((id) => !told.includes(id)).map((id) => `the table does not name ${id}, which hears it`),
  ];
}
