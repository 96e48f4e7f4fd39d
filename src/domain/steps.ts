/** Every step a person can be asked to do. The words and links are found by this id. */
export const stepIds = [
  // Microsoft 365 → Azure
  'azure-open-sign-up',
  'azure-sign-in-with-work-account',
  'azure-fill-in-details',
  'azure-check-users',
  'azure-share-access',
  // Azure → Microsoft 365
  'm365-know-your-role',
  'm365-choose-plan',
  'm365-sign-in-top-right',
  'm365-sign-in-with-azure-account',
  'm365-try-or-buy',
  'm365-continue-after-receipt',
  'm365-check-users',
  // Bought apart → one tenant
  'join-prepare',
  'join-become-member-of-both',
  'join-open-subscription',
  'join-change-directory',
  'join-choose-target',
  'join-switch-directory',
  'join-aftercare',
] as const;
export type StepId = (typeof stepIds)[number];

/** Background that can be read from anywhere: each is one card. */
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
