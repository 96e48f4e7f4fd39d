import { microsoft365Here, ownAzure } from './checks.ts';
import type { Facts } from './facts.ts';
import type { ThreeValued } from './known.ts';
import { inOneForm } from './one-form.ts';
import type { Scenario } from './scenario.ts';
import { hasUsableAzure } from './subscriptions.ts';
import { isPersonalAccount, otherTenants } from './tenants.ts';

/** What to propose to people who are not sure which scenario they are in. It is only a proposal: they are always asked. */
export type Suggestion =
  | {
      readonly kind: 'scenario';
      readonly scenario: Scenario;
      readonly because: 'microsoft-365-only' | 'azure-only' | 'azure-here-and-another-tenant';
      /** Also possible, as far as the facts show. */
      readonly orElse: readonly Scenario[];
    }
  | {
      readonly kind: 'status';
      readonly because: 'both-here' | 'nothing-found' | 'cannot-tell' | 'personal-account';
    };

/**
 * Which scenario the facts point to.
 * People with Azure here, no Microsoft 365 here and a second tenant are asked about joining first: buying
 * Microsoft 365 again is the mistake that is hardest to undo, because it cannot be moved to another tenant.
 */
export function suggestScenario(read: Facts): Suggestion {
  const facts = inOneForm(read);
  if (isPersonalAccount(facts)) return { kind: 'status', because: 'personal-account' };
  const microsoft365 = answerOf(facts);
  const azure = facts.subscriptions.kind === 'known' ? hasUsableAzure(ownAzure(facts)) : 'cannot-tell';
  if (microsoft365 === 'cannot-tell' || azure === 'cannot-tell') return { kind: 'status', because: 'cannot-tell' };
  if (microsoft365 === 'yes' && azure === 'yes') return { kind: 'status', because: 'both-here' };
  if (microsoft365 === 'no' && azure === 'no') return { kind: 'status', because: 'nothing-found' };
  const elsewhere = otherTenants(facts).length > 0;
  if (microsoft365 === 'yes')
    return {
      kind: 'scenario',
      scenario: 'add-azure',
      because: 'microsoft-365-only',
      orElse: elsewhere ? ['join'] : [],
    };
  return elsewhere
    ? { kind: 'scenario', scenario: 'join', because: 'azure-here-and-another-tenant', orElse: ['add-microsoft-365'] }
    : { kind: 'scenario', scenario: 'add-microsoft-365', because: 'azure-only', orElse: [] };
}

function answerOf(facts: Facts): ThreeValued {
  const here = microsoft365Here(facts);
  return here.kind === 'known' ? here.value : 'cannot-tell';
}
