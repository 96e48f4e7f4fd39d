import { type Scenario, scenarios } from './scenario.ts';

/** For the Owner of what moves, up to the moment at which somebody accepts it. */
export const sendingSteps = [
  'join-prepare',
  'join-find-who-accepts',
  'join-open-subscription',
  'join-change-directory',
  'join-send-request',
  'join-accept-request',
] as const satisfies readonly string[];

/** In the tenant that it went to: whoever sent it may have no access there. */
export const stepsAfterMove = ['join-switch-directory', 'join-aftercare'] as const satisfies readonly string[];

/** Every step a person can be asked to take, in order, per scenario. Its text and links have the same id. */
const stepsByScenario = {
  'add-azure': [
    'azure-open-sign-up',
    'azure-sign-in-with-work-account',
    'azure-fill-in-details',
    'azure-check-users',
    'azure-share-access',
  ],
  'add-microsoft-365': [
    'm365-know-your-role',
    'm365-choose-plan',
    'm365-sign-in-top-right',
    'm365-sign-in-with-azure-account',
    'm365-try-or-buy',
    'm365-continue-after-receipt',
    'm365-check-users',
  ],
  join: [...sendingSteps, ...stepsAfterMove],
} as const satisfies Record<Scenario, readonly string[]>;

/** For whoever is in the tenant that the subscription goes to: its Owner, in the other tenant, sends the request. */
export const acceptingSteps = [
  'accept-tell-owner',
  'accept-open-link',
  ...stepsAfterMove,
] as const satisfies readonly string[];

export type StepId = (typeof stepsByScenario)[Scenario][number] | (typeof acceptingSteps)[number];

export const stepIds: readonly StepId[] = [...new Set([...Object.values(stepsByScenario).flat(), ...acceptingSteps])];

/** All steps of a scenario, for people whose facts were not checked. */
export function stepsOf(scenario: Scenario): readonly StepId[] {
  return stepsByScenario[scenario];
}

/** The scenario that a step belongs to. */
export function scenarioOfStep(step: StepId): Scenario {
  const accepting: readonly StepId[] = acceptingSteps;
  const found = accepting.includes(step) ? 'join' : scenarios.find((scenario) => stepsOf(scenario).includes(step));
  if (found === undefined) throw new Error(`The step ${step} belongs to no scenario`);
  return found;
}

/** Where a mistake costs money or makes a second tenant: the first note of these steps is a warning. */
export const warnedSteps: readonly StepId[] = [
  'azure-sign-in-with-work-account',
  'm365-sign-in-top-right',
  'm365-try-or-buy',
  'join-prepare',
  'join-send-request',
  'accept-open-link',
];

/** Background topics that can be opened from anywhere. Each is one card. */
export const topicIds = [
  'background',
  'know-your-role',
  'get-a-role',
  'share-azure-access',
  'support',
  'enterprise-agreement',
  'change-directory-consequences',
  'alternatives-to-moving',
  'quick-guidance',
  'example-kelley',
  'names-of-today',
  'privacy',
] as const;
export type TopicId = (typeof topicIds)[number];
