import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { answerBackCard, colleagueAnswerCard } from '../../cards/colleague-answer-card.ts';
import { type CardChannel, toDialect } from '../../cards/dialect.ts';
import { handOverCard } from '../../cards/hand-over-card.ts';
import { myTicketsCard } from '../../cards/my-tickets-card.ts';
import { cleanText } from '../../cards/plain-text.ts';
import { ticketArrivedCard } from '../../cards/ticket-arrived-card.ts';
import { createTranslator, locales, type Translator } from '../../src/i18n/index.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { remarksOn } from './card-parts.ts';

/** Whatever a desk, or somebody at a desk, writes in a ticket: it is read as it was written, and does nothing. */

const hostile: Readonly<Record<string, string>> = {
  'a link that runs a script': '[x](javascript:alert(1))',
  'a picture of somewhere else': '![](https://evil.example/p.png)',
  'a mention of everybody': '<at>everyone</at>',
  'a template': ['$', '{$root.secret} $', '{count(range(1,5000000))}'].join(''),
  'a date macro': '{{DATE(2026-01-01T00:00:00Z)}}',
  'ten thousand letters': 'x'.repeat(10_000),
  'ten thousand wide letters': '👩‍👩‍👧‍👦'.repeat(2_500),
  'letters of many marks': `e${'\u0301'.repeat(9_000)}`,
  'text turned around': '\u202Egnp.exe\u202C \u2066isolated\u2069',
  'nothing and halves': 'a\u0000b\uD800c\uDC00d',
  'characters nobody sees': 'pay\u200Bpal\uFEFF\u00AD',
  HTML: '<img src=x onerror=alert(1)><script>alert(1)</script>',
  'a card in a card': '{"type":"Image","url":"https://evil.example/p.png"}',
  'headings and lists': '# Big\n- one\n1. two\n> said\n```\ncode\n```',
  'an address that links itself': 'https://evil.example www.evil.example',
  'blanks of the translator': '{desk} {number} {{desk}} $t(tickets.name)',
  'the prototype': '__proto__ constructor toString',
  'only blanks': ' \n\t ',
};

type Make = (text: string, t: Translator) => AdaptiveCard;

const id = 'ticket-of-somebody';
const cards: Readonly<Record<string, Make>> = {
  arrived: (text, t) => ticketArrivedCard({ id, number: text, title: text, deskName: text }, t),
  list: (text, t) =>
    myTicketsCard(
      {
        tickets: Array.from({ length: 12 }, () => ({
          id,
          number: text,
          title: text,
          deskName: text,
          standing: 'open' as const,
          canAnswer: true,
          isHere: true,
        })),
        canGoOutside: true,
      },
      t,
    ),
  'answer of a colleague': (text, t) => colleagueAnswerCard({ id, number: text, deskName: text, text }, t),
  'answer back': (text, t) => answerBackCard({ deskName: text, text }, t),
  'hand over': (text, t) =>
    handOverCard(
      {
        deskName: text,
        contact: text,
        asked: text,
        known: (['answer', 'person', 'tenant', 'so-far'] as const).map((what) => ({ what, value: text })),
        course: text,
      },
      t,
    ),
};

const channels: readonly CardChannel[] = ['teams', 'webchat'];
const cases = Object.entries(hostile).flatMap(([what, text]) =>
  Object.entries(cards).flatMap(([card, make]) =>
    locales.flatMap((locale) =>
      channels.map((channel) => ({ title: `${what} · ${card} · ${locale} · ${channel}`, text, make, locale, channel })),
    ),
  ),
);

test('whatever a desk writes stays a dead letter, in every card, language and channel', () => {
  const offenders = offendersAmong(cases, ({ text, make, locale, channel }) => {
    const made = make(text, createTranslator(locale));
    const sent = toDialect(made, channel, { nonce: 'n'.repeat(64) });
    const json = JSON.stringify(sent);
    const bytes = Buffer.byteLength(json, 'utf8');
    return [
      ...(bytes <= 28_000 ? [] : [`${bytes} bytes`]),
      ...remarksOn(sent),
      ...['"type":"Image"', 'Action.OpenUrl'].filter((part) => json.includes(part)),
      ...(json.isWellFormed() ? [] : ['half a character']),
      ...textsIn(made.body).flatMap((shown) => [...unseen(shown), ...unescaped(shown)]),
    ];
  });

  expect(offenders).toEqual([]);
});

test.each(Object.entries(hostile).filter(([, text]) => cleanText(text) !== ''))(
  'what was written can be read in full: %s',
  (_what, text) => {
    const made = answerBackCard({ deskName: 'desk', text }, createTranslator('en'));

    const shown = textsIn(made.body).map((one) => one.replace(/\\([^\p{L}\p{N}\s])/gu, '$1'));
    expect(shown.slice(1).join(' ')).toBe(cleanText(text, 2_000));
  },
);

/** Characters that steer instead of standing there. */
function unseen(text: string): readonly string[] {
  const found = text.match(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu) ?? [];
  return found.map((one) => `U+${one.codePointAt(0)?.toString(16)}`);
}

/** Marks that Markdown, Teams or a card would act on. */
function unescaped(text: string): readonly string[] {
  return text.match(/(?<!\\)(?:[<>`|]|\]\(|\{\{|:\/\/|\bwww\.)/g) ?? [];
}

function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([name, value]) => {
    if (name === 'actions') return [];
    if (typeof value !== 'string') return textsIn(value);
    return name === 'text' ? [value] : [];
  });
}
