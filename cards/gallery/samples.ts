import { generalPlan, type Plan } from '../../src/domain/plan.ts';
import type { Change, Proof } from '../../src/domain/proof.ts';
import { scenarios } from '../../src/domain/scenario.ts';
import type { StatusView, SubscriptionLine } from '../../src/domain/status.ts';
import { topicIds } from '../../src/domain/steps.ts';
import type { Suggestion } from '../../src/domain/suggest-scenario.ts';
import { blockerIds, checkIds, noticeIds, type Verdict, type VerdictOutcome } from '../../src/domain/verdict.ts';
import type { MessageId, Translator } from '../../src/i18n/index.ts';
import { whyIds } from '../../src/i18n/index.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { adminAnswerCard, adminAnsweredCard } from '../admin-answer-card.ts';
import { adminRequestCard } from '../admin-request-card.ts';
import { agreementQuestionCard } from '../agreement-question-card.ts';
import { choiceAfterMissesCard } from '../choice-after-misses-card.ts';
import { answerBackCard, colleagueAnswerCard } from '../colleague-answer-card.ts';
import { deleteMyDataCard } from '../delete-my-data-card.ts';
import { handOverCard } from '../hand-over-card.ts';
import { helpCard } from '../help-card.ts';
import { inGroupCard } from '../in-group-card.ts';
import { joinConfirmationCard } from '../join-confirmation-card.ts';
import { languageCard } from '../language-card.ts';
import { myTicketsCard, ticketStandings } from '../my-tickets-card.ts';
import { noticeCard, whyCard } from '../notice-card.ts';
import { proofCard } from '../proof-card.ts';
import { receiptCard } from '../receipt-card.ts';
import { reminderSetCard } from '../reminder-set-card.ts';
import { resumeCard } from '../resume-card.ts';
import { signInExplanationCard } from '../sign-in-explanation-card.ts';
import { statusCard } from '../status-card.ts';
import { stepsCard } from '../steps-card.ts';
import { suggestionCard } from '../suggestion-card.ts';
import { talkToPersonCard } from '../talk-to-person-card.ts';
import { ticketArrivedCard } from '../ticket-arrived-card.ts';
import { ticketNoticeCard, ticketNotices } from '../ticket-notice-card.ts';
import { topicCard } from '../topic-card.ts';
import { verdictCard } from '../verdict-card.ts';
import { welcomeCard } from '../welcome-card.ts';

export interface Sample {
  readonly name: string;
  readonly make: (t: Translator) => AdaptiveCard;
}

/** A name as bad as it gets: right-to-left override, emoji, Markdown, a link, a mention, a date macro, and very long. */
export const worstName = `\u202Eمرحبا 👩‍👩‍👧‍👦 **bold** [click](https://evil.example) <at>all</at> {{DATE(2026-01-01T00:00:00Z)}} {tenant} $t(x) www.evil.example ${'Ω'.repeat(400)}`;

const readAt = '2026-11-20T09:00:00Z';
const request = { code: 'x'.repeat(22), expiresAt: readAt };
const outcomes: readonly VerdictOutcome[] = ['ready', 'held-back', 'unsure', 'already-done', 'out-of-scope'];

const suggestions: readonly Suggestion[] = [
  { kind: 'scenario', scenario: 'add-azure', because: 'microsoft-365-only', orElse: [] },
  { kind: 'scenario', scenario: 'add-microsoft-365', because: 'azure-only', orElse: [] },
  { kind: 'scenario', scenario: 'join', because: 'azure-here-and-another-tenant', orElse: [] },
  { kind: 'status', because: 'both-here' },
  { kind: 'status', because: 'nothing-found' },
  { kind: 'status', because: 'cannot-tell' },
  { kind: 'status', because: 'personal-account' },
];

const friendlyTicket = {
  id: 'ticket-of-somebody',
  number: '35',
  deskName: 'Contoso',
  title: 'Contoso',
};
const worstTicket = { id: 'ticket-of-the-worst', number: worstName, deskName: worstName, title: worstName };

/** Every card in every shape, with friendly names and with the worst ones. */
export const samples: readonly Sample[] = [
  ...(['first', 'returning', 'after-sign-out'] as const).map((occasion) =>
    sample(`welcome ${occasion}`, (t) => welcomeCard({ occasion }, t)),
  ),
  sample('sign-in explanation', (t) => signInExplanationCard({}, t)),
  sample('in a group', (t) => inGroupCard({ url: 'https://teams.microsoft.com/l/chat/0/0?users=28:bot' }, t)),
  sample('agreement question', (t) => agreementQuestionCard({}, t)),
  ...suggestions.map((suggestion) => sample(`suggestion ${suggestion.because}`, (t) => suggestionCard(suggestion, t))),
  ...scenarios.flatMap((scenario) =>
    outcomes.map((outcome) =>
      sample(`verdict ${scenario} ${outcome}`, (t) =>
        verdictCard({ verdict: someVerdict(scenario, outcome, friendly), readAt }, t),
      ),
    ),
  ),
  sample('verdict worst', (t) => verdictCard({ verdict: everyVerdict(), readAt }, t)),
  sample('status', (t) => statusCard(someStatus(3, 'Contoso'), t)),
  sample('status worst', (t) => statusCard(someStatus(400, worstName), t)),
  sample('status unknown', (t) => statusCard(unknownStatus(), t)),
  ...scenarios.flatMap((scenario) => [
    sample(`steps ${scenario}`, (t) => stepsCard({ plan: somePlan(scenario, 2) }, t)),
    sample(`steps ${scenario} general`, (t) => stepsCard({ plan: generalPlan(scenario) }, t)),
    sample(`steps ${scenario} done`, (t) => stepsCard({ plan: somePlan(scenario, 99) }, t)),
    sample(`steps ${scenario} worst`, (t) =>
      stepsCard({ plan: somePlan(scenario, 0), blockers: everyVerdict().blockers }, t),
    ),
  ]),
  sample('join confirmation', (t) =>
    joinConfirmationCard({ subscription: 'Production', source: 'Contoso Azure', target: 'Contoso' }, t),
  ),
  sample('join confirmation worst', (t) =>
    joinConfirmationCard({ subscription: worstName, source: worstName, target: null }, t),
  ),
  ...someProofs('Contoso', 2).map((proof) =>
    sample(`proof ${proof.kind}`, (t) => proofCard({ proof, checkedAt: readAt }, t)),
  ),
  ...someProofs(worstName, 400).map((proof) =>
    sample(`proof ${proof.kind} worst`, (t) => proofCard({ proof, checkedAt: readAt }, t)),
  ),
  sample('receipt', (t) => receiptCard(someReceipt('Contoso', 2), t)),
  ...[friendlyTicket, worstTicket].flatMap((ticket) => [
    sample(`ticket arrived ${ticket.id}`, (t) => ticketArrivedCard(ticket, t)),
    sample(`my tickets ${ticket.id}`, (t) =>
      myTicketsCard(
        {
          tickets: ticketStandings.map((standing) => ({
            ...ticket,
            standing,
            canAnswer: standing === 'with-human',
            isHere: standing === 'open',
          })),
          canGoOutside: true,
        },
        t,
      ),
    ),
    sample(`answer of a colleague ${ticket.id}`, (t) => colleagueAnswerCard({ ...ticket, text: ticket.title }, t)),
    sample(`answer back ${ticket.id}`, (t) => answerBackCard({ ...ticket, text: ticket.title }, t)),
    sample(`hand over ${ticket.id}`, (t) =>
      handOverCard(
        {
          deskName: ticket.deskName,
          contact: ticket.title,
          summary: ticket.title,
          course: `${ticket.title}\n${ticket.title}`,
        },
        t,
      ),
    ),
  ]),
  sample('my tickets none', (t) => myTicketsCard({ tickets: [], canGoOutside: false }, t)),
  sample('hand over nothing', (t) => handOverCard({ deskName: 'Contoso', contact: '', summary: '', course: '' }, t)),
  ...ticketNotices.map((notice) => sample(`ticket notice ${notice}`, (t) => ticketNoticeCard({ notice }, t))),
  sample('receipt worst', (t) => receiptCard(someReceipt(worstName, 10), t)),
  ...topicIds.map((topic) => sample(`topic ${topic}`, (t) => topicCard({ topic }, t))),
  sample('delete my data', (t) => deleteMyDataCard({}, t)),
  sample('help', (t) => helpCard({}, t)),
  sample('language', (t) => languageCard({}, t)),
  sample('talk to a person', (t) => talkToPersonCard({ contact: 'helpdesk@contoso.com', summary: 'Contoso' }, t)),
  sample('talk to a person page', (t) => talkToPersonCard({ contact: 'https://helpdesk.contoso.com/' }, t)),
  sample('talk to a person without contact', (t) => talkToPersonCard({ contact: '' }, t)),
  sample('choice after misses', (t) => choiceAfterMissesCard({}, t)),
  sample('resume', (t) => resumeCard({ scenario: 'add-azure', nextStep: 'azure-check-users' }, t)),
  sample('resume without step', (t) => resumeCard({ scenario: 'join', nextStep: null }, t)),
  sample('resume without scenario', (t) => resumeCard({ scenario: null, nextStep: null }, t)),
  ...(['something-went-wrong', 'expired-button', 'already-done'] as const satisfies readonly MessageId[]).map(
    (message) =>
      sample(`notice ${message}`, (t) =>
        noticeCard({ message, reference: 'A1B2C3', actions: [{ do: 'repeat' }, { do: 'talk-to-person' }] }, t),
      ),
  ),
  ...whyIds.map((about) => sample(`why ${about}`, (t) => whyCard({ about }, t))),
  ...scenarios.map((scenario) =>
    sample(`admin request ${scenario}`, (t) =>
      adminRequestCard(
        { scenario, tenant: 'Contoso', blockers: [{ id: 'role-missing', about: friendly }], ...request, url: null },
        t,
      ),
    ),
  ),
  sample('admin request worst', (t) =>
    adminRequestCard(
      {
        scenario: 'join',
        tenant: worstName,
        blockers: everyVerdict().blockers,
        ...request,
        url: 'https://bot.contoso.com/requests/abc',
      },
      t,
    ),
  ),
  ...scenarios.map((scenario) =>
    sample(`admin answer ${scenario}`, (t) => adminAnswerCard({ name: worstName, tenant: worstName, scenario }, t)),
  ),
  ...(['approved', 'declined'] as const).map((answer) =>
    sample(`admin ${answer}`, (t) => adminAnsweredCard({ kind: 'answered', answer }, t)),
  ),
  sample('admin refused', (t) => adminAnsweredCard({ kind: 'refused', because: 'role-missing' }, t)),
  sample('reminder tomorrow', (t) => reminderSetCard({ when: 'tomorrow', date: readAt }, t)),
  sample('reminder when visible', (t) => reminderSetCard({ when: 'when-visible', date: readAt }, t)),
];

function sample(name: string, make: Sample['make']): Sample {
  return { name, make };
}

const friendly = {
  tenant: 'Contoso',
  tenants: 'Contoso, Fabrikam',
  subscription: 'Production',
  product: 'Microsoft 365 Business Standard',
  role: 'Global Administrator',
  group: 'Administrators',
  account: 'admin@contoso.onmicrosoft.com',
  offer: 'Azure Pass',
  date: '2026-12-01T00:00:00Z',
};

const nasty = Object.fromEntries(Object.keys(friendly).map((name) => [name, worstName]));

function someVerdict(
  scenario: Verdict['scenario'],
  outcome: VerdictOutcome,
  about: Readonly<Record<string, string>>,
): Verdict {
  const isBlocked = outcome === 'held-back' || outcome === 'out-of-scope';
  return {
    scenario,
    outcome,
    checks: [
      { id: 'work-account', answer: 'yes', because: null, about },
      { id: 'purchase-role', answer: isBlocked ? 'no' : 'yes', because: null, about },
      { id: 'has-azure', answer: 'cannot-tell', because: 'consent-missing', about },
    ],
    blockers: isBlocked ? [{ id: outcome === 'out-of-scope' ? 'enterprise-agreement' : 'role-missing', about }] : [],
    notices: [
      { id: 'lands-in-this-tenant', about },
      { id: 'use-this-account', about },
    ],
    steps: outcome === 'ready' || outcome === 'unsure' ? generalPlan(scenario).steps : [],
  };
}

function everyVerdict(): Verdict {
  return {
    ...someVerdict('join', 'held-back', nasty),
    checks: checkIds.map((id) => ({ id, answer: 'cannot-tell', because: 'permission-refused', about: nasty })),
    blockers: blockerIds.map((id) => ({ id, about: nasty })),
    notices: [...noticeIds, ...noticeIds].map((id) => ({ id, about: nasty })),
    steps: generalPlan('join').steps,
  };
}

function somePlan(scenario: Plan['scenario'], done: number): Plan {
  const plan = generalPlan(scenario);
  return { ...plan, basis: 'checked', done: plan.steps.slice(0, done) };
}

function someChanges(name: string, count: number): readonly Change[] {
  const kinds: readonly Change[] = [
    { kind: 'subscription-appeared', name, tenant: name },
    { kind: 'subscription-left', name, tenant: name },
    { kind: 'subscription-moved', name, from: name, to: name },
    { kind: 'subscription-state', name, before: 'Disabled', after: 'Enabled' },
    { kind: 'product-appeared', name, tenant: name },
    { kind: 'product-left', name, tenant: name },
    { kind: 'product-state', name, before: 'Warning', after: 'Enabled' },
    { kind: 'membership-gained', tenant: name },
    { kind: 'role-gained', name },
    { kind: 'role-lost', name },
  ];
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]).filter(
    (change): change is Change => change !== undefined,
  );
}

function someProofs(name: string, count: number): readonly Proof[] {
  const changes = someChanges(name, count);
  return [
    { kind: 'proven', scenario: 'add-azure', changes, where: name, whereId: '11111111-2222-3333-4444-555555555555' },
    { kind: 'not-visible-yet', scenario: 'add-azure', attempt: 1, askAgainInMinutes: 5 },
    { kind: 'wrong-tenant', scenario: 'add-azure', changes, where: name, expected: name },
    { kind: 'cannot-tell', scenario: 'join', missing: ['azure', 'microsoft-365', 'tenants'] },
  ];
}

function someReceipt(name: string, count: number) {
  return {
    scenario: 'add-azure' as const,
    provenAt: readAt,
    tenantName: name,
    tenantId: '11111111-2222-4333-8444-555555555555',
    changes: someChanges(name, count),
    moreChanges: 37,
  };
}

function someStatus(count: number, name: string): StatusView {
  const capped = <T>(one: T) => ({
    kind: 'known' as const,
    value: { shown: Array.from({ length: count }, () => one), more: 0, total: count },
  });
  return {
    readAt,
    account: { name, signInName: name, kind: 'work' },
    tenant: {
      kind: 'known',
      value: { name, id: name, initialDomain: name, management: 'managed', type: 'workforce' },
    },
    findings: [
      { kind: 'several-tenants', tenant: name, others: Array.from({ length: count }, () => name) },
      { kind: 'guest-account', tenant: name, home: null },
      { kind: 'facts-contradict', graph: name, azure: name },
      { kind: 'subscription-in-other-tenant', subscription: name, tenant: name, here: name },
    ],
    activeRoles: capped({ name, mayBuy: 'yes', through: { kind: 'group', groupName: name }, endsAt: readAt }),
    eligibleRoles: capped({ name: 'Billing Administrator', mayBuy: 'yes', endsAt: readAt }),
    products: capped({
      name,
      kind: 'microsoft-365',
      stage: { stage: 'unknown', raw: name, deadline: readAt, daysLeft: 11, wayOut: 'none-needed' },
      trial: 'yes',
      seatsUsed: 1200,
      seatsTotal: 5000,
      soldBy: 'partner',
    }),
    subscriptions: capped(someSubscription(name)),
  };
}

function someSubscription(name: string): SubscriptionLine {
  return {
    name,
    subscriptionId: '11111111-2222-4333-8444-555555555555',
    stage: { stage: 'unknown', raw: name, works: 'unknown', wayOut: 'look-in-portal' },
    offer: { id: 'unknown', name, quotaId: name, limits: [], agreement: 'unknown' },
    spendingLimit: 'cannot-tell',
    tenant: name,
    inThisTenant: 'no',
    isAzure: 'yes',
  };
}

function unknownStatus(): StatusView {
  const unknown = { kind: 'cannot-tell', because: 'permission-refused' } as const;
  return {
    readAt,
    account: { name: null, signInName: null, kind: 'work' },
    tenant: unknown,
    findings: [],
    activeRoles: unknown,
    eligibleRoles: unknown,
    products: unknown,
    subscriptions: unknown,
  };
}
