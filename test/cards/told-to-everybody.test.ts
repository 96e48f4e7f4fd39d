import { adminRequestText } from '../../cards/admin-request-card.ts';
import { supportText } from '../../cards/topic-card.ts';
import { verdictCard } from '../../cards/verdict-card.ts';
import { everyone } from '../../sandbox/people/everyone.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { createFactsSource } from '../../src/adapters/facts/read-facts.ts';
import { readSettings } from '../../src/config/settings.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { type AgreementAnswer, agreementAnswers } from '../../src/domain/offers.ts';
import { generalPlan, makePlan, nextOpenStep } from '../../src/domain/plan.ts';
import { type Scenario, scenarios } from '../../src/domain/scenario.ts';
import { acceptingSteps, type StepId } from '../../src/domain/steps.ts';
import { nameOwnTenant } from '../../src/domain/tenants.ts';
import {
  acceptsHere,
  type BlockerId,
  decideVerdict,
  needsAgreementAnswer,
  type Verdict,
} from '../../src/domain/verdict.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { createTranslator, type Translator } from '../../src/i18n/translator.ts';
import type { UserToken } from '../../src/ports/facts-source.ts';
import { aContext } from '../builders/facts.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { signIn } from '../sandbox/visit.ts';

/**
 * What is told to everybody of the sandbox, on every route and in three languages, must not contradict itself. The facts are
 * read as the bot reads them; the card is the one that they get.
 */

/** Somebody on a route, and the card that tells them how they stand. */
interface Told {
  readonly title: string;
  readonly who: string;
  readonly scenario: Scenario;
  readonly locale: Locale;
  readonly answer: AgreementAnswer | null;
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly t: Translator;
  /** Everything on the card, folded or not, without what Markdown hides. */
  readonly words: string;
  /** What is in sight before anything is unfolded. */
  readonly inSight: string;
  readonly buttons: readonly string[];
}

const spoken: readonly Locale[] = ['en', 'nl', 'de'];
const told: Told[] = [];
let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
  for (const { id } of everyone) {
    const { access_token: token } = await signIn(sandbox, id);
    for (const scenario of scenarios) {
      const facts = await read(String(token) as UserToken, scenario);
      const answers = needsAgreementAnswer(facts) ? agreementAnswers : [null];
      for (const answer of answers) for (const locale of spoken) told.push(cardOf(id, scenario, facts, answer, locale));
    }
  }
});
afterAll(() => sandbox.stop());

async function read(userToken: UserToken, purpose: Scenario): Promise<Facts> {
  const reading = readSettings({ ...sandbox.environment });
  if (reading.kind === 'faulty') throw new Error(JSON.stringify(reading.faults));
  const source = createFactsSource(reading.settings, { now: () => Date.now() });
  const found = await source.read({ userToken, purpose, budgetMs: 8_000 });
  if (found.kind !== 'read') throw new Error(found.kind);
  return found.facts;
}

function cardOf(who: string, scenario: Scenario, facts: Facts, answer: AgreementAnswer | null, locale: Locale): Told {
  const t = createTranslator(locale);
  const verdict = decideVerdict(scenario, facts, aContext({ now: Date.now(), agreementAnswer: answer }));
  const nextStep = verdict.outcome === 'ready' && scenario !== 'join' ? nextOpenStep(makePlan(verdict, null)) : null;
  const card = verdictCard({ verdict, readAt: facts.readAt, consentUrl: null, nextStep }, t);
  const wordsOf = (parts: readonly unknown[]): string => JSON.stringify(parts).replaceAll('\\\\', '');
  return {
    title: `${who} ${scenario} ${locale}${answer === null ? '' : ` ${answer}`}`,
    who,
    scenario,
    locale,
    answer,
    facts,
    verdict,
    t,
    words: wordsOf(card.body),
    inSight: wordsOf(card.body.filter(({ type }) => type !== 'Fold')),
    buttons: card.actions.map(({ title }) => title),
  };
}

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
  const signUp = /sign up|sign-up|aanvragen|vraag dan niet zelf aan|registratie|registrier/i;
  // A personal account and an unmanaged tenant are explained by how they came about.
  const offenders = wrong((one) =>
    one.scenario === 'join' && !has(one, ['personal-account', 'unmanaged-tenant'])
      ? (signUp.exec(one.words) ?? [])
      : [],
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
  const partners = told.filter((one) => has(one, ['partner-admin', 'partner-orders', 'move-as-partner']));
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
