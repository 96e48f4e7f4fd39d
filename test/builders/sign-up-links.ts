import type { LinkId } from '../../src/domain/links.ts';

/** Links to pages where something new is bought. Never shown to people with an Enterprise Agreement. */
export const signUpLinks: readonly LinkId[] = [
  'azure-free',
  'azure-sign-up',
  'microsoft-365-business',
  'microsoft-365-enterprise',
];
