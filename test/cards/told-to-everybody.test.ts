import { acceptRequestCard } from '../../cards/accept-request-card.ts';
import { adminRequestText } from '../../cards/admin-request-card.ts';
import { moveLines, moveNames } from '../../cards/join-parts.ts';
import { shown } from '../../cards/pieces.ts';
import { supportText } from '../../cards/topic-card.ts';
import { goalUnseen } from '../../cards/verdict-parts.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { known } from '../../src/domain/known.ts';
import { describeMove, generalPlan } from '../../src/domain/plan.ts';
import { type Scenario, scenarios } from '../../src/domain/scenario.ts';
import { acceptingSteps, type StepId, sendingSteps, stepsAfterMove } from '../../src/domain/steps.ts';
import { nameOwnTenant } from '../../src/domain/tenants.ts';
import { acceptsHere, type BlockerId, decideVerdict } from '../../src/domain/verdict.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import type { UserToken } from '../../src/ports/facts-source.ts';
import { aContext, anAccount, aProduct, someFacts } from '../builders/facts.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { signIn } from '../sandbox/visit.ts';
import { cardOf, readAs, type Told, tellEverybody } from './everybody-told.ts';

/**
 * What is told to everybody of the sandbox, on every route and in three languages, must not contradict itself. The facts are
 * read as the bot reads them; the card is the one that they get.
 */

const spoken: readonly Locale[] = ['en', 'nl', 'de'];
let told: readonly Told[] = [];
let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
  told = await tellEverybody(sandbox, spoken);
});
afterAll(() => sandbox.stop());

/** What is wrong with what anybody is told. */
function wrong(faults: (one: Told) => readonly string[]): readonly string[] {
  expect(told.length).toBeGreaterThan(3 * 3 * 25);
  return offendersAmong(told, faults);
}

const ofWho = (who: string, scenario: Scenario): readonly Told[] =>
  told.filter((one) => one.who === who && one.scenario === scenario);

function has({ verdict }: Told, ids: readonly BlockerId[]): boolean {
  return verdict.blockers.some(({ id }) => ids.includes(id));
}

/** The beginning of a sentence, up to the first name in it. */
function startOf(sentence: string): string {
  return sentence.split('\u0000')[0] ?? '';
}

test('whoever cannot sign up now is not told to', () => {
  const cannot: readonly BlockerId[] = ['role-missing', 'role-to-activate', 'developer-tenant', 'developer-licences'];
  const offenders = wrong((one) => {
    const signsUp = [
      startOf(one.t('notices.use-this-account', { account: '\u0000' })),
      one.t('notices.use-account-here'),
    ].filter((sentence) => one.words.includes(sentence));
    const doubts = one.verdict.notices.some(({ id }) => id === 'landing-not-documented');
    const lacksRole = one.verdict.checks.some(({ because }) => because === 'eligible-roles-hidden');
    return has(one, cannot) || one.verdict.outcome === 'out-of-scope' || doubts || lacksRole ? signsUp : [];
  });

  expect(offenders).toEqual([]);
});

test('whoever reads that the direction is open reads nowhere that it is about another tenant', () => {
  const offenders = wrong(({ verdict, words, t }) => {
    const isOpen = verdict.notices.some(({ id }) => id === 'direction-unknown');
    return isOpen && words.includes(t('reasons.other-tenant.meaning')) ? ['both'] : [];
  });

  expect(offenders).toEqual([]);
  expect(ofWho('guest', 'join').every(({ words, t }) => words.includes(t('reasons.guest.meaning')))).toBe(true);
});

test('whoever is where the subscription goes gets the steps of who accepts, and nobody else does', () => {
  const sending: readonly StepId[] = generalPlan('join').steps.filter(
    (step) => !(acceptingSteps as readonly StepId[]).includes(step),
  );
  const offenders = wrong((one) => {
    const { verdict, words, t } = one;
    const accepts = acceptsHere(verdict);
    return [
      ...(accepts && verdict.steps.some((step) => sending.includes(step)) ? ['steps of the sender'] : []),
      ...(!accepts && verdict.steps.includes('accept-open-link') ? ['steps of who accepts'] : []),
      ...(accepts && !words.includes(t('card.verdict.comes-here-title')) ? ['another title'] : []),
      ...(accepts && words.includes(t('verdict.join.unsure.text')) ? ['words of the sender'] : []),
    ];
  });

  expect(offenders).toEqual([]);
  for (const who of ['accepts-the-move', 'global-admin-m365', 'member-m365', 'external-member'])
    expect(ofWho(who, 'join').map(({ verdict }) => acceptsHere(verdict))).toEqual([true, true, true]);
  for (const who of ['asks-for-the-move', 'two-tenants', 'guest'])
    expect(ofWho(who, 'join').map(({ verdict }) => acceptsHere(verdict))).toEqual([false, false, false]);
});

test('where only a partner creates subscriptions, nobody hears that somebody can sign up', () => {
  const offenders = wrong((one) => {
    const sells =
      one.facts.subscriptions.kind === 'known' &&
      one.facts.subscriptions.value.some(({ quotaId }) => quotaId?.startsWith('CSP_'));
    const signUp = startOf(one.t('blockers.partner-admin.what-to-do', { tenant: '\u0000' }));
    return one.scenario === 'add-azure' && sells && one.words.includes(signUp) ? [signUp] : [];
  });

  expect(offenders).toEqual([]);
  for (const { verdict } of ofWho('partner-admin', 'add-azure'))
    expect(verdict.blockers.map(({ id }) => id)).toEqual(['partner-orders']);
});

test('a way out of a developer tenant names the tenant and has a button for each way', () => {
  for (const { words, buttons, facts, t } of ofWho('developer-tenant', 'add-azure')) {
    expect(words).toContain(t('blockers.developer-tenant.what-to-do', { tenant: nameOwnTenant(facts) }));
    expect(buttons.slice(0, 2)).toEqual([t('button.other-account'), t('scenarios.join.choice')]);
  }
  for (const { words, buttons, t } of ofWho('developer-tenant', 'add-microsoft-365')) {
    expect(words).toContain(t('blockers.developer-licences.what-to-do'));
    expect(words).not.toMatch(/or move|verplaats|verschieb/i);
    expect(buttons).not.toContain(t('scenarios.join.choice'));
    expect(buttons[0]).toBe(t('button.other-account'));
  }
});

test('nobody who moves a subscription reads words about signing up', () => {
  // After a move, an Azure Stack is registered anew.
  const signUp =
    /sign up|sign-up|aanvragen|vraag dan niet zelf aan|registratie|registrier(?!tes Azure Stack|t werden)/i;
  // An unmanaged tenant is explained by how it came about.
  const offenders = wrong((one) =>
    one.scenario === 'join' && !has(one, ['unmanaged-tenant']) ? (signUp.exec(one.words) ?? []) : [],
  );

  expect(ofWho('enterprise-agreement', 'join').map((one) => has(one, ['enterprise-move']))).toEqual([true, true, true]);
  expect(offenders).toEqual([]);
});

test('where nothing has to move, nobody has to accept anything', () => {
  for (const { words, buttons, t } of ofWho('azure-disabled', 'join')) {
    expect(words).toContain(t('card.verdict.both-here-stopped'));
    expect(words).not.toContain(t('notices.somebody-must-accept'));
    expect(words).not.toContain(t('checks.accepting-administrator.cannot-tell'));
    expect(buttons).not.toContain(t('button.show-alternatives'));
  }
});

test('what people copy for support is about their own route', () => {
  for (const locale of spoken) {
    const t = createTranslator(locale);
    const texts = [...scenarios, null].map((scenario) =>
      supportText({ topic: 'enterprise-agreement', scenario, tenant: 'Woodgrove Bank' }, t),
    );

    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts.slice(0, 3)) expect(text).toContain('Woodgrove Bank');
  }
});

test('the same marks on a route give the same count', () => {
  const counts = new Map<string, Set<string>>();
  for (const { scenario, locale, verdict, words } of told) {
    const marks = verdict.checks.map(({ id, answer }) => `${id} ${answer}`).toSorted();
    const key = [scenario, locale, ...marks].join(' ');
    const [count = ''] = /(?<="summary":")[^"]*\d[^"]*(?=")/.exec(words) ?? [];
    counts.set(key, (counts.get(key) ?? new Set()).add(count));
  }

  expect([...counts].filter(([, found]) => found.size > 1)).toEqual([]);
  expect(ofWho('developer-tenant', 'add-azure').map(({ words }) => /✗/.test(words))).toEqual([true, true, true]);
});

test('what stopped has one first cause on every route, and does not stop once more', () => {
  for (const scenario of ['add-azure', 'join'] as const)
    for (const { verdict } of ofWho('azure-disabled', scenario))
      expect(verdict.blockers[0]?.id).toBe('subscription-past-due');
  for (const { inSight, t } of ofWho('azure-disabled', 'add-microsoft-365'))
    expect(inSight).toContain(startOf(t('notices.subscription-past-due', { subscription: 'Presses' })));
  for (const scenario of scenarios)
    for (const { verdict } of ofWho('azure-disabled', scenario))
      expect(verdict.notices.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['spending-limit-on']));
});

test('whoever cannot see their agreement reads how to say it, and nothing that is not there', () => {
  const offenders = wrong(({ verdict, words, t }) => {
    const answers = Object.fromEntries(verdict.checks.map(({ id, answer }) => [id, answer]));
    const canSay = answers['self-service-agreement'] === 'cannot-tell' && answers['work-account'] !== 'no';
    return canSay === words.includes(t('card.verdict.say-agreement'))
      ? []
      : [canSay ? 'does not say how' : 'says how in vain'];
  });

  expect(offenders).toEqual([]);
  for (const { words } of ofWho('agreement-hidden', 'add-azure'))
    expect(words).not.toMatch(/my question|mijn vraag|meine Frage/);
});

test('an offer is told in the language of its reader', () => {
  const english = /through a partner|Free Trial|Pay-As-You-Go|support plan|Prepaid/;
  const offenders = wrong(({ locale, words, facts }) => {
    const names =
      facts.subscriptions.kind === 'known' ? facts.subscriptions.value.map(({ displayName }) => displayName) : [];
    const rest = names.reduce((left, name) => left.replaceAll(name, ''), words);
    return locale !== 'en' && english.test(rest) ? [english.exec(rest)?.[0] ?? ''] : [];
  });

  expect(offenders).toEqual([]);
});

test('whoever has to use another account reads which one this is', () => {
  for (const scenario of scenarios)
    for (const { inSight } of ofWho('personal-account', scenario))
      expect(inSight).toContain('robin.counts@outlook.com');
});

test('a trial and a role that end are told with their day', () => {
  for (const { inSight, facts, t } of ofWho('m365-ending', 'add-azure')) {
    const ends =
      facts.products.kind === 'known' ? facts.products.value.find(({ trial }) => trial === 'yes') : undefined;
    expect(inSight).toContain(t.date(ends?.nextLifecycleAt ?? ''));
  }
  for (const { inSight, facts, t } of ofWho('role-ends-soon', 'add-microsoft-365')) {
    const ends =
      facts.activeRoles.kind === 'known' ? facts.activeRoles.value.find(({ endsAt }) => endsAt !== null) : undefined;
    expect(inSight).toContain(t.date(ends?.endsAt ?? ''));
  }
});

test('nobody starts where a line below doubts the tenant', () => {
  const offenders = wrong(({ scenario, verdict, inSight, t }) =>
    verdict.notices.some(({ id }) => id === 'landing-not-documented') &&
    inSight.includes(t(`verdict.${scenario}.ready.title`))
      ? ['starts']
      : [],
  );

  expect(offenders).toEqual([]);
  expect(ofWho('external-member', 'add-azure').map(({ verdict }) => verdict.outcome)).toEqual([
    'unsure',
    'unsure',
    'unsure',
  ]);
});

test('whoever reaches a tenant as a partner is not told to be in it', () => {
  const partners = told.filter((one) => has(one, ['partner-admin', 'partner-orders', 'partner-cannot-move']));
  expect(partners.length).toBeGreaterThan(0);

  expect(
    offendersAmong(partners, ({ words, t }) =>
      words.includes(startOf(t('notices.several-tenants', { tenants: '\u0000' }))) ? ['in several tenants'] : [],
    ),
  ).toEqual([]);
});

test('a product that has expired is told with the day on which it stops, where that was read', () => {
  const expired = told.filter(({ verdict }) => verdict.notices.some(({ id }) => id === 'product-expired'));
  expect(expired.length).toBeGreaterThan(0);

  expect(
    offendersAmong(expired, ({ words, verdict, t }) => {
      const { date } = verdict.notices.find(({ id }) => id === 'product-expired')?.about ?? {};
      return date !== undefined && words.includes(t.date(date)) ? [] : ['no day'];
    }),
  ).toEqual([]);
});

test('whoever lacks only the role Owner has a text that asks for it', () => {
  const lacking = told.filter(
    ({ scenario, verdict }) =>
      scenario === 'join' && ['not-owner', 'owner-with-condition'].includes(verdict.blockers[0]?.id ?? ''),
  );
  expect(lacking.length).toBeGreaterThan(0);

  expect(
    offendersAmong(lacking, ({ scenario, facts, verdict, t }) => {
      const text = adminRequestText(
        {
          scenario,
          tenant: nameOwnTenant(facts),
          blockers: verdict.blockers,
          code: 'abc',
          url: null,
          expiresAt: facts.readAt,
        },
        t,
      );
      const begin = startOf(t('card.admin-request.message-join-owner', { subscription: '\u0000' }));
      return text.startsWith(begin) ? [] : [text];
    }),
  ).toEqual([]);
});

/** What a language says, for what must or must not be read in all three. */
type InEach = Readonly<Record<'en' | 'nl' | 'de', RegExp>>;

function saidIn({ locale }: Told, each: InEach): RegExp {
  return each[locale as keyof InEach];
}

test('what is past due is told to work still, and what is disabled to depend on its cause', () => {
  const stillWorks = { en: /still works/, nl: /werkt nog/, de: /funktioniert (es )?noch|Noch funktioniert/ };
  const untrue = {
    en: /not active|works again|for up to 90|at most 90/,
    nl: /werkt op dit moment niet|dan werkt het weer|dan werkt Azure weer|tot 90 dagen later|hooguit 90/,
    de: /funktioniert gerade nicht|läuft (es|Azure) wieder|bis zu 90|höchstens 90/,
  };
  const cause = { en: /1 to 90 days/, nl: /1 tot 90 dagen/, de: /1 bis 90 Tagen/ };
  for (const scenario of scenarios)
    for (const one of ofWho('azure-disabled', scenario)) {
      expect(one.inSight).toMatch(saidIn(one, stillWorks));
      expect(one.words).toMatch(saidIn(one, cause));
      expect(one.words).not.toMatch(saidIn(one, untrue));
    }
});

test('a text for support says nothing about Microsoft 365 or Azure that was not found', () => {
  const claims = {
    en: /where our (Microsoft 365|Azure) is/,
    nl: /waar ons (Microsoft 365|Azure) in zit/,
    de: /in dem unser (Microsoft 365|Azure) ist/,
  };
  for (const scenario of scenarios)
    for (const locale of ['en', 'nl', 'de'] as const)
      expect(
        supportText({ topic: 'enterprise-agreement', scenario, tenant: 'Woodgrove Bank' }, createTranslator(locale)),
      ).not.toMatch(claims[locale]);
});

test('whoever moves a Free Trial reads that its payer stays', () => {
  for (const { verdict, words, t } of ofWho('free-products-only', 'join')) {
    expect(verdict.notices.map(({ id }) => id)).toContain('offer-keeps-its-payer');
    expect(words).toContain(t('offers.free-trial'));
  }
  for (const { verdict } of ofWho('billing-admin-azure', 'join'))
    expect(verdict.notices.map(({ id }) => id)).not.toContain('offer-keeps-its-payer');
});

test('where nobody could see whether the goal is here, that is the verdict, and nothing leads to buying it', () => {
  const shops = ['microsoft-365-business', 'azure-free'] as const;
  const offenders = wrong(({ scenario, verdict, inSight, buttons, t }) => {
    if (scenario === 'join' || verdict.outcome !== 'unsure') return [];
    const goal = scenario === 'add-azure' ? 'has-azure' : 'has-microsoft-365';
    const isOpen = verdict.checks.some(({ id, answer }) => id === goal && answer === 'cannot-tell');
    if (!isOpen) return [];
    const [first = ''] = buttons;
    return [
      ...(inSight.includes(startOf(t(`checks.${goal}.cannot-tell`))) ? [] : ['unsaid']),
      ...(inSight.includes(t('card.verdict.look-first')) ? [] : ['leads on']),
      ...([...shops.map((shop) => t(`links.${shop}`)), t('button.show-steps')].includes(first) ? ['to the shop'] : []),
    ];
  });

  expect(offenders).toEqual([]);
  for (const { buttons, t } of ofWho('no-graph-consent', 'add-microsoft-365'))
    expect(buttons[0]).toBe(t('links.your-products'));
  for (const { buttons, t } of ofWho('no-arm-consent', 'add-azure').filter(({ answer }) => answer === 'neither'))
    expect(buttons[0]).toBe(t('links.azure-subscriptions'));
});

test('whoever is sent the other way reads what could not be seen there', () => {
  for (const who of ['no-graph-consent', 'minimum-permissions'])
    for (const { inSight, t } of ofWho(who, 'add-azure'))
      expect(inSight).toContain(t('checks.has-microsoft-365.cannot-tell'));
});

test('nothing is said to move, and nobody to lose access, where nobody saw whether both are here', () => {
  const doubts = {
    'no-graph-consent': 'card.join.moves-perhaps',
    'minimum-permissions': 'card.join.moves-perhaps',
    'no-arm-consent': 'card.join.moves-from-unseen',
    guest: 'card.join.moves-from-unseen',
  } as const;
  for (const [who, doubt] of Object.entries(doubts))
    for (const { facts, t } of ofWho(who, 'join')) {
      const move = describeMove(facts);
      expect(moveLines(move, shown, t)).toEqual([t(doubt, moveNames(move, shown, t)), t('card.join.in-short-perhaps')]);
    }
});

test('whoever joins what could not be seen has the page that shows it first', () => {
  const pages = { 'no-arm-consent': 'azure-subscriptions', 'no-graph-consent': 'your-products' } as const;
  for (const [who, page] of Object.entries(pages))
    for (const { verdict, buttons, t } of ofWho(who, 'join').filter(({ answer }) => answer !== 'enterprise')) {
      expect(verdict.outcome).toBe('unsure');
      expect(buttons[0]).toBe(t(`links.${page}`));
    }
});

test('a membership is no sign that the subscription goes to that tenant', () => {
  for (const { facts, t } of ofWho('two-tenants', 'join')) {
    const move = describeMove(facts);
    const [moves = ''] = moveLines(move, shown, t);
    expect(move.target).toBeNull();
    expect(moves).toContain(t('card.join.moves-where', { tenants: 'Alpine Ski House' }));
    expect(moves.indexOf('Alpine')).toBe(moves.lastIndexOf('Alpine'));
  }
});

test('an answer about a partner does not say that Azure is here where nobody read it', () => {
  for (const scenario of ['add-azure', 'join'] as const)
    for (const one of ofWho('no-arm-consent', scenario).filter(({ answer }) => answer === 'partner')) {
      const { verdict, words, inSight, buttons, t } = one;
      expect(verdict).toMatchObject({ outcome: 'unsure', blockers: [], steps: [] });
      expect(inSight).toContain(t('checks.has-azure.cannot-tell'));
      expect(buttons[0]).toBe(t('links.azure-subscriptions'));
      expect(words).not.toContain(t(`card.verdict.partner-text-${scenario}`, { tenant: 'Proseware' }));
      expect(words).not.toContain(startOf(t('notices.sold-by-partner', { product: 'Azure' })));
      expect(words).not.toContain(t('notices.signer-pays'));
    }
});

test('whoever has Azure here hears that first, whatever the agreement', () => {
  for (const who of ['csp', 'enterprise-agreement'])
    for (const { verdict, inSight, buttons, t } of ofWho(who, 'add-azure')) {
      const [first] = verdict.blockers;
      expect(inSight).toContain(t('card.verdict.already.add-azure'));
      expect(inSight).toContain(t('card.verdict.another.add-azure'));
      expect(inSight).not.toContain(t(`blockers.${first?.id ?? 'role-missing'}.title`));
      expect(buttons[0]).toBe(t('scenarios.add-microsoft-365.choice'));
    }
});

test('whoever skips the second proof is not told "no" for what was not read', async () => {
  const { access_token: token } = await signIn(sandbox, 'second-factor-for-graph', { proof: null });
  for (const scenario of scenarios) {
    const facts = await readAs(sandbox, String(token) as UserToken, scenario);
    const { verdict, inSight, t } = cardOf('second-factor-for-graph', scenario, facts, null, 'en');

    expect(verdict.outcome).toBe('unsure');
    expect(verdict.blockers).toEqual([]);
    const tenant = nameOwnTenant(facts);
    expect(inSight).toContain(
      scenario === 'join' ? t('notices.direction-unknown', { tenant }) : t('checks.has-microsoft-365.cannot-tell'),
    );
  }
});

test('an external member reads at no step that their tenant is certain', () => {
  const certain = { en: /will be in its tenant/, nl: /in die tenant komt/, de: /In seinem Mandanten landet/ };
  for (const one of ofWho('external-member', 'add-azure')) {
    const [warning = ''] = one.t.lines('steps.azure-sign-in-with-work-account.notes');
    expect(one.verdict.steps).toContain('azure-sign-in-with-work-account');
    expect(warning).not.toMatch(saidIn(one, certain));
  }
});

test('with a customer agreement the step about the role stays, and moving asks for no billing role', () => {
  const alsoBilling = { en: /billing account/, nl: /factureringsaccount/, de: /Abrechnungskonto/ };
  const perhaps = { en: /may also need/, nl: /misschien ook een rol/, de: /vielleicht auch eine Rolle/ };
  for (const one of ofWho('customer-agreement', 'add-microsoft-365')) {
    expect(one.verdict.steps[0]).toBe('m365-know-your-role');
    expect(one.inSight).toContain(one.t('steps.m365-know-your-role.body'));
    expect(one.t('steps.m365-know-your-role.body')).toMatch(saidIn(one, alsoBilling));
    expect(one.verdict.notices.map(({ id }) => id)).toContain('billing-role-needed');
    expect(one.words).not.toMatch(saidIn(one, perhaps));
  }
  for (const { verdict } of ofWho('customer-agreement', 'join'))
    expect(verdict.notices.filter(({ id }) => id.startsWith('billing-role'))).toEqual([]);
  for (const { verdict } of ofWho('billing-admin-azure', 'add-microsoft-365'))
    expect(verdict.steps).not.toContain('m365-know-your-role');
});

test('a subscription without credit is not told to stop when its credit is used up', () => {
  const credit = { en: /credit is used up/, nl: /tegoed op is/, de: /Guthaben verbraucht/ };
  for (const scenario of scenarios)
    for (const one of ofWho('students-starter', scenario)) {
      expect(one.words).not.toMatch(saidIn(one, credit));
      expect(one.verdict.notices.map(({ id }) => id)).toContain('free-services-only');
    }
  for (const { verdict } of ofWho('free-products-only', 'add-azure'))
    expect(verdict.notices.map(({ id }) => id)).toContain('spending-limit-on');
});

test('that only administrators can buy is not told without what people can buy themselves', () => {
  const only = { en: /Only a Global/, nl: /Alleen een globale/, de: /nur ein globaler/ };
  const lacking = told.filter((one) => has(one, ['role-missing']));
  expect(lacking.length).toBeGreaterThan(0);
  for (const one of lacking) {
    expect(one.words).toContain(one.t('notices.self-service-possible', { tenant: nameOwnTenant(one.facts) }));
    expect(one.words).not.toMatch(saidIn(one, only));
  }
});

test('whoever can start with Azure sees who pays', () => {
  const starting = told.filter(({ scenario, verdict }) => scenario === 'add-azure' && verdict.outcome === 'ready');
  expect(starting.map(({ who }) => who)).toContain('member-m365');
  for (const { inSight, words, t } of starting) {
    expect(inSight).toContain(t('card.verdict.account-pays'));
    expect(words).toContain(t('notices.signer-pays'));
  }

  // With a customer agreement, its billing account may pay.
  const facts = someFacts({
    products: known([aProduct()]),
    billingAccounts: known([anAccount('MicrosoftCustomerAgreement')]),
  });
  expect(decideVerdict('add-azure', facts, aContext()).notices.map(({ id }) => id)).not.toContain('signer-pays');
});

test('whoever has no active role here reads that one may be waiting', () => {
  const waits = { en: /waiting for you to activate it/, nl: /nog activeren/, de: /erst aktivieren/ };
  const lacking = told.filter(({ verdict }) =>
    verdict.checks.some(({ id, answer }) => id === 'accepting-administrator' && answer === 'no'),
  );
  expect(lacking.map(({ who }) => who)).toContain('member-m365');
  for (const one of lacking) expect(one.inSight).toMatch(saidIn(one, waits));
});

test('whoever has a role that ends is told to finish every step before that day', () => {
  const finish = {
    en: /Finish every step before/,
    nl: /Rond alle stappen vóór/,
    de: /Schließe alle Schritte vorher ab/,
  };
  for (const one of ofWho('role-ends-soon', 'add-microsoft-365')) expect(one.inSight).toMatch(saidIn(one, finish));
});

test('nobody is told how many hours they are without access', () => {
  const hours = { en: /hours/, nl: /uur/, de: /Stunden/ };
  for (const locale of ['en', 'nl', 'de'] as const)
    expect(createTranslator(locale)('card.join.confirm')).not.toMatch(hours[locale]);
});

test('the steps of whoever sends a subscription end where somebody else accepts it, whose text has the rest', () => {
  for (const who of ['asks-for-the-move', 'two-tenants', 'conditional-owner'])
    for (const { verdict } of ofWho(who, 'join')) expect(verdict.steps).toEqual(sendingSteps);
  for (const { verdict } of ofWho('accepts-the-move', 'join'))
    expect(verdict.steps).toEqual(expect.arrayContaining([...stepsAfterMove]));
  for (const locale of spoken) {
    const t = createTranslator(locale);
    const about = { tenant: 'Adventure Works', targetTenantId: 'abc', link: null, code: 'abc', url: null };
    const text = JSON.stringify(acceptRequestCard({ ...about, expiresAt: '2026-12-24T00:00:00Z' }, t));
    expect(text).toContain(t('card.accept-request.message-yours'));
    for (const step of stepsAfterMove) expect(text).toContain(t(`steps.${step}.body`));
    expect(text).toContain(t.lines('steps.join-aftercare.notes')[0]);
  }
});

test('a partner who moves gets advice that a partner can follow', () => {
  for (const { verdict, words, buttons, t } of ofWho('partner-admin', 'join')) {
    expect(verdict.blockers.map(({ id }) => id)).toEqual(['partner-cannot-move']);
    expect(words).not.toContain(t('blockers.bought-through-partner.what-to-do'));
    expect(words).not.toContain(t('blockers.move-as-partner.what-to-do'));
    expect(buttons[0]).toBe(t('links.partner-center'));
  }
});

test('where only a partner can help, the text for them is there', () => {
  const offenders = wrong(({ scenario, verdict, words, t }) => {
    const [first] = verdict.blockers;
    const needed = ['azure-from-partner', 'partner-orders', 'bought-through-partner'].includes(first?.id ?? '');
    return needed && !words.includes(t('card.verdict.partner-text')) ? [scenario] : [];
  });

  expect(offenders).toEqual([]);
  for (const { buttons, t } of ofWho('partner-admin', 'add-azure')) expect(buttons[0]).toBe(t('links.partner-center'));
  for (const { words, t } of ofWho('csp', 'join')) expect(words).toContain(t('card.verdict.partner-text-join'));
});

test('whoever owns the subscription with a personal account can send it with that account', () => {
  for (const { verdict, inSight, words, buttons, t } of ofWho('personal-account', 'join')) {
    expect(verdict.blockers.map(({ id }) => id)).toEqual(['personal-move']);
    expect(inSight).toContain(t('blockers.personal-move.what-to-do'));
    expect(words).not.toContain(t('verdict.join.held-back.text'));
    expect(buttons.slice(0, 2)).toEqual([t('links.azure-subscriptions'), t('button.other-account')]);
  }
});

test('an Enterprise Agreement on a move is told by what the newest page says, and never as impossible', () => {
  const newest = { en: /17 March 2026/, nl: /17 maart 2026/, de: /17\. März 2026/ };
  const impossible = {
    en: /cannot move this/,
    nl: /kunt dit abonnement niet zelf/,
    de: /kannst dieses Abonnement nicht selbst/,
  };
  const moving = told.filter((one) => has(one, ['enterprise-move']));
  expect(moving.length).toBeGreaterThan(0);
  for (const one of moving) {
    expect(one.words).toMatch(saidIn(one, newest));
    expect(one.words).not.toMatch(saidIn(one, impossible));
  }
});

test('where nothing may be sent, nobody reads that they can accept it', () => {
  const offenders = wrong(({ scenario, verdict, words, t }) =>
    scenario === 'join' && verdict.outcome === 'out-of-scope' && words.includes(t('checks.accepting-administrator.yes'))
      ? ['can accept']
      : [],
  );

  expect(offenders).toEqual([]);
  expect(ofWho('no-arm-consent', 'join').filter(({ verdict }) => verdict.outcome === 'out-of-scope')).not.toEqual([]);
});

test('an offer that no partner sells is not taken for a partner’s, whatever the answer', () => {
  for (const scenario of scenarios)
    for (const { verdict, words, t } of ofWho('agreement-hidden', scenario).filter(
      ({ answer }) => answer === 'partner',
    )) {
      expect(verdict.outcome).toBe('unsure');
      expect(verdict.blockers).toEqual([]);
      expect(verdict.notices.map(({ id }) => id)).not.toContain('sold-by-partner');
      expect(words).toContain(t('reasons.not-from-partner.meaning'));
    }
});

test('whoever may not buy here and is in several tenants has moving as a way out', () => {
  for (const who of ['two-tenants', 'conditional-owner'])
    for (const { buttons, t } of ofWho(who, 'add-microsoft-365'))
      expect(buttons.slice(0, 2)).toEqual([t('button.ask-admin'), t('scenarios.join.choice')]);
  for (const { buttons, t } of ofWho('member-azure', 'add-microsoft-365'))
    expect(buttons).not.toContain(t('scenarios.join.choice'));
});

test('a guest who joins can change to an account of their own', () => {
  for (const { buttons, t } of ofWho('guest', 'join')) expect(buttons[1]).toBe(t('button.other-account'));
});

test('an administrator looks first where nobody could see whether Microsoft 365 is here', () => {
  const view = { scenario: 'add-microsoft-365', tenant: 'Contoso', blockers: [], code: 'abc', url: null } as const;
  const ends = '2026-12-24T00:00:00Z';
  for (const who of ['minimum-permissions', 'no-graph-consent'])
    for (const { verdict, t } of ofWho(who, 'add-microsoft-365')) {
      const isGoalUnseen = goalUnseen(verdict) !== null;
      expect(adminRequestText({ ...view, isGoalUnseen, expiresAt: ends }, t)).toContain(
        t('card.admin-request.look-first'),
      );
    }
  for (const { verdict } of ofWho('member-azure', 'add-microsoft-365')) expect(goalUnseen(verdict)).toBeNull();
});

test('a role on the billing account is told wherever there is, or may be, a customer agreement', () => {
  for (const one of ofWho('agreement-hidden', 'add-microsoft-365').filter(({ answer }) => answer !== 'enterprise')) {
    expect(one.verdict.steps[0]).toBe('m365-know-your-role');
    const told = one.answer === 'neither' ? 'billing-role-needed' : 'billing-role-perhaps';
    expect(one.verdict.notices.map(({ id }) => id)).toContain(told);
  }
  for (const { verdict, words, t } of ofWho('customer-agreement', 'add-microsoft-365')) {
    const role = verdict.checks.find(({ id }) => id === 'purchase-role');
    expect(role).toMatchObject({ answer: 'cannot-tell', because: 'billing-role-unread' });
    expect(verdict.outcome).toBe('ready');
    expect(words).not.toContain(t('checks.purchase-role.yes'));
  }
});

test('who may settle a bill is told beside the bill', () => {
  const who = { en: /account administrator/, nl: /accountbeheerder/, de: /Kontoadministrator/ };
  for (const one of ofWho('azure-disabled', 'add-azure')) expect(one.inSight).toMatch(saidIn(one, who));
});

test('a guest reads the name of their own tenant as the way on', () => {
  for (const scenario of ['add-azure', 'add-microsoft-365'] as const)
    for (const { inSight } of ofWho('guest', scenario)) expect(inSight).toContain('Wingtip Toys');
});

test('taking over a tenant is told with what it takes', () => {
  for (const scenario of ['add-azure', 'add-microsoft-365'] as const)
    for (const { inSight } of ofWho('unmanaged-tenant', scenario)) expect(inSight).toMatch(/DNS.TXT/);
});

test('nobody is sent to a private window before the first step: a managed device is not seen in one', () => {
  expect(wrong(({ words }) => /InPrivate/.exec(words) ?? [])).toEqual([]);
});

test('a partner is told who may order, and what is not documented as such', () => {
  const least = { en: /Billing Administrator/, nl: /factureringsbeheerder/, de: /Abrechnungsadministrator/ };
  const untold = { en: /customer’s own/, nl: /van de klant zelf/, de: /dem Kunden selbst/ };
  for (const one of ofWho('partner-admin', 'add-microsoft-365')) {
    expect(one.inSight).toMatch(saidIn(one, least));
    expect(one.words).not.toMatch(saidIn(one, untold));
  }
});

test('of hundreds of subscriptions, those that were not looked at are told as such', () => {
  for (const { facts, verdict, t } of ofWho('four-hundred-subscriptions', 'join')) {
    const move = describeMove(facts);
    expect(verdict.notices.map(({ id }) => id)).toContain('owner-not-read');
    expect(move.subscription).not.toMatch(/395/);
    expect(moveLines(move, shown, t)[0]).toBe(t('card.join.moves-each', moveNames(move, shown, t)));
  }
  for (const { verdict } of ofWho('billing-admin-azure', 'join'))
    expect(verdict.notices.map(({ id }) => id)).not.toContain('owner-not-read');
});

test('money is told as Microsoft documents it: when a trial costs, what cannot be cancelled, what comes back', () => {
  const pays = { en: /payment method/, nl: /betaalmethode/, de: /Zahlungsmethode/ };
  const bound = { en: /no plan can be cancelled/, nl: /niets meer opzeggen/, de: /nichts mehr kündigen/ };
  const back = { en: /even a while later/, nl: /nog een tijd heractiveren/, de: /auch danach/ };
  for (const one of ofWho('m365-ending', 'add-azure')) {
    expect(one.words).toMatch(saidIn(one, pays));
    expect(one.words).toMatch(saidIn(one, back));
    expect(one.t.lines('steps.m365-try-or-buy.notes').join(' ')).toMatch(saidIn(one, pays));
    expect(one.t.lines('steps.m365-try-or-buy.notes').join(' ')).toMatch(saidIn(one, bound));
  }
});

test('what cannot move is named whole before anything moves', () => {
  for (const { t } of ofWho('two-tenants', 'join'))
    for (const cannot of ['AKS', 'Entra Domain Services', 'Azure SQL'])
      expect(t.lines('topics.change-directory-consequences.paragraphs').join(' ')).toContain(cannot);
});

test('nobody who cannot see an agreement is told that they have one', () => {
  const claims = { en: /cannot see yours/, nl: /Ik kan die niet zien/, de: /kann deins nicht/ };
  expect(wrong((one) => saidIn(one, claims).exec(one.words) ?? [])).toEqual([]);
});

test('what a move changes does not order a transfer that some offers do not have', () => {
  const orders = { en: /To change that too, transfer/, nl: /draag dan het eigendom/, de: /dann übertrage den/ };
  for (const one of ofWho('free-products-only', 'join'))
    expect(one.t.lines('topics.change-directory-consequences.paragraphs').join(' ')).not.toMatch(saidIn(one, orders));
});
