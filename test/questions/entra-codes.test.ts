import { understand } from '../../src/bot/input/understand.ts';
import { Understanding } from '../../src/bot/input/understanding.ts';
import { entraCode, entraCodes } from '../../src/domain/entra-codes.ts';
import { phrasesOf } from '../../src/i18n/index.ts';
import { realIndex } from './question-sets.ts';

const questions = realIndex();
const understanding = new Understanding(phrasesOf);

/** The code or the entry that a text is answered with; else what happens instead. */
function answerTo(text: string, locale: string): string {
  const { sense } = understand(text, { locale, after: null }, { questions, understanding });
  if (sense.kind === 'code') return String(sense.entry.code);
  return sense.kind === 'answer' ? sense.id : sense.kind;
}

const ways: Record<string, readonly ((code: number) => string)[]> = {
  en: [
    (code) => `AADSTS${code}`,
    (code) => `${code}`,
    (code) => `I get AADSTS${code} when logging in`,
    (code) => `error AADSTS${code}: The user account is disabled.`,
  ],
  nl: [(code) => `melding aadsts${code}`, (code) => `ik krijg foutcode ${code} bij het aanmelden`],
  de: [(code) => `Fehler AADSTS ${code} bei der Anmeldung`, (code) => `was bedeutet Fehler ${code}?`],
};

test('every code of the table is answered as people type it: by an entry about that code, else by the table', () => {
  const missed = entraCodes.flatMap(({ code }, at) => {
    const about = questions.aboutCode(code);
    const wanted = about.length > 0 ? about : [String(code)];
    // One way for each language and code, in turn.
    return Object.entries(ways)
      .map(([locale, texts]) => ({ locale, text: texts[at % texts.length]?.(code) ?? '' }))
      .map(({ locale, text }) => ({ text, got: answerTo(text, locale) }))
      .filter(({ got }) => !wanted.includes(got));
  });

  expect(missed).toEqual([]);
});

test('the entries about a code are those that name it, the title first', () => {
  expect(questions.aboutCode(50020)[0]).toBe('q29');
  expect(questions.aboutCode(50076)).toEqual(['q90']);
  expect(questions.aboutCode(500021)).toEqual(['q145']);
  expect(questions.aboutCode(50057)).toEqual([]);
});

test.each(['AADSTS99999', 'I get AADSTS50099 when logging in', 'foutmelding 599999', 'AADSTS5002: wat nu'])(
  'a code that nobody knows gets no answer of another code: %s',
  (text) => {
    expect(answerTo(text, 'en')).toBe('none');
  },
);

test.each([
  'we have 16000 users and want azure',
  'we pay $50053 for azure',
  'my subscription is 50053000-65001-50057',
  'error 715-50053 at payment',
  'invoice E0500-50.057',
])('a number that is no code is not read as one: %s', (text) => {
  expect(entraCode(Number(answerTo(text, 'en')))).toBeNull();
});

test.each(['I want to talk to a person about AADSTS50053', 'ik wil een medewerker spreken over fout 50057'])(
  'somebody who asks for a person gets one, whatever the code: %s',
  (text) => {
    const { sense } = understand(text, { locale: 'en', after: null }, { questions, understanding });

    expect(sense).toMatchObject({ kind: 'intent', intent: { do: 'talk-to-person' } });
  },
);
