import type { AdminRequestRefusal } from '../../src/domain/admin-request.ts';
import { offerIds } from '../../src/domain/offers.ts';
import { generalPlan } from '../../src/domain/plan.ts';
import { ownFacts } from '../../src/domain/questions.ts';
import { scenarios } from '../../src/domain/scenario.ts';
import { statusLines } from '../../src/domain/status.ts';
import { acceptingSteps, type StepId, stepIds, topicIds } from '../../src/domain/steps.ts';
import type { Suggestion } from '../../src/domain/suggest-scenario.ts';
import { blockerIds, checkIds, noticeIds, urgentNotices, type VerdictOutcome } from '../../src/domain/verdict.ts';
import type { TitledMessageId, Translator } from '../../src/i18n/index.ts';
import { acceptFormCard, acceptRequestCard } from '../accept-request-card.ts';
import type { AdaptiveCard } from '../adaptive-card.ts';
import { acceptAnswerCard, adminAnswerCard, adminAnsweredCard } from '../admin-answer-card.ts';
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
import {
  boxHintCard,
  boxHints,
  sharedAnswerCard,
  sharedCodeCard,
  sharedLinkCard,
  sharedLinks,
  sharedRequestCard,
  sharedStepsCard,
} from '../message-extension-cards.ts';
import { myTicketsCard, ticketStandings } from '../my-tickets-card.ts';
import { noticeCard } from '../notice-card.ts';
import { proofCard } from '../proof-card.ts';
import { receiptCard } from '../receipt-card.ts';
import { reminderSetCard } from '../reminder-set-card.ts';
import { resumeCard } from '../resume-card.ts';
import { signInExplanationCard } from '../sign-in-explanation-card.ts';
import { statusCard } from '../status-card.ts';
import { stepCard } from '../step-card.ts';
import { stepUpCard } from '../step-up-card.ts';
import { stepsCard } from '../steps-card.ts';
import { suggestionCard } from '../suggestion-card.ts';
import { talkToPersonCard } from '../talk-to-person-card.ts';
import { ticketArrivedCard } from '../ticket-arrived-card.ts';
import { ticketNoticeCard, ticketNotices } from '../ticket-notice-card.ts';
import { topicCard } from '../topic-card.ts';
import { verdictCard } from '../verdict-card.ts';
import { mostTold } from '../verdict-parts.ts';
import { verdictReasonCard } from '../verdict-reason-card.ts';
import { welcomeCard } from '../welcome-card.ts';
import {
  acceptingPlan,
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
  verdictByAnswer,
  verdictInDeveloperTenant,
  verdictOfGuest,
  verdictOfPartner,
  verdictOfSigner,
  verdictThereAlready,
  verdictThereUnderAgreement,
  verdictWhereItGoes,
  verdictWithAzureStopped,
  verdictWithBlockers,
  verdictWithBothHere,
  verdictWithChecks,
  verdictWithDeadline,
  verdictWithNotices,
  verdictWithoutStart,
  verdictWithRoleWaiting,
  withMicrosoft365Ending,
  worstName,
  worstNames,
} from './sample-views.ts';

export interface CardSample {
  readonly name: string;
  /** The function that draws it: `helpCard`. */
  readonly card: string;
  readonly make: (t: Translator) => AdaptiveCard;
  /** Something that a sentence names could not be read, so a neutral word stands there. */
  readonly isNameless: boolean;
}

const request = { code: 'x'.repeat(22), expiresAt: readAt };
const acceptance = {
  targetTenantId: 'c0ffee00-0000-4000-8000-0000000a11ce',
  link: 'https://portal.azure.com/#view/accept',
};
const outcomes: readonly VerdictOutcome[] = ['ready', 'held-back', 'unsure', 'already-done', 'out-of-scope'];

const someMove = {
  subscription: 'Production',
  source: 'Contoso Azure',
  target: 'Contoso',
  alsoIn: null,
  isSeveral: false,
  isDoubted: false,
};

const refusals: readonly AdminRequestRefusal[] = [
  'expired',
  'wrong-tenant',
  'own-request',
  'role-missing',
  'role-to-activate',
  'role-cannot-tell',
  'already-answered',
  'other-target',
  'no-role-to-accept',
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

const someActions = [{ do: 'repeat' }, { do: 'talk-to-person' }, { do: 'show-menu' }] as const;
const someQuestion = {
  id: 'q01',
  title: 'Contoso?',
  paragraphs: ['Contoso.'],
  links: ['https://contoso.com/'],
  inferred: false,
};
const longQuestion = { ...someQuestion, title: 'Contoso '.repeat(100), paragraphs: ['Contoso '.repeat(400)] };

/** Every card in every shape, with friendly names, with the worst ones and without any. Each sentence is in one of them. */
export const samples: readonly CardSample[] = [
  ...(['first', 'again', 'returning', 'after-sign-out'] as const).map((greeting) =>
    sample(`welcome ${greeting}`, welcomeCard, { greeting }),
  ),
  sample('sign-in explanation', signInExplanationCard, {
    scenario: null,
    signInLink: 'https://token.botframework.com/',
  }),
  ...scenarios.map((scenario) =>
    sample(`sign-in explanation (${scenario})`, signInExplanationCard, { scenario, signInLink: null }),
  ),
  ...(['azure', 'graph'] as const).flatMap((service) =>
    (['proof', 'device', 'sign-in'] as const).map((wants) =>
      sample(`step-up ${service} ${wants}`, stepUpCard, {
        service,
        wants,
        account: wants === 'proof' ? 'megan@contoso.com' : null,
        isAgain: false,
        url: 'https://onetenant.contoso.com/step-up/open/0',
      }),
    ),
  ),
  sample('step-up with another account', stepUpCard, {
    service: 'azure',
    wants: 'proof',
    account: 'megan@contoso.com',
    isAgain: true,
    url: 'https://onetenant.contoso.com/step-up/open/0',
  }),
  sample('in a group', inGroupCard, { url: 'https://teams.microsoft.com/l/chat/0/0?users=28:bot' }),
  sample('agreement question', agreementQuestionCard, {}),
  ...suggestions.map((suggestion) => sample(`suggestion ${suggestion.because}`, suggestionCard, suggestion)),
  ...scenarios.flatMap((scenario) =>
    outcomes.map((outcome) =>
      sample(`verdict ${scenario} ${outcome}`, verdictCard, {
        verdict: someVerdict(scenario, outcome, friendlyNames),
        readAt,
        nextStep: outcome === 'ready' && scenario !== 'join' ? firstStep(scenario) : null,
      }),
    ),
  ),
  ...(['add-azure', 'add-microsoft-365'] as const).map((scenario) =>
    sample(`verdict ${scenario} ready, agreement unknown`, verdictCard, {
      verdict: verdictWithDeadline(scenario, 'agreement-unknown'),
      readAt,
      nextStep: firstStep(scenario),
    }),
  ),
  ...(['use-this-account', 'use-account-here'] as const).map((account) =>
    sample(`verdict add-azure ready, trial ends, with ${account}`, verdictCard, {
      verdict: verdictOfSigner(account),
      readAt,
      nextStep: firstStep('add-azure'),
    }),
  ),
  sample('verdict join ready to agree', verdictCard, {
    verdict: someVerdict('join', 'ready', friendlyNames),
    readAt,
    move: someMove,
  }),
  ...(['add-azure', 'join'] as const).flatMap((scenario) => [
    sample(`verdict ${scenario} sold by a partner`, verdictCard, { verdict: verdictOfPartner(scenario), readAt }),
    sample(`verdict ${scenario} sold by a partner, by answer`, verdictCard, {
      verdict: verdictByAnswer(scenario),
      readAt,
    }),
  ]),
  sample('verdict a role may be waiting', verdictCard, { verdict: verdictWithRoleWaiting(), readAt }),
  sample('verdict both here, Azure stopped', verdictCard, { verdict: verdictWithBothHere(), readAt }),
  ...[verdictThereAlready('add-microsoft-365'), verdictWhereItGoes('yes')].map((verdict) =>
    sample(`verdict ${verdict.scenario} on a Microsoft 365 that ends`, verdictCard, {
      verdict: withMicrosoft365Ending(verdict),
      readAt,
    }),
  ),
  ...(['add-azure', 'add-microsoft-365'] as const).flatMap((scenario) => [
    sample(`verdict ${scenario} in the wrong tenant`, verdictCard, { verdict: verdictWithoutStart(scenario), readAt }),
    sample(`verdict ${scenario} there already`, verdictCard, { verdict: verdictThereAlready(scenario), readAt }),
    sample(`verdict ${scenario} there under an agreement`, verdictCard, {
      verdict: verdictThereUnderAgreement(scenario),
      readAt,
    }),
    sample(`verdict ${scenario} as a guest`, verdictCard, {
      verdict: { ...verdictWithBlockers(['guest-account'], friendlyNames), scenario },
      readAt,
    }),
    // Whoever has Microsoft 365 that works is not ready to buy it, and Azure keeps the tenant without it.
    ...urgentNotices
      .filter((id) => id !== 'microsoft-365-ends' && (scenario === 'add-azure' || id !== 'trial-ends'))
      .map((id) =>
        sample(`verdict ${scenario} with ${id}`, verdictCard, {
          verdict: verdictWithDeadline(scenario, id),
          readAt,
          nextStep: firstStep(scenario),
        }),
      ),
  ]),
  ...blockerIds.map((id) =>
    sample(`verdict held back by ${id}`, verdictCard, { verdict: verdictWithBlockers([id], friendlyNames), readAt }),
  ),
  ...blockerIds.map((id) =>
    sample(`reason for ${id}`, verdictReasonCard, { verdict: verdictWithBlockers([id], friendlyNames) }),
  ),
  sample('reason worst', verdictReasonCard, { verdict: everyVerdict() }),
  sample('verdict join as a guest', verdictCard, { verdict: verdictOfGuest(), readAt }),
  ...(['yes', 'no', 'cannot-tell'] as const).map((accepts) =>
    sample(`verdict join where it goes: ${accepts}`, verdictCard, { verdict: verdictWhereItGoes(accepts), readAt }),
  ),
  sample('verdict join in a developer tenant', verdictCard, { verdict: verdictInDeveloperTenant(), readAt }),
  ...(['yes', 'no'] as const).map((here) =>
    sample(`verdict Azure stopped, Microsoft 365 here: ${here}`, verdictCard, {
      verdict: verdictWithAzureStopped(here),
      readAt,
    }),
  ),
  sample('verdict worst', verdictCard, { verdict: everyVerdict(), readAt }),
  // A card tells a few of each and counts the rest, so one card would never show the last ones.
  ...verdictsWithEverything('friendly', friendlyNames),
  ...verdictsWithEverything('worst', worstNames),
  ...verdictsWithEverything('nameless', noNames).map(nameless),
  ...inPages(reasons, checkIds.length).map((because, page) =>
    sample(`verdict reasons ${page + 1}`, verdictCard, {
      verdict: verdictWithChecks('cannot-tell', friendlyNames, because),
      readAt,
    }),
  ),
  sample('status', statusCard, someStatus(3, 'Contoso')),
  sample('status worst', statusCard, someStatus(400, worstName)),
  sample('status on a route', statusCard, {
    ...someStatus(3, 'Contoso'),
    route: { scenario: 'add-azure', nextStep: 'azure-share-access' },
  }),
  sample('status unknown', statusCard, unknownStatus()),
  ...inPages(offerIds, statusLines).map((offers, page) =>
    sample(`status offers ${page + 1}`, statusCard, statusWithOffers(offers, page)),
  ),
  // The card shows the first four.
  ...inPages(everyFinding, 4).map((findings, page) =>
    sample(`status findings ${page + 1}`, statusCard, statusWithFindings(findings)),
  ),
  ...scenarios.flatMap((scenario) => [
    ...generalPlan(scenario).steps.map((next, done) =>
      sample(`steps ${scenario} at ${next}`, stepsCard, {
        plan: somePlan(scenario, done),
        account: 'megan.bowen@contoso.com',
      }),
    ),
    sample(`steps ${scenario} general`, stepsCard, { plan: generalPlan(scenario) }),
    sample(`steps ${scenario} with Azure`, stepsCard, { plan: somePlan(scenario, 0), hasAzure: true }),
    sample(`steps ${scenario} done`, stepsCard, { plan: somePlan(scenario, 99) }),
    sample(`steps ${scenario} worst`, stepsCard, { plan: somePlan(scenario, 0), blockers: everyVerdict().blockers }),
  ]),
  ...acceptingSteps.map((next, done) => sample(`steps to accept at ${next}`, stepsCard, { plan: acceptingPlan(done) })),
  sample('join confirmation', joinConfirmationCard, { ...someMove, accepts: false }),
  sample('join confirmation in doubt', joinConfirmationCard, { ...someMove, isDoubted: true, accepts: false }),
  sample('join confirmation of several', joinConfirmationCard, { ...someMove, isSeveral: true, accepts: false }),
  nameless(
    sample('join confirmation of the unseen', joinConfirmationCard, {
      ...someMove,
      subscription: null,
      isDoubted: true,
      accepts: false,
    }),
  ),
  nameless(
    sample('join confirmation in several tenants', joinConfirmationCard, {
      ...someMove,
      target: null,
      alsoIn: 'Fabrikam',
      accepts: false,
    }),
  ),
  sample('join confirmation of who accepts', joinConfirmationCard, {
    subscription: null,
    source: null,
    target: 'Contoso',
    alsoIn: null,
    isSeveral: false,
    isDoubted: false,
    accepts: true,
  }),
  sample('join confirmation worst', joinConfirmationCard, {
    subscription: worstName,
    source: worstName,
    target: worstName,
    alsoIn: worstName,
    isSeveral: false,
    isDoubted: false,
    accepts: true,
  }),
  nameless(
    sample('join confirmation nameless', joinConfirmationCard, {
      subscription: null,
      source: null,
      target: null,
      alsoIn: null,
      isSeveral: false,
      isDoubted: false,
      accepts: false,
    }),
  ),
  ...someProofs('Contoso', 2).map((proof) => sample(`proof ${proof.kind}`, proofCard, { proof, checkedAt: readAt })),
  ...someProofs(worstName, 400).map((proof) =>
    sample(`proof ${proof.kind} worst`, proofCard, { proof, checkedAt: readAt }),
  ),
  ...scenarios.map((scenario) => sample(`receipt ${scenario}`, receiptCard, someReceipt(scenario, 'Contoso', 2))),
  ...[friendlyTicket, worstTicket, namelessTicket].flatMap((ticket) => [
    sample(`ticket arrived ${ticket.id}`, ticketArrivedCard, ticket),
    ...[ticketStandings.slice(0, 6), ticketStandings.slice(6)].map((standings) =>
      sample(`my tickets ${ticket.id} ${standings[0]}`, myTicketsCard, {
        tickets: standings.map((standing) => ({
          ...ticket,
          standing,
          canAnswer: standing === 'with-human',
          isHere: standing === 'open',
        })),
        canGoOutside: true,
      }),
    ),
    sample(`answer of a colleague ${ticket.id}`, colleagueAnswerCard, { ...ticket, text: ticket.title }),
    sample(`answer back ${ticket.id}`, answerBackCard, { ...ticket, text: ticket.title }),
    sample(`hand over ${ticket.id}`, handOverCard, {
      deskName: ticket.deskName,
      contact: ticket.title,
      asked: 'Contoso',
      known: (['answer', 'person', 'tenant', 'so-far'] as const).map((what) => ({ what, value: ticket.title })),
      course: `${ticket.title}\n${ticket.title}`,
    }),
  ]),
  sample('my tickets none', myTicketsCard, { tickets: [], canGoOutside: false }),
  sample('hand over nothing', handOverCard, { deskName: 'Contoso', contact: '', asked: '', known: [], course: '' }),
  ...ticketNotices.map((notice) => sample(`ticket notice ${notice}`, ticketNoticeCard, { notice })),
  sample('receipt worst', receiptCard, someReceipt('add-azure', worstName, 10)),
  ...stepIds.map((step) => sample(`step ${step}`, stepCard, { step })),
  ...topicIds.map((topic) => sample(`topic ${topic}`, topicCard, { topic })),
  ...scenarios.map((scenario) =>
    sample(`topic enterprise-agreement for ${scenario}`, topicCard, {
      topic: 'enterprise-agreement',
      scenario,
      tenant: 'Contoso',
    }),
  ),
  ...(['everybody', 'yes', 'no', 'cannot-tell'] as const).map((fit) =>
    sample(`answer for ${fit}`, answerCard, { question: someQuestion, fit, onlyIn: null, asked: 'why', next: [] }),
  ),
  sample('answer inferred', answerCard, {
    question: { ...someQuestion, inferred: true },
    fit: 'everybody',
    onlyIn: null,
    asked: '',
    next: [],
  }),
  sample('answer in another language', answerCard, {
    question: someQuestion,
    fit: 'everybody',
    onlyIn: 'sv',
    asked: '',
    next: [],
  }),
  sample('answer with own facts', answerCard, {
    question: someQuestion,
    fit: 'everybody',
    onlyIn: null,
    asked: 'why',
    next: [],
    // No answer names more than two.
    own: { status: someStatus(3, 'Contoso'), parts: ['products', 'subscriptions'] },
  }),
  sample('answer with own facts worst', answerCard, {
    question: longQuestion,
    fit: 'cannot-tell',
    onlyIn: 'sv',
    asked: worstName,
    next: [],
    own: { status: someStatus(400, worstName), parts: ownFacts },
  }),
  sample('answer long', answerCard, {
    question: longQuestion,
    fit: 'cannot-tell',
    onlyIn: null,
    asked: 'why',
    next: [
      { kind: 'question', ...longQuestion },
      { kind: 'question', ...someQuestion },
    ],
  }),
  ...(['route:add-azure', 'route:add-microsoft-365', 'route:join', 'status', 'person'] as const).map((step) =>
    sample(`answer that leads to ${step}`, answerCard, {
      question: someQuestion,
      fit: 'everybody',
      onlyIn: null,
      asked: 'why',
      next: [
        { kind: 'step', step },
        { kind: 'question', ...someQuestion },
      ],
    }),
  ),
  ...(['perhaps', 'others'] as const).map((because) =>
    sample(`question choices ${because}`, questionChoicesCard, {
      questions: [someQuestion, someQuestion, someQuestion],
      wish: null,
      because,
      asked: worstName,
    }),
  ),
  ...([{ do: 'choose-scenario', scenario: 'join' }, { do: 'show-status' }, { do: 'talk-to-person' }] as const).map(
    (wish) =>
      sample(`question choices with ${wish.do}`, questionChoicesCard, {
        questions: [someQuestion, longQuestion],
        wish,
        because: 'perhaps',
        asked: '',
      }),
  ),
  sample('delete my data', deleteMyDataCard, {}),
  sample('help', helpCard, {}),
  sample('language', languageCard, {}),
  sample('talk to a person', talkToPersonCard, { contact: 'helpdesk@contoso.com', summary: 'Contoso' }),
  sample('talk to a person page', talkToPersonCard, { contact: 'https://helpdesk.contoso.com/' }),
  sample('talk to a person without contact', talkToPersonCard, { contact: '' }),
  sample('choice after misses', choiceAfterMissesCard, {}),
  sample('resume', resumeCard, { scenario: 'add-azure', nextStep: 'azure-check-users' }),
  sample('resume without step', resumeCard, { scenario: 'join', nextStep: null }),
  ...(['something-went-wrong', 'reminder'] as const satisfies readonly TitledMessageId[]).map((message) =>
    sample(`notice ${message}`, noticeCard, { message, reference: 'A1B2C3', actions: someActions }),
  ),
  sample('notice which-day', noticeCard, {
    message: 'which-day',
    values: { date: '28 February 2027' },
    actions: someActions,
  }),
  ...(['expired-button', 'unknown-button'] as const).map((message) =>
    sample(`notice ${message}`, noticeCard, { message, values: { standing: 'I am waiting.' }, actions: someActions }),
  ),
  ...scenarios.map((scenario) =>
    sample(`admin request ${scenario}`, adminRequestCard, {
      scenario,
      tenant: 'Contoso',
      blockers: [{ id: 'role-missing', about: friendlyNames }],
      ...request,
      url: null,
    }),
  ),
  sample('admin request that looks first', adminRequestCard, {
    scenario: 'add-microsoft-365',
    tenant: 'Contoso',
    blockers: [],
    isGoalUnseen: true,
    ...request,
    url: null,
  }),
  ...(['alone', 'too'] as const).map((billingRole) =>
    sample(`admin request for a billing role: ${billingRole}`, adminRequestCard, {
      scenario: 'add-microsoft-365',
      tenant: 'Contoso',
      blockers: [],
      billingRole,
      ...request,
      url: null,
    }),
  ),
  sample('admin request for an Owner', adminRequestCard, {
    scenario: 'join',
    tenant: 'Contoso',
    blockers: [{ id: 'not-owner', about: friendlyNames }],
    ...request,
    url: null,
  }),
  sample('admin request worst', adminRequestCard, {
    scenario: 'join',
    tenant: worstName,
    blockers: everyVerdict().blockers,
    ...request,
    url: 'https://bot.contoso.com/requests/abc',
  }),
  ...scenarios.map((scenario) =>
    sample(`admin answer ${scenario}`, adminAnswerCard, { name: worstName, tenant: worstName, scenario }),
  ),
  ...[null, 'https://teams.microsoft.com/l/chat/0/0?users=28:bot'].flatMap((opens) => [
    sample(`shared answer${opens === null ? ' without a chat' : ''}`, sharedAnswerCard, {
      question: longQuestion,
      onlyIn: opens === null ? 'en' : null,
      opens,
    }),
    ...boxHints.map((hint) =>
      sample(`message box, ${hint}${opens === null ? ' without a chat' : ''}`, boxHintCard, { hint, opens }),
    ),
  ]),
  ...reasons.map((reason) => sample(`shared code, ${reason}`, sharedCodeCard, { code: 50076, reason, opens: null })),
  ...scenarios.map((scenario) =>
    sample(`shared steps ${scenario}`, sharedStepsCard, {
      plan: somePlan(scenario, 1),
      asOf: readAt,
      opens: null,
    }),
  ),
  ...[null, { code: request.code, expiresAt: request.expiresAt }].map((made) =>
    sample(`shared request ${made === null ? 'preview' : 'made'}`, sharedRequestCard, {
      request: { scenario: 'add-microsoft-365', tenant: worstName, blockers: everyVerdict().blockers },
      made,
      opens: null,
    }),
  ),
  ...(['about', ...sharedLinks] as const).map((link) =>
    sample(`shared link ${link}`, sharedLinkCard, { link, url: 'https://bot.contoso.com/' }),
  ),
  sample('admin answer of an Owner', adminAnswerCard, {
    name: worstName,
    tenant: worstName,
    scenario: 'join',
    asksOwner: true,
  }),
  ...(['approved', 'declined'] as const).map((answer) =>
    sample(`admin ${answer}`, adminAnsweredCard, { kind: 'answered', answer }),
  ),
  ...refusals.map((because) =>
    sample(`admin refused ${because}`, adminAnsweredCard, {
      kind: 'refused',
      because,
      tenant: 'Contoso',
      forTenantId: acceptance.targetTenantId,
    }),
  ),
  ...refusals.map((because) =>
    sample(`admin refused ${because} worst`, adminAnsweredCard, {
      kind: 'refused',
      because,
      tenant: worstName,
      forTenantId: acceptance.targetTenantId,
    }),
  ),
  sample('accept form', acceptFormCard, { typed: { targetTenant: '', acceptLink: '' }, because: null }),
  ...(['tenant-missing', 'tenant-malformed', 'own-tenant', 'link-refused'] as const).map((because) =>
    sample(`accept form ${because}`, acceptFormCard, {
      typed: { targetTenant: 'Contoso', acceptLink: 'https://contoso.com/' },
      because,
    }),
  ),
  sample('accept request', acceptRequestCard, { ...request, ...acceptance, tenant: 'Contoso', url: null }),
  sample('accept request worst', acceptRequestCard, {
    ...request,
    ...acceptance,
    link: null,
    tenant: worstName,
    url: 'https://bot.contoso.com/requests/abc',
  }),
  sample('accept answer', acceptAnswerCard, {
    name: 'Mona Kane',
    tenant: 'Contoso',
    link: acceptance.link,
    isRoleUncertain: false,
  }),
  sample('accept answer worst', acceptAnswerCard, {
    name: worstName,
    tenant: worstName,
    link: null,
    isRoleUncertain: true,
  }),
  sample('reminder on a day', reminderSetCard, { when: 'on-day', date: readAt, namesHour: false }),
  sample('reminder on a day, not at an hour', reminderSetCard, { when: 'on-day', date: readAt, namesHour: true }),
  sample('reminder when visible', reminderSetCard, { when: 'when-visible', date: readAt, namesHour: false }),
];

function sample<View>(
  name: string,
  card: (view: View, t: Translator) => AdaptiveCard,
  view: NoInfer<View>,
): CardSample {
  return { name, card: card.name, make: (t) => card(view, t), isNameless: false };
}

function nameless(one: CardSample): CardSample {
  return { ...one, isNameless: true };
}

/** Whoever is ready has the role, so nothing tells them to look it up. */
function firstStep(scenario: 'add-azure' | 'add-microsoft-365'): StepId {
  return scenario === 'add-azure' ? 'azure-open-sign-up' : 'm365-choose-plan';
}

function verdictsWithEverything(name: string, about: Readonly<Record<string, string>>): readonly CardSample[] {
  const consentUrl = 'https://login.contoso.com/';
  return [
    ...inPages(noticeIds, mostTold).map((ids, page) =>
      sample(`verdict notices ${page + 1} ${name}`, verdictCard, { verdict: verdictWithNotices(ids, about), readAt }),
    ),
    ...inPages(blockerIds, mostTold).map((ids, page) =>
      sample(`verdict blockers ${page + 1} ${name}`, verdictCard, { verdict: verdictWithBlockers(ids, about), readAt }),
    ),
    ...(['yes', 'no', 'cannot-tell'] as const).map((answer) =>
      sample(`verdict checks ${answer} ${name}`, verdictCard, {
        verdict: verdictWithChecks(answer, about),
        readAt,
        consentUrl,
      }),
    ),
  ];
}

function inPages<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const pages = Math.ceil(items.length / size);
  return Array.from({ length: pages }, (_, page) => items.slice(page * size, (page + 1) * size));
}
