import type { z } from 'zod';
import type { AzureSubscription, Facts, Identity, SubscriptionOwnership } from '../../domain/facts.ts';
import { cannotTell, type Known, known } from '../../domain/known.ts';
import { decideOffer, isRealAzure } from '../../domain/offers.ts';
import { azureHere, stageOf } from '../../domain/subscriptions.ts';
import { inPlainOrder } from '../../domain/text.ts';
import type { FactsRequest } from '../../ports/facts-source.ts';
import type { Deadline } from '../upstream/deadline.ts';
import type { Guard } from '../upstream/guard.ts';
import { followPages, type Page } from '../upstream/pages.ts';
import type { ArmCall, ArmClient } from './arm-client.ts';
import {
  billingAccountSchema,
  type RoleAssignment,
  readItems,
  roleAssignmentSchema,
  subscriptionSchema,
  tenantSchema,
} from './azure-schemas.ts';

/** The facts that come from Azure Resource Manager. */
export type AzureFacts = Pick<Facts, 'memberships' | 'subscriptions' | 'billingAccounts' | 'ownership'>;

export interface AzureQuestion {
  readonly token: Known<string>;
  readonly identity: Identity;
  readonly purpose: FactsRequest['purpose'];
  readonly deadline: Deadline;
}

/** How many subscriptions are checked for joining. People with more have to choose one anyway. */
const subscriptionsLookedAt = 20;
/** Source: Microsoft Learn: Azure built-in roles. */
const ownerRoleId = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const billingAccountsPath = '/providers/Microsoft.Billing/billingAccounts?api-version=2020-05-01';

/** Reads everything from Azure that the purpose needs, in parallel. Each fact can fail separately; never rejects. */
export async function readAzure(
  client: ArmClient,
  origin: string,
  guard: Guard,
  { token, identity, purpose, deadline }: AzureQuestion,
): Promise<AzureFacts> {
  if (token.kind === 'cannot-tell') return nothingKnown(token);
  const reading = new AzureReading(client, origin, guard, deadline, token.value);
  const [memberships, onSubscriptions] = await Promise.all([
    reading.tenants(),
    reading.subscriptions().then(async (subscriptions) => {
      const [billingAccounts, ownership] = await Promise.all([
        needsBillingAccounts(subscriptions) ? reading.billingAccounts() : cannotTell('not-read'),
        purpose === 'join' ? reading.ownership(subscriptions, identity) : cannotTell('not-read'),
      ]);
      return { subscriptions, billingAccounts, ownership };
    }),
  ]);
  return { memberships, ...onSubscriptions };
}

/** Reads only the subscriptions that one token can see. Never rejects. */
export function readSubscriptions(
  client: ArmClient,
  origin: string,
  guard: Guard,
  token: string,
  deadline: Deadline,
): Promise<Known<readonly AzureSubscription[]>> {
  return new AzureReading(client, origin, guard, deadline, token).subscriptions();
}

/**
 * An Enterprise Agreement and a Microsoft Customer Agreement share an offer id; only billing accounts distinguish them.
 * Without an offer they are all there is: an enterprise administrator may have no subscription.
 */
function needsBillingAccounts(subscriptions: Known<readonly AzureSubscription[]>): boolean {
  if (subscriptions.kind === 'cannot-tell') return false;
  const offers = subscriptions.value.filter(isRealAzure).map(({ quotaId }) => decideOffer(quotaId).agreement);
  return offers.length === 0 || offers.includes('ambiguous') || offers.includes('unknown');
}

type FetchPage = (link: string | null, call: ArmCall) => Promise<Page<unknown>>;

/** One reading of one person. */
class AzureReading {
  readonly #client: ArmClient;
  readonly #origin: string;
  readonly #guard: Guard;
  readonly #deadline: Deadline;
  readonly #token: string;

  constructor(client: ArmClient, origin: string, guard: Guard, deadline: Deadline, token: string) {
    this.#client = client;
    this.#origin = origin;
    this.#guard = guard;
    this.#deadline = deadline;
    this.#token = token;
  }

  subscriptions() {
    return this.#list((link, call) => this.#client.subscriptions(link, call), subscriptionSchema);
  }

  tenants() {
    return this.#list((link, call) => this.#client.tenants(link, call), tenantSchema);
  }

  billingAccounts() {
    return this.#listAt(billingAccountsPath, billingAccountSchema);
  }

  /** The subscriptions of this tenant on which the person is Owner, directly, through a group or through a management group. */
  async ownership(
    subscriptions: Known<readonly AzureSubscription[]>,
    identity: Identity,
  ): Promise<Known<readonly SubscriptionOwnership[]>> {
    if (subscriptions.kind === 'cannot-tell') return subscriptions;
    const here = azureHere(subscriptions.value, identity.tenantId).toSorted(
      (a, b) => Number(stageOf(a) !== 'usable') - Number(stageOf(b) !== 'usable') || inPlainOrder(nameOf(a), nameOf(b)),
    );
    const looked = await Promise.all(
      here.slice(0, subscriptionsLookedAt).map(async ({ subscriptionId }) => ({
        subscriptionId,
        owner: await this.#ownerOf(subscriptionId, identity.personId),
      })),
    );
    const rest = here
      .slice(subscriptionsLookedAt)
      .map(({ subscriptionId }) => ({ subscriptionId, owner: cannotTell('not-read') }));
    return known([...looked, ...rest]);
  }

  async #ownerOf(subscriptionId: string, personId: string): Promise<SubscriptionOwnership['owner']> {
    const filter = encodeURIComponent(`atScope() and assignedTo('${personId}')`);
    const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Authorization/roleAssignments`;
    const assignments = await this.#listAt(`${path}?api-version=2022-04-01&$filter=${filter}`, roleAssignmentSchema);
    if (assignments.kind === 'cannot-tell') return assignments;
    const owned = assignments.value.filter((assignment) => isOwnerOf(assignment, subscriptionId));
    if (owned.length === 0) return known('not-owner');
    return known(owned.some(({ condition }) => !condition) ? 'owner' : 'owner-with-condition');
  }

  #listAt<T>(path: string, item: z.ZodType<T>): Promise<Known<readonly T[]>> {
    return this.#list((link, call) => this.#client.list(link ?? path, call), item);
  }

  async #list<T>(fetchPage: FetchPage, item: z.ZodType<T>): Promise<Known<readonly T[]>> {
    const ask = (link: string | null) =>
      this.#guard.ask(this.#deadline, (signal) => fetchPage(link, { token: this.#token, signal }));
    const first = await ask(null);
    if (first.kind === 'cannot-tell') return cannotTell(first.because);
    const items = await followPages(first.value, this.#origin, ask);
    return items.kind === 'known' ? readItems(item, items.value) : items;
  }
}

/** Owner of a resource group is not Owner of the subscription. */
function isOwnerOf({ roleDefinitionId, scope }: RoleAssignment, subscriptionId: string): boolean {
  const isOwner = roleDefinitionId.toLowerCase().split('/').at(-1) === ownerRoleId;
  if (!isOwner || !scope) return isOwner;
  const at = scope.toLowerCase().replace(/\/+$/, '');
  const above = at === '' || at.startsWith('/providers/microsoft.management/managementgroups/');
  return above || at === `/subscriptions/${subscriptionId.toLowerCase()}`;
}

function nameOf({ displayName, subscriptionId }: AzureSubscription): string {
  return `${displayName}\n${subscriptionId}`;
}

function nothingKnown(why: ReturnType<typeof cannotTell>): AzureFacts {
  return { memberships: why, subscriptions: why, billingAccounts: why, ownership: why };
}
