import type { AdminRequestRefusal } from '../../src/domain/admin-request.ts';
import { offerIds } from '../../src/domain/offers.ts';
import { generalPlan } from '../../src/domain/plan.ts';
import { scenarios } from '../../src/domain/scenario.ts';
import { statusLines } from '../../src/domain/status.ts';
import { topicIds } from '../../src/domain/steps.ts';
import type { Suggestion } from '../../src/domain/suggest-scenario.ts';
import { blockerIds, checkIds, noticeIds, type VerdictOutcome } from '../../src/domain/verdict.ts';
import type { MessageId, Translator } from '../../src/i18n/index.ts';
import { whyIds } from '../../src/i18n/index.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { adminAnswerCard, adminAnsweredCard } from '../admin-answer-card.ts';
import { adminRequestCard } from '../admin-request-card.ts';
import { agreementQuestionCard } from '../agreement-question-card.ts';
import { answerCard, questionChoicesCard } from '../answer-card.ts';
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
import { mostTold } from '../verdict-parts.ts';
import { welcomeCard } from '../welcome-card.ts';
import {
  everyFinding,
  everyVerdict,
  friendlyNames,
  noNames,
  readAt,
  reasons,
  somePlan,
  someProofs,
  someReceipt,
  someStatus,
  someVerdict,
  statusWithFindings,
  statusWithOffers,
  unknownStatus,
  verdictWithBlockers,
  verdictWithChecks,
  verdictWithNotices,
  worstName,
  worstNames,
} from './sample-views.ts';

export interface Sample {
  readonly name: string;
  readonly make: (t: Translator) => AdaptiveCard;
  /** Something that a sentence names could not be read, so a neutral word stands there. */
  readonly isNameless: boolean;
}

const request = { code: 'x'.repeat(22), expiresAt: readAt };
const outcomes: readonly VerdictOutcome[] = ['ready', 'held-back', 'unsure', 'already-done', 'out-of-scope'];

const refusals: readonly AdminRequestRefusal[] = [
  'expired',
  'wrong-tenant',
  'own-request',
  'role-missing',
  'role-to-activate',
  'role-cannot-tell',
  'already-answered',
  'not-approved',
  'not-the-requester',
];

const suggestions: readonly Suggestion[] = [
  { kind: 'scenario', scenario: 'add-azure', because: 'microsoft-365-only', orElse: [] },
  { kind: 'scenario', scenario: 'add-microsoft-365', because: 'azure-only', orElse: [] },
  { kind: 'scenario', scenario: 'join', because: 'azure-here-and-another-tenant', orElse: [] },
  { kind: 'status', because: 'both-here' },
  { kind: 'status', because: 'nothing-found' },
  { kind: 'status', because: 'cannot-tell' },
  { kind: 'status', because: 'personal-account' },
];

const friendlyTicket = { id: 'ticket-of-somebody', number: '35', deskName: 'Contoso', title: 'Contoso' };
const namelessTicket = { id: 'ticket-without-names', number: '', deskName: 'Contoso', title: '' };
const worstTicket = { id: 'ticket-of-the-worst', number: worstName, deskName: worstName, title: worstName };

const someActions = [{ do: 'repeat' }, { do: 'talk-to-person' }, { do: 'ask-question', id: 'q01' }] as const;
const someQuestion = {
  id: 'q01',
  title: 'Contoso?',
  paragraphs: ['Contoso.'],
  links: ['https://contoso.com/'],
};
const longQuestion = { ...someQuestion, title: 'Contoso '.repeat(100), paragraphs: ['Contoso '.repeat(400)] };

/** Every card in every shape, with friendly names, with the worst ones and without any. Each sentence is in one of them. */
export const samples: readonly Sample[] = [
  ...(['first', 'returning', 'after-sign-out'] as const).map((greeting) =>
    sample(`welcome ${greeting}`, (t) => welcomeCard({ greeting }, t)),
  ),
  sample('sign-in explanation', (t) => signInExplanationCard({}, t)),
  sample('in a group', (t) => inGroupCard({ url: 'https://teams.microsoft.com/l/chat/0/0?users=28:bot' }, t)),
  sample('agreement question', (t) => agreementQuestionCard({}, t)),
  ...suggestions.map((suggestion) => sample(`suggestion ${suggestion.because}`, (t) => suggestionCard(suggestion, t))),
  ...scenarios.flatMap((scenario) =>
    outcomes.map((outcome) =>
      sample(`verdict ${scenario} ${outcome}`, (t) =>
        verdictCard({ verdict: someVerdict(scenario, outcome, friendlyNames), readAt }, t),
      ),
    ),
  ),
  sample('verdict worst', (t) => verdictCard({ verdict: everyVerdict(), readAt }, t)),
  // A card tells a few of each and counts the rest, so one card would never show the last ones.
  ...verdictsWithEverything('friendly', friendlyNames),
  ...verdictsWithEverything('worst', worstNames),
  ...verdictsWithEverything('nameless', noNames).map(nameless),
  ...inPages(reasons, checkIds.length).map((because, page) =>
    sample(`verdict reasons ${page + 1}`, (t) =>
      verdictCard({ verdict: verdictWithChecks('cannot-tell', friendlyNames, because), readAt }, t),
    ),
  ),
  sample('status', (t) => statusCard(someStatus(3, 'Contoso'), t)),
  sample('status worst', (t) => statusCard(someStatus(400, worstName), t)),
  sample('status unknown', (t) => statusCard(unknownStatus(), t)),
  ...inPages(offerIds, statusLines).map((offers, page) =>
    sample(`status offers ${page + 1}`, (t) => statusCard(statusWithOffers(offers), t)),
  ),
  // The card shows the first four.
  ...inPages(everyFinding, 4).map((findings, page) =>
    sample(`status findings ${page + 1}`, (t) => statusCard(statusWithFindings(findings), t)),
  ),
  ...scenarios.flatMap((scenario) => [
    ...generalPlan(scenario).steps.map((next, done) =>
      sample(`steps ${scenario} at ${next}`, (t) => stepsCard({ plan: somePlan(scenario, done) }, t)),
    ),
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
    joinConfirmationCard({ subscription: worstName, source: worstName, target: worstName }, t),
  ),
  nameless(
    sample('join confirmation nameless', (t) =>
      joinConfirmationCard({ subscription: null, source: null, target: null }, t),
    ),
  ),
  ...someProofs('Contoso', 2).map((proof) =>
    sample(`proof ${proof.kind}`, (t) => proofCard({ proof, checkedAt: readAt }, t)),
  ),
  ...someProofs(worstName, 400).map((proof) =>
    sample(`proof ${proof.kind} worst`, (t) => proofCard({ proof, checkedAt: readAt }, t)),
  ),
  ...scenarios.map((scenario) =>
    sample(`receipt ${scenario}`, (t) => receiptCard(someReceipt(scenario, 'Contoso', 2), t)),
  ),
  ...[friendlyTicket, worstTicket, namelessTicket].flatMap((ticket) => [
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
  sample('receipt worst', (t) => receiptCard(someReceipt('add-azure', worstName, 10), t)),
  ...topicIds.map((topic) => sample(`topic ${topic}`, (t) => topicCard({ topic }, t))),
  ...(['everybody', 'yes', 'no', 'cannot-tell'] as const).map((fit) =>
    sample(`answer for ${fit}`, (t) => answerCard({ question: someQuestion, fit }, t)),
  ),
  sample('answer long', (t) => answerCard({ question: longQuestion, fit: 'cannot-tell' }, t)),
  ...(['perhaps', 'others'] as const).map((because) =>
    sample(`question choices ${because}`, (t) =>
      questionChoicesCard({ questions: [someQuestion, someQuestion, someQuestion], because }, t),
    ),
  ),
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
      sample(`notice ${message}`, (t) => noticeCard({ message, reference: 'A1B2C3', actions: someActions }, t)),
  ),
  ...whyIds.map((about) => sample(`why ${about}`, (t) => whyCard({ about }, t))),
  ...scenarios.map((scenario) =>
    sample(`admin request ${scenario}`, (t) =>
      adminRequestCard(
        {
          scenario,
          tenant: 'Contoso',
          blockers: [{ id: 'role-missing', about: friendlyNames }],
          ...request,
          url: null,
        },
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
  ...refusals.map((because) =>
    sample(`admin refused ${because}`, (t) => adminAnsweredCard({ kind: 'refused', because }, t)),
  ),
  sample('reminder tomorrow', (t) => reminderSetCard({ when: 'tomorrow', date: readAt }, t)),
  sample('reminder when visible', (t) => reminderSetCard({ when: 'when-visible', date: readAt }, t)),
];

function sample(name: string, make: Sample['make']): Sample {
  return { name, make, isNameless: false };
}

function nameless(one: Sample): Sample {
  return { ...one, isNameless: true };
}

function verdictsWithEverything(name: string, about: Readonly<Record<string, string>>): readonly Sample[] {
  const consentUrl = 'https://login.contoso.com/';
  return [
    ...inPages(noticeIds, mostTold).map((ids, page) =>
      sample(`verdict notices ${page + 1} ${name}`, (t) =>
        verdictCard({ verdict: verdictWithNotices(ids, about), readAt }, t),
      ),
    ),
    ...inPages(blockerIds, mostTold).map((ids, page) =>
      sample(`verdict blockers ${page + 1} ${name}`, (t) =>
        verdictCard({ verdict: verdictWithBlockers(ids, about), readAt }, t),
      ),
    ),
    ...(['yes', 'no', 'cannot-tell'] as const).map((answer) =>
      sample(`verdict checks ${answer} ${name}`, (t) =>
        verdictCard({ verdict: verdictWithChecks(answer, about), readAt, consentUrl }, t),
      ),
    ),
  ];
}

function inPages<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const pages = Math.ceil(items.length / size);
  return Array.from({ length: pages }, (_, page) => items.slice(page * size, (page + 1) * size));
}
