import { friendlyNames, readAt, somePlan, verdictWithBlockers } from '../../cards/gallery/sample-views.ts';
import { stepsCard } from '../../cards/steps-card.ts';
import { verdictCard } from '../../cards/verdict-card.ts';
import { createTranslator, locales } from '../../src/i18n/index.ts';

const account = 'megan.bowen@contoso.com';
const shownAccount = /megan(\\)*\.bowen@contoso(\\)*\.com/;

describe.each(locales)('in %s', (locale) => {
  const t = createTranslator(locale);

  test.each([
    ['add-azure', 0],
    ['add-azure', 1],
    ['add-microsoft-365', 3],
  ] as const)('the steps of %s that sign up name the account (%i done)', (scenario, done) => {
    const card = stepsCard({ plan: somePlan(scenario, done), account }, t);

    expect(JSON.stringify(card.body)).toMatch(shownAccount);
    expect(card.speak).toContain(account);
  });

  test('a step that signs nobody up names no account', () => {
    expect(JSON.stringify(stepsCard({ plan: somePlan('add-azure', 2), account }, t))).not.toMatch(shownAccount);
  });

  test('whoever needs a role to buy reads which', () => {
    const verdict = verdictWithBlockers(['role-missing'], friendlyNames);
    const [, ...rest] = verdictCard({ verdict, readAt }, t).body;

    expect(JSON.stringify(rest.filter(({ type }) => type !== 'Fold')).toLowerCase()).toContain(
      t('roles.billing-administrator').toLowerCase(),
    );
  });

  test('what was checked says at what time, and in which zone', () => {
    const verdict = verdictWithBlockers(['role-missing'], friendlyNames);
    const at = '2026-11-30T21:34:00Z';

    expect(t.moment(at)).toMatch(/2026.*21[:.]34 UTC$/);
    expect(JSON.stringify(verdictCard({ verdict, readAt: at }, t))).toContain(t.moment(at));
  });
});
