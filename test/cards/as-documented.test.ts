import { joinConfirmationCard } from '../../cards/join-confirmation-card.ts';
import { stepsCard } from '../../cards/steps-card.ts';
import { topicCard } from '../../cards/topic-card.ts';
import { entraCodes } from '../../src/domain/entra-codes.ts';
import { linkUrls } from '../../src/domain/links.ts';
import { generalPlan, tickStep } from '../../src/domain/plan.ts';
import { languages } from '../../src/i18n/index.ts';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { createTranslator, sentencesOf } from '../../src/i18n/translator.ts';

/** What cards say of Microsoft's rules, in every language, as its pages say it. */

describe.each(locales)('in %s', (locale) => {
  const t = createTranslator(locale);
  const sentences = Object.entries(sentencesOf(languages[locale]));

  // Source: "Activate online services in volume licensing" (10 April 2025); "Manage License Reservations for volume licensing" (28 March 2025).
  test('licences of an Enterprise Agreement go where the License ID is activated, and a reservation binds', () => {
    const topic = JSON.stringify(topicCard({ topic: 'enterprise-agreement' }, t));
    const card = t('blockers.enterprise-licences.why', { tenant: 'Contoso' });
    const licenseId = /License ID|licentie-id|Lizenz-ID|ID de licence/;

    for (const told of [topic, card]) {
      expect(told).toMatch(licenseId);
      expect(told).toContain('Online Services Manager');
      expect(told).toMatch(/financial obligation|verplicht tot betalen|verpflichtet zur Zahlung|engagement financier/);
      expect(told).toContain('72');
    }
    expect(topic).toMatch(/remap/i);
  });

  // Source: "Conditional Access: Target resources" (26 January 2026): policies apply to resources, not to clients.
  test('nobody reads that leaving out this app lifts a policy', () => {
    const said = sentences.filter(([, text]) => leavesOut[locale].test(text)).map(([key]) => key);

    expect(said).toEqual([]);
    expect(t('reasons.device-refused.way-out')).toMatch(/not enough|niet genoeg|reicht nicht|ne suffit pas/);
  });

  // Source: "Prepare for Azure classic administrator roles retirement" (14 August 2024); the page of 17 March 2026 does not say it.
  test('who is Owner afterwards is told from both pages', () => {
    const [note = ''] = t.lines('steps.join-aftercare.notes');
    const [loses = ''] = t.lines('topics.change-directory-consequences.paragraphs');

    for (const told of [note, loses]) expect(told).toMatch(completes[locale]);
    expect(note).toMatch(/2026.*2024/);
  });

  // Source: "How to change the Entra directory of your Azure subscription" (17 March 2026): "an Entra admin".
  test('a Global Administrator reads of the role what the steps say of it', () => {
    const yes = t('checks.accepting-administrator.yes');

    expect(yes).toMatch(/(the highest|de hoogste|die höchste|le plus élevé).*Microsoft/);
    expect(t.lines('steps.join-find-who-accepts.notes').join(' ')).toMatch(/an Entra admin|un administrateur Entra/);
  });

  test('whoever would accept reads what happens if it is asked, and not that somebody asked', () => {
    const move = {
      subscription: null,
      source: null,
      target: 'Contoso',
      alsoIn: null,
      isDoubted: false,
      isSeveral: false,
    };
    const words = JSON.stringify(joinConfirmationCard({ ...move, accepts: true }, t));

    expect(words).toContain(t('card.join.in-short-perhaps'));
    expect(t('card.join.accept-moves', { target: 'Contoso' })).toMatch(/^(If|Stuurt|Stellt|Si) /);
  });

  // Source: "Sign up for an Azure subscription with your Microsoft 365 account" (20 August 2020): the sign-in is on the sign-up page.
  test('the sign-in to Azure is on the page that the step before opened', () => {
    const linkAt = (hasAzure: boolean): string => {
      const plan = tickStep(generalPlan('add-azure'), 'azure-open-sign-up');
      const card = stepsCard({ plan: { ...plan, basis: 'checked' }, hasAzure }, t);
      return JSON.stringify(card.actions);
    };

    expect(linkAt(false)).toContain(linkUrls['azure-sign-up']);
    expect(linkAt(true)).toContain(linkUrls['azure-subscriptions']);
    expect(linkAt(true)).not.toContain(linkUrls['azure-sign-up']);
  });
});

test('nobody who runs the bot is told to leave its registration out of a policy', () => {
  expect(JSON.stringify(entraCodes)).not.toMatch(/leave the sign-in registration out|Allow the sign-in registration/);
});

const leavesOut: Record<Locale, RegExp> = {
  en: /leave this app out|left out of/i,
  nl: /app buiten het beleid|erbuiten blijven/i,
  de: /App .*von der Richtlinie ausnehmen|davon ausnehmen/i,
  fr: /exclure cette application de|en être exclue/i,
};

const completes: Record<Locale, RegExp> = {
  en: /whoever completes the change/,
  nl: /wie de wijziging afrondt/,
  de: /wer den Wechsel abschließt/,
  fr: /la personne qui termine le changement/,
};
