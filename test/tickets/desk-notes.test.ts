import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type DeskMessage, noteOf } from '../../src/tickets/desk-notes.ts';

/** What a colleague at the desk reads: short, and with what is theirs to do at its end. */

const page = 'https://bot.contoso.com/operator/tickets/abc';
const summary = ['Add Azure. Something is in the way.', '- No payment method', '2 of 5 steps. Sign up for Azure'].join(
  '\n',
);
const messages: readonly DeskMessage[] = [
  { what: 'taken-up', scenario: 'join' },
  { what: 'taken-up', scenario: null },
  { what: 'progress', summary },
  { what: 'solved', summary },
  { what: 'needs-human', because: 'asked', summary, transcript: null },
  { what: 'needs-human', because: 'not-proven', summary, transcript: null },
  { what: 'person-answered', text: 'It works now.' },
  { what: 'unrouted', because: 'nobody-named' },
  { what: 'waited', because: 'no-reaction', days: 3 },
  { what: 'waited', because: 'left-off', days: 3 },
  { what: 'waited', because: 'already-done', days: 3 },
  { what: 'waited', because: 'status', days: 1 },
  { what: 'state-refused', wanted: 'solved', words: 'Resolution is required.' },
  { what: 'declined' },
  { what: 'reached' },
  { what: 'link' },
  { what: 'unreachable' },
];
const all = locales.flatMap((locale) => messages.map((message) => [locale, message.what, message] as const));

test.each(all)('in %s, a note of %s is six lines at most', (locale, _what, message) => {
  expect(noteOf(message, locale, page).split('\n').length).toBeLessThanOrEqual(6);
});

test.each(all.filter(([, what]) => what !== 'link' && what !== 'state-refused'))(
  'in %s, a note of %s ends in what the colleague is to do',
  (locale, _what, message) => {
    const t = createTranslator(locale);
    const endings = (['nothing', 'answer', 'decide'] as const).map((one) => t(`desk-notes.to-do.${one}`));

    expect(endings).toContain(noteOf(message, locale, page).split('\n').at(-1));
  },
);

test.each(locales)('in %s, whoever is to do something has the link to the page', (locale) => {
  const t = createTranslator(locale);
  const nothing = t('desk-notes.to-do.nothing');

  for (const message of messages) {
    const note = noteOf(message, locale, page);
    const isForThem = !note.endsWith(nothing) && message.what !== 'link' && message.what !== 'state-refused';
    expect([message.what, note.includes(page)]).toEqual([message.what, isForThem]);
  }
});
