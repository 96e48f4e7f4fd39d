import { readFileSync } from 'node:fs';
import { understand } from '../../src/bot/input/understand.ts';
import { Understanding } from '../../src/bot/input/understanding.ts';
import { createTranslator, phrasesOf } from '../../src/i18n/index.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { realIndex } from './question-sets.ts';

/** A trial of Microsoft 365 becomes paid by itself, a trial of Azure does not: whoever hears the other one's answer pays for it. */

const questions = realIndex();
const understanding = new Understanding(phrasesOf);

/** The answer, or the first of those that are offered; null when none is. */
function firstFor(text: string, locale: string): string | null {
  const { sense } = understand(text, { locale, after: null }, { questions, understanding });
  if (sense.kind === 'answer') return sense.id;
  return sense.kind === 'did-you-mean' ? (sense.ids[0] ?? null) : null;
}

const ofMicrosoft365 = 'q108';
const ofAzure = 'q13';

const asked = {
  en: {
    [ofMicrosoft365]: [
      'Does our Microsoft 365 trial become paid when it ends?',
      'What happens when the Microsoft 365 trial ends?',
      'Will we be charged after the Office 365 trial?',
      'the microsoft 365 trial ended and now they bill us',
      'free month of microsoft 365 is over, do we pay now',
    ],
    [ofAzure]: [
      'Azure free trial ended, do I get billed?',
      'What happens when the Azure trial is over?',
      'will the azure free trial charge my card after 30 days',
      'does the azure trial become paid by itself',
      'my azure trial has ended and the servers are off',
    ],
  },
  nl: {
    [ofMicrosoft365]: [
      'Wordt onze Microsoft 365-proefversie betaald als die afloopt?',
      'Wat gebeurt er als de proefversie van Microsoft 365 afloopt?',
      'Moeten we betalen na de proefperiode van Office 365?',
      'proefmaand microsoft 365 voorbij, wordt er nu afgeschreven',
      'de proef van microsoft 365 is vanzelf betaald geworden',
    ],
    [ofAzure]: [
      'De gratis proefversie van Azure is voorbij, krijg ik een rekening?',
      'Wat gebeurt er als de proefversie van Azure afloopt?',
      'wordt de azure-proefversie vanzelf betaald',
      'schrijft azure na 30 dagen proef iets af',
      'mijn proefperiode van azure is afgelopen en de servers zijn uit',
    ],
  },
  de: {
    [ofMicrosoft365]: [
      'Wird unsere Microsoft 365-Testversion kostenpflichtig, wenn sie endet?',
      'Was passiert, wenn die Testversion von Microsoft 365 endet?',
      'Müssen wir nach dem Office 365-Test bezahlen?',
      'Testmonat von microsoft 365 vorbei, wird jetzt abgebucht',
      'der Test von microsoft 365 wurde von selbst kostenpflichtig',
    ],
    [ofAzure]: [
      'Die kostenlose Azure-Testversion ist vorbei, bekomme ich eine Rechnung?',
      'Was passiert, wenn die Testversion von Azure endet?',
      'wird die azure-testversion von selbst kostenpflichtig',
      'bucht azure nach 30 tagen test etwas ab',
      'meine azure testversion ist abgelaufen und die server sind aus',
    ],
  },
} as const;

const cases = Object.entries(asked).flatMap(([locale, byAnswer]) =>
  Object.entries<readonly string[]>(byAnswer).flatMap(([wanted, texts]) =>
    texts.map((text) => ({ title: `${locale} ${text}`, locale, wanted, text })),
  ),
);

test('a question about the end of one trial is never answered with that of the other', () => {
  const offenders = offendersAmong(cases, ({ text, locale, wanted }) => {
    const first = firstFor(text, locale);
    return first === wanted ? [] : [`${first}`];
  });

  expect(offenders).toEqual([]);
});

test('wherever a trial of Microsoft 365 is told, it becomes paid unless recurring billing is off', () => {
  const recurring = { en: /recurring billing/, nl: /terugkerende facturering/, de: /wiederkehrende Abrechnung/ };
  const withoutCard = /without a payment|without a card|zonder beta|zonder kaart|ohne Zahlung|ohne Karte/i;
  const places = (['en', 'nl', 'de'] as const).flatMap((locale) => {
    const t = createTranslator(locale);
    const answer = questions.get(ofMicrosoft365, locale)?.paragraphs.join(' ') ?? '';
    return [
      { title: `${locale} step`, locale, text: t.lines('steps.m365-try-or-buy.notes').join(' ') },
      { title: `${locale} notice`, locale, text: t('notices.trial-ends', { product: 'x', date: 'y' }) },
      { title: `${locale} answer`, locale, text: answer },
    ];
  });
  const offenders = offendersAmong(places, ({ text, locale }) => [
    ...(recurring[locale].test(text) ? [] : ['no word of recurring billing']),
    ...(withoutCard.test(text) ? ['says that it ends by itself, which no document does'] : []),
  ]);

  expect(offenders).toEqual([]);
});

test('the answers name the documents that say so', () => {
  const files = ['en', 'nl', 'de'].map((locale) =>
    readFileSync(`content/questions/${locale}/microsoft-365-trial-became-paid.md`, 'utf8'),
  );

  for (const file of files) expect(file).toMatch(/what-if-my-subscription-expires\.md, 2025-02-06/);
});
