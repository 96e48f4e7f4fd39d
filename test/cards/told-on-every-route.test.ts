import { adminRequestText } from '../../cards/admin-request-card.ts';
import { moveLines } from '../../cards/join-parts.ts';
import { shown, spoken } from '../../cards/pieces.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { describeMove } from '../../src/domain/plan.ts';
import { type Scenario, scenarios } from '../../src/domain/scenario.ts';
import { nameOwnTenant } from '../../src/domain/tenants.ts';
import { partRest, someNames } from '../../src/domain/text.ts';
import { billingRoleAsked, mayNeedAdmin, type NoticeId } from '../../src/domain/verdict.ts';
import { locales } from '../../src/i18n/locales.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { type Told, tellEverybody } from './everybody-told.ts';

/** What somebody hears first on each route, and what they can send to others, in every language. */

let told: readonly Told[] = [];
let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
  told = await tellEverybody(sandbox, locales);
});
afterAll(() => sandbox.stop());

/** Somebody on a route, once in each language and with each answer. */
function ofWho(who: string, scenario: Scenario): readonly Told[] {
  const found = told.filter((one) => one.who === who && one.scenario === scenario);
  expect(found.length).toBeGreaterThanOrEqual(locales.length);
  return found;
}

/** A notice of theirs, as their card says it. */
function noticeOf({ verdict, t }: Told, id: NoticeId): string {
  const found = verdict.notices.find((notice) => notice.id === id);
  return found === undefined ? `no ${id}` : onCard(t(`notices.${id}`, shown(found.about, t)));
}

/** Words as they stand in a card: without what Markdown hides. */
function onCard(words: string): string {
  return words.replaceAll('\\', '');
}

function typedText({ scenario, verdict, facts, t }: Told): string {
  return adminRequestText(
    {
      scenario,
      tenant: nameOwnTenant(facts),
      blockers: verdict.blockers,
      billingRole: billingRoleAsked(verdict),
      code: 'abc',
      url: null,
      expiresAt: facts.readAt,
    },
    t,
  );
}

test('whoever says that a partner sells Azure, which nobody could see, reads what follows and has a text for the partner', () => {
  for (const [scenario, id] of [
    ['add-azure', 'partner-by-answer'],
    ['join', 'partner-by-answer-move'],
  ] as const)
    for (const one of ofWho('no-arm-consent', scenario).filter(({ answer }) => answer === 'partner')) {
      const { words, inSight, verdict, facts, t } = one;
      expect(inSight).toContain(noticeOf(one, id));
      expect(words).not.toContain(t('notices.sold-by-partner', { product: 'Azure' }));
      expect(words).toContain(t(`card.verdict.partner-text-unseen-${scenario}`, { tenant: nameOwnTenant(facts) }));
      expect(words).toContain(t('checks.self-service-agreement.no'));
      expect(verdict.outcome).toBe('unsure');
    }
  for (const { verdict } of ofWho('no-arm-consent', 'add-microsoft-365').filter(({ answer }) => answer === 'partner'))
    expect(verdict.notices.map(({ id }) => id)).not.toContain('sold-by-partner');
});

test('nobody builds on a Microsoft 365 that ends without hearing so first, and how to keep it', () => {
  for (const scenario of ['join', 'add-microsoft-365'] as const)
    for (const one of ofWho('m365-ending', scenario)) {
      expect(one.inSight).toContain(noticeOf(one, 'microsoft-365-ends'));
      expect(one.inSight).toContain(one.t.date(one.facts.products.kind === 'known' ? firstEnd(one) : ''));
      expect(one.buttons[0]).toBe(one.t('links.your-products'));
    }
  const others = told.filter(
    ({ who, verdict }) => who !== 'm365-ending' && isTold(verdict.notices, 'microsoft-365-ends'),
  );
  expect(others).toEqual([]);
});

function isTold(notices: Told['verdict']['notices'], wanted: NoticeId): boolean {
  return notices.some(({ id }) => id === wanted);
}

function firstEnd({ facts }: Told): string {
  const products = facts.products.kind === 'known' ? facts.products.value : [];
  return products.flatMap(({ nextLifecycleAt }) => nextLifecycleAt ?? []).toSorted()[0] ?? '';
}

test('whoever lacks a role on the billing account asks an administrator for that one', () => {
  for (const who of ['customer-agreement', 'agreement-hidden'])
    for (const one of ofWho(who, 'add-microsoft-365').filter(({ answer }) => answer !== 'enterprise')) {
      const { verdict, facts, t } = one;
      const wanted = t('card.admin-request.message-billing-role', spoken({ tenant: nameOwnTenant(facts) }, t));
      expect(mayNeedAdmin(verdict)).toBe(true);
      expect(typedText(one).startsWith(wanted)).toBe(true);
    }
  for (const one of ofWho('member-azure', 'add-microsoft-365'))
    expect(typedText(one)).not.toContain(one.t('card.admin-request.billing-role-too'));
});

test('nobody has "a role that lets you buy" beside an agreement that may take another one', () => {
  const offenders = told.filter(
    ({ verdict, words, t }) =>
      (isTold(verdict.notices, 'billing-role-perhaps') || isTold(verdict.notices, 'billing-role-needed')) &&
      words.includes(t('checks.purchase-role.yes')),
  );

  expect(offenders.map(({ title }) => title)).toEqual([]);
  for (const { verdict, inSight, t } of ofWho('agreement-hidden', 'add-microsoft-365').filter(
    ({ answer }) => answer === 'not-sure',
  )) {
    expect(verdict.checks.find(({ id }) => id === 'purchase-role')?.answer).toBe('cannot-tell');
    expect(inSight).toContain(t('checks.self-service-agreement.cannot-tell'));
  }
});

test('whoever comes for Microsoft 365 hears first that it is here, and then all that their Azure lacks', () => {
  for (const one of ofWho('azure-disabled', 'add-microsoft-365')) {
    const here = one.inSight.indexOf(noticeOf(one, 'microsoft-365-already-here'));
    const unpaid = one.inSight.indexOf(noticeOf(one, 'subscription-past-due'));
    const disabled = one.inSight.indexOf(noticeOf(one, 'subscription-disabled'));
    expect([here, unpaid, disabled].every((at) => at >= 0)).toBe(true);
    expect(here).toBeLessThan(Math.min(unpaid, disabled));
    expect(one.words.split(noticeOf(one, 'microsoft-365-already-here'))).toHaveLength(2);
  }
});

test('whoever can start sees their first step, whatever else is urgent', () => {
  const starting = told.filter(({ scenario, verdict }) => scenario !== 'join' && verdict.outcome === 'ready');
  expect(starting.map(({ who }) => who)).toEqual(expect.arrayContaining(['m365-ending', 'role-ends-soon']));

  expect(
    offendersAmong(starting, ({ verdict, inSight, t }) => {
      const [step] = verdict.steps;
      const title = step === undefined ? '' : t('card.verdict.first-step', { title: t(`steps.${step}.title`) });
      return step !== undefined && inSight.includes(title) ? [] : [title];
    }),
  ).toEqual([]);
  for (const one of ofWho('m365-ending', 'add-azure')) expect(one.words).toContain(noticeOf(one, 'trial-ends'));
});

test('whoever may have a role waiting activates it before they look anywhere', () => {
  for (const { inSight, buttons, t } of ofWho('minimum-permissions', 'add-microsoft-365')) {
    expect(inSight).toContain(t('card.verdict.activate-first'));
    expect(inSight.indexOf(t('card.verdict.activate-first'))).toBeLessThan(
      inSight.indexOf(t('checks.has-microsoft-365.cannot-tell')),
    );
    expect(buttons.slice(0, 2)).toEqual([t('links.activate-role'), t('links.your-products')]);
  }
});

test('of several subscriptions it is said that they can move, and of one that it moves', () => {
  for (const { facts, t } of ofWho('four-hundred-subscriptions', 'join'))
    expect(moveLines(describeMove(facts), shown, t)[1]).toBe(t('card.join.in-short-each'));
  for (const { facts, t } of ofWho('customer-agreement', 'join'))
    expect(moveLines(describeMove(facts), shown, t)[1]).toBe(t('card.join.in-short'));
});

test('a guest has a text for the administrator of the tenant that they are a guest in', () => {
  for (const scenario of scenarios)
    for (const { words, facts, t } of ofWho('guest', scenario)) {
      const names = spoken({ tenant: nameOwnTenant(facts) }, t);
      expect(words).toContain(t('card.verdict.guest-text', names));
      expect(words).toContain(t(`card.verdict.guest-text-${scenario}`, names));
    }
  const others = told.filter(({ who, words, t }) => {
    const [begin = ''] = t('card.verdict.guest-text', { tenant: '\u0000' }).split('\u0000');
    return who !== 'guest' && words.includes(begin);
  });
  expect(others).toEqual([]);
});

/** What each language calls a thing that somebody has to read. */
type Said = Readonly<Record<(typeof locales)[number], RegExp>>;

const money: Said = { en: /MOSA/, nl: /MOSA/, de: /MOSA/, fr: /MOSA/ };
const withinDays: Said = {
  en: /With a customer agreement you get money back only within 7 days/,
  nl: /Met een klantovereenkomst krijg je alleen binnen 7 dagen/,
  de: /Mit einer Kundenvereinbarung gibt es nur innerhalb von 7 Tagen/,
  fr: /Avec un Contrat client, vous n’êtes remboursé que dans les 7 jours/,
};

test('that money comes back within days only is told of the agreement that it holds for', () => {
  for (const one of ofWho('billing-admin-azure', 'add-microsoft-365')) {
    const notes = one.t.lines('steps.m365-try-or-buy.notes').join(' ');
    expect(notes).toMatch(withinDays[one.t.locale]);
    expect(notes).toMatch(money[one.t.locale]);
  }
});

test('nobody is sent to a developer tenant with a subscription without hearing that it is not for production', () => {
  const production: Said = {
    en: /keep production out/,
    nl: /productie niet/,
    de: /Produktion nicht/,
    fr: /pas la production/,
  };
  for (const one of ofWho('developer-tenant', 'add-azure')) expect(one.inSight).toMatch(production[one.t.locale]);
});

test('where Microsoft 365 runs out, a trial that becomes paid is not told to end', () => {
  const pays: Said = {
    en: /ends or becomes paid/,
    nl: /stopt hier of kost geld/,
    de: /endet hier oder kostet/,
    fr: /expire ou devient payant/,
  };
  for (const scenario of ['join', 'add-microsoft-365'] as const)
    for (const one of ofWho('m365-ending', scenario)) expect(one.inSight).toMatch(pays[one.t.locale]);
});

test('whoever has a role that ends reads that a role on the billing account still stops a trial', () => {
  const billingAccount: Said = {
    en: /only a role on the billing account/,
    nl: /alleen met een factureringsrol/,
    de: /nur mit einer Rolle am Abrechnungskonto/,
    fr: /seul un rôle sur le compte de facturation/,
  };
  for (const one of ofWho('role-ends-soon', 'add-microsoft-365'))
    expect(noticeOf(one, 'role-ends-soon')).toMatch(billingAccount[one.t.locale]);
});

test('how many more there are is told in words, on every route', () => {
  const offenders = told.filter(({ words }) => /\s\+\d/.test(words));
  expect(offenders.map(({ title }) => title)).toEqual([]);
  for (const { words, t } of ofWho('four-hundred-subscriptions', 'add-azure'))
    expect(words).toContain(t('card.verdict.more', { count: 395 }));
});

test('a name does not pass for a count', () => {
  const { names, rest } = partRest(someNames(['a\u001F9', 'b', 'c', 'd', 'e', 'f', 'g +2']));
  expect({ names, rest }).toEqual({ names: 'a 9, b, c, d, e', rest: 2 });
});
