import { everyone } from '../../sandbox/people/everyone.ts';
import { tenants } from '../../sandbox/people/tenants.ts';
import { linkUrls } from '../../src/domain/links.ts';
import { scenarios } from '../../src/domain/scenario.ts';
import { stepIds, topicIds } from '../../src/domain/steps.ts';
import { languages, phrasesOf } from '../../src/i18n/index.ts';
import type { PhraseGroup } from '../../src/i18n/intents.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { createTranslator, sentencesOf } from '../../src/i18n/translator.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { type ArticlePlace, articlePlaces } from '../domain/articles.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStage } from './stage.ts';

/**
 * Everybody of the sandbox goes each way once, in each language. Each is told what holds for them, and together they meet
 * every fact, step, note and link of the source articles.
 */

const typedFor: Record<(typeof topicIds)[number], PhraseGroup> = {
  background: 'background',
  'know-your-role': 'my-role',
  'get-a-role': 'get-a-role',
  'share-azure-access': 'share-access',
  support: 'support',
  'enterprise-agreement': 'enterprise-agreement',
  'change-directory-consequences': 'consequences',
  'alternatives-to-moving': 'alternatives',
  'quick-guidance': 'quick-guidance',
  'example-kelley': 'example',
  'names-of-today': 'names-of-today',
  privacy: 'privacy',
};

// Another language says the same with other words, which the word and card tests hold. Two languages show that what is
// said follows the person's, and each more would make this suite, the longest of all, half as long again.
const spoken: readonly Locale[] = ['en', 'nl'];

// What Conditional Access asks people to prove is a conversation of its own: see step-up.test.ts.
const guarded = Object.values(tenants).flatMap(({ id, policies }) => (policies.length === 0 ? [] : [id]));
const free = everyone.filter(({ signInTenantId }) => !guarded.includes(signInTenantId));

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

describe.each(spoken)('in %s', (locale) => {
  const t = createTranslator(locale);
  let heard = '';
  const links = new Set<string>();
  const told: { readonly title: string; readonly outcomes: readonly string[]; readonly words: string }[] = [];

  beforeAll(async () => {
    const remember = (chat: Chat): void => {
      heard += `\n${chat.words(chat.transcript)}`;
      for (const link of chat.links(chat.transcript)) links.add(link);
    };
    const reader = await stage.opensChat({ as: 'nothing', locale });
    for (const topic of topicIds) await reader.types(phrasesOf(locale)[typedFor[topic]][0] ?? '');
    remember(reader);
    for (const scenario of scenarios) remember(await walksUnchecked(scenario));
    remember(await accepts());
    for (const { id, expected } of free) {
      for (const scenario of scenarios) {
        // One that breaks off must not hide what the others are told.
        const words = await goesFor(scenario, id).then((chat) => {
          remember(chat);
          return chat.words();
        }, String);
        told.push({ title: `${id} going for ${scenario}`, outcomes: wordsOf(scenario, expected[scenario]), words });
      }
    }
  }, 300_000);

  /** Who is unsure may be a guest, in the wrong tenant, on the wrong route or have both, and then hears that instead. */
  function wordsOf(scenario: (typeof scenarios)[number], outcome: string): readonly string[] {
    const text = t(`verdict.${scenario}.${outcome}.text` as never);
    const untold = (['partner-admin', 'personal-move'] as const).map((id) => t(`blockers.${id}.title`));
    if (outcome === 'held-back') return [text, t('card.verdict.both-here-stopped'), ...untold];
    // Where a deadline takes the room, the title says it.
    if (outcome === 'ready') return [text, t(`verdict.${scenario}.ready.title`)];
    if (outcome !== 'unsure') return [text];
    if (scenario === 'join') return [text, t('blockers.guest-account.title'), t('card.verdict.comes-here-title')];
    const both = t(`verdict.${scenario}.already-done.title`);
    const others = [
      t('card.verdict.right-tenant'),
      t('card.verdict.look-first'),
      t(`card.verdict.already.${scenario}`),
    ];
    return [text, both, ...others];
  }

  async function walksUnchecked(scenario: (typeof scenarios)[number]): Promise<Chat> {
    const chat = await stage.opensChat({ as: 'nothing', locale });
    await chat.presses('choose-scenario', { scenario });
    await chat.presses('without-sign-in');
    if (scenario === 'join') await chat.presses('confirm-join');
    return ticksAll(chat);
  }

  /** Somebody in the tenant that a subscription goes to takes the steps of who accepts it. */
  async function accepts(): Promise<Chat> {
    const chat = await goesFor('join', 'accepts-the-move');
    await chat.presses('show-steps');
    expect(chat.words()).toContain(t('card.join.accept-title'));
    await chat.presses('confirm-join');
    return ticksAll(chat);
  }

  async function ticksAll(chat: Chat): Promise<Chat> {
    for (let step = 0; step < 12; step += 1) {
      const tick = chat.buttons(chat.heard).find(({ data }) => data.do === 'tick-step' && data.done);
      if (tick === undefined) break;
      await chat.submits(tick.data);
    }
    return chat;
  }

  async function goesFor(scenario: (typeof scenarios)[number], as: string): Promise<Chat> {
    const chat = await stage.opensChat({ as, locale });
    await chat.presses('choose-scenario', { scenario });
    await chat.presses('sign-in');
    await chat.signsIn();
    if (chat.buttons(chat.heard).some(({ data }) => data.do === 'answer-agreement'))
      await chat.presses('answer-agreement', { answer: 'not-sure' });
    return chat;
  }

  test('everybody is told what holds for them', () => {
    const offenders = offendersAmong(told, ({ outcomes, words }) =>
      outcomes.some((outcome) => words.includes(outcome)) ? [] : [`not “${outcomes.join('” or “')}” but “${words}”`],
    );

    expect(offenders).toEqual([]);
  });

  test('every row of the articles is told', () => {
    const rows = Object.entries(articlePlaces).map(([title, places]) => ({ title, places }));
    const offenders = offendersAmong(rows, ({ places }) => (places.some(isHeard) ? [] : ['nowhere']));

    expect(offenders).toEqual([]);
  });

  test('every step is shown in full', () => {
    const steps = stepIds.map((id) => ({
      title: id,
      texts: [t(`steps.${id}.title`), t(`steps.${id}.body`), ...t.lines(`steps.${id}.notes`)],
    }));

    expect(offendersAmong(steps, ({ texts }) => texts.filter(isNeverHeard))).toEqual([]);
  });

  test('every topic can be read in full', () => {
    const topics = topicIds.map((id) => ({
      title: id,
      texts: [t(`topics.${id}.title`), ...t.lines(`topics.${id}.paragraphs`)],
    }));

    expect(offendersAmong(topics, ({ texts }) => texts.filter(isNeverHeard))).toEqual([]);
  });

  test('every link of the articles is shown somewhere', () => {
    const missing = Object.entries(linkUrls).filter(
      ([, url]) => !links.has(url) && ![...links].some((link) => link.startsWith(url)),
    );

    expect(missing).toEqual([]);
  });

  function isNeverHeard(text: string): boolean {
    return !heard.includes(text);
  }

  function isHeard(place: ArticlePlace): boolean {
    switch (place.kind) {
      case 'step':
        return heard.includes(t(`steps.${place.id}.body`));
      case 'topic':
        return heard.includes(t(`topics.${place.id}.title`));
      case 'check':
        return ['yes', 'no', 'cannot-tell'].some((answer) => isSaid(`checks.${place.id}.${answer}`));
      case 'blocker':
        return isSaid(`blockers.${place.id}.title`);
      case 'notice':
        return isSaid(`notices.${place.id}`);
    }
  }

  /** Names that are filled in differ per person; the words around them do not. */
  function isSaid(key: string): boolean {
    const sentence = sentencesOf(languages[locale])[key] ?? '';
    return sentence !== '' && sentence.split(/\{\w+\}/).every((part) => heard.includes(part.trim()));
  }
});
