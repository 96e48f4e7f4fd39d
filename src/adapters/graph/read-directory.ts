import type { z } from 'zod';
import type { Facts, Identity, Profile, Tenant } from '../../domain/facts.ts';
import { type CannotTellReason, cannotTell, type Known, known } from '../../domain/known.ts';
import { sameId } from '../../domain/text.ts';
import { type Deadline, pause } from '../upstream/deadline.ts';
import { type Guard, pauseBeforeRetry } from '../upstream/guard.ts';
import { followPages } from '../upstream/pages.ts';
import { UpstreamFault } from '../upstream/upstream-fault.ts';
import {
  companySubscriptionSchema,
  type DirectoryDomain,
  type DirectoryObject,
  type DirectoryRole,
  directoryRoleSchema,
  domainSchema,
  groupSchema,
  type Organization,
  organizationSchema,
  profileSchema,
  readOne,
  readPage,
  roleInstanceSchema,
  subscribedSkuSchema,
} from './directory-schemas.ts';
import type { BatchAnswer, GraphClient } from './graph-client.ts';
import { joinProducts } from './join-products.ts';
import { hasRoleThroughGroup, joinActiveRoles, readEligibleRoles } from './join-roles.ts';

/** The facts that come from Microsoft Graph. */
export type DirectoryFacts = Pick<Facts, 'profile' | 'tenant' | 'activeRoles' | 'eligibleRoles' | 'products'>;

export interface DirectoryQuestion {
  readonly token: Known<string>;
  readonly identity: Identity;
  readonly deadline: Deadline;
}

/** Everything that is read in one round trip. A batch takes at most 20 requests. */
const questions = {
  me: '/me?$select=id,displayName,userPrincipalName,userType',
  roles: '/me/transitiveMemberOf/microsoft.graph.directoryRole?$select=id,displayName,roleTemplateId',
  directRoles: '/me/memberOf/microsoft.graph.directoryRole?$select=id,displayName,roleTemplateId',
  assigned: "/roleManagement/directory/roleAssignmentScheduleInstances/filterByCurrentUser(on='principal')",
  eligible: "/roleManagement/directory/roleEligibilityScheduleInstances/filterByCurrentUser(on='principal')",
  organization: '/organization?$select=id,displayName,tenantType,verifiedDomains',
  skus: '/subscribedSkus',
  purchases: '/directory/subscriptions',
  domains: '/domains?$select=id,isAdminManaged,isVerified',
} as const;
/** Requested afterwards, only if a response calls for it. */
const followUps = {
  memberships: '/me/transitiveMemberOf?$select=id,displayName,roleTemplateId,isAssignableToRole&$top=999',
} as const;
const urls = { ...questions, ...followUps };
type QuestionId = keyof typeof urls;

const roleType = '#microsoft.graph.directoryrole';
const groupType = '#microsoft.graph.group';

/** Reads everything from Graph in one batch. Each fact can fail separately; the call never rejects. */
export async function readDirectory(
  client: GraphClient,
  origin: string,
  guard: Guard,
  { token, identity, deadline }: DirectoryQuestion,
): Promise<DirectoryFacts> {
  if (token.kind === 'cannot-tell') return nothingKnown(token);
  const reading = new DirectoryReading(client, origin, guard, deadline, token.value);
  const asked = await reading.ask(Object.keys(questions).filter(isQuestion));
  if (asked.kind === 'cannot-tell') return nothingKnown(cannotTell(reasonFor(asked.because, identity)));
  await reading.lookAgain();
  const facts = await reading.facts(identity);
  const here = whoIsHere(facts.profile, identity);
  return {
    profile: forGuest(facts.profile, here),
    tenant: forGuest(facts.tenant, here),
    activeRoles: forGuest(facts.activeRoles, here),
    eligibleRoles: forGuest(facts.eligibleRoles, here),
    products: forGuest(facts.products, here),
  };
}

/** One reading of one person: the responses so far, and the requests that follow from them. */
class DirectoryReading {
  readonly #client: GraphClient;
  readonly #origin: string;
  readonly #guard: Guard;
  readonly #deadline: Deadline;
  readonly #token: string;
  readonly #answers = new Map<string, BatchAnswer>();
  readonly #lists = new Map<QuestionId, Promise<Known<readonly unknown[]>>>();

  constructor(client: GraphClient, origin: string, guard: Guard, deadline: Deadline, token: string) {
    this.#client = client;
    this.#origin = origin;
    this.#guard = guard;
    this.#deadline = deadline;
    this.#token = token;
  }

  async ask(ids: readonly QuestionId[]): Promise<Known<null>> {
    const asked = await this.#guard.ask(this.#deadline, (signal) =>
      this.#client.batch(
        ids.map((id) => ({ id, url: urls[id] })),
        { token: this.#token, signal },
      ),
    );
    if (asked.kind === 'cannot-tell') return asked;
    for (const id of ids) {
      const answer = asked.value.get(id);
      if (answer !== undefined) this.#answers.set(id, answer);
      this.#lists.delete(id);
    }
    return known(null);
  }

  /** At most one more round: throttled requests again, the full list after a refused cast, names of groups. */
  async lookAgain(): Promise<void> {
    const waits = Object.keys(questions)
      .filter(isQuestion)
      .map((id) => ({ id, pauseMs: pauseBeforeRetry(this.#answers.get(id)?.fault, this.#deadline, 0) }));
    const passing = waits.filter(({ pauseMs }) => pauseMs !== null);
    const again: QuestionId[] = passing.map(({ id }) => id);
    if (await this.#needsMemberships()) again.push('memberships');
    if (again.length === 0) return;
    await pause(Math.max(0, ...passing.map(({ pauseMs }) => pauseMs ?? 0)));
    await this.ask(again);
  }

  async facts(identity: Identity): Promise<DirectoryFacts> {
    const [held, direct, instances, eligible, skus, purchases, domains, organizations, memberships] = await Promise.all(
      [
        this.#list('roles', directoryRoleSchema),
        this.#list('directRoles', directoryRoleSchema),
        this.#list('assigned', roleInstanceSchema),
        this.#list('eligible', roleInstanceSchema),
        this.#list('skus', subscribedSkuSchema),
        this.#list('purchases', companySubscriptionSchema),
        this.#list('domains', domainSchema),
        this.#list('organization', organizationSchema),
        this.#memberships(),
      ],
    );
    const groups = memberships.kind === 'known' ? memberships.value.filter(isGroup) : [];
    return {
      profile: this.#profile(),
      tenant: tenantFrom(organizations, domains, identity.tenantId),
      activeRoles: joinActiveRoles({ held: this.#orUncast(held, memberships), direct, instances, groups }),
      eligibleRoles: readEligibleRoles(eligible),
      products:
        skus.kind === 'known'
          ? known(joinProducts(skus.value, purchases.kind === 'known' ? purchases.value : [], identity.tenantId))
          : skus,
    };
  }

  #profile(): Known<Profile> {
    const answer = this.#body('me');
    if (answer.kind === 'cannot-tell') return answer;
    const me = readOne(profileSchema, answer.value);
    if (me.kind === 'cannot-tell') return me;
    const { displayName = null, userPrincipalName = null, userType } = me.value;
    return known({ displayName, userPrincipalName, userType: userTypeOf(userType ?? null) });
  }

  async #needsMemberships(): Promise<boolean> {
    if (this.#castWasRefused()) return true;
    const [held, direct, instances] = await Promise.all([
      this.#list('roles', directoryRoleSchema),
      this.#list('directRoles', directoryRoleSchema),
      this.#list('assigned', roleInstanceSchema),
    ]);
    return hasRoleThroughGroup({ held, direct, instances });
  }

  /** Some directories refuse to filter the list by role (HTTP 400); the full list has the same content. */
  #castWasRefused(): boolean {
    return this.#answers.get('roles')?.status === 400;
  }

  #orUncast(
    held: Known<readonly DirectoryRole[]>,
    memberships: Known<readonly DirectoryObject[]>,
  ): Known<readonly DirectoryRole[]> {
    if (!this.#castWasRefused() || !this.#answers.has('memberships')) return held;
    return memberships.kind === 'known' ? known(memberships.value.filter(isRole)) : memberships;
  }

  async #memberships(): Promise<Known<readonly DirectoryObject[]>> {
    return this.#answers.has('memberships') ? this.#list('memberships', groupSchema) : cannotTell('not-read');
  }

  /** Reads each list once, with all its pages, however often it is used. */
  #list<T>(id: QuestionId, item: z.ZodType<T>): Promise<Known<readonly T[]>> {
    const reading = this.#lists.get(id) ?? this.#wholeList(id, item);
    this.#lists.set(id, reading);
    // Each request is always parsed with the same schema.
    return reading as Promise<Known<readonly T[]>>;
  }

  async #wholeList<T>(id: QuestionId, item: z.ZodType<T>): Promise<Known<readonly T[]>> {
    const answer = this.#body(id);
    if (answer.kind === 'cannot-tell') return answer;
    const first = readPage(item, answer.value);
    if (first.kind === 'cannot-tell') return first;
    return followPages(first.value, this.#origin, (link) => this.#page(link, item));
  }

  async #page<T>(link: string, item: z.ZodType<T>) {
    return this.#guard.ask(this.#deadline, async (signal) => {
      const page = readPage(item, await this.#client.get(link, { token: this.#token, signal }));
      if (page.kind === 'cannot-tell') throw new UpstreamFault(page.because, 'the page is not as documented');
      return page.value;
    });
  }

  #body(id: QuestionId): Known<unknown> {
    const answer = this.#answers.get(id);
    if (answer === undefined) return cannotTell('unreadable');
    return answer.fault === null ? known(answer.body) : cannotTell(answer.fault.because);
  }
}

function isQuestion(id: string): id is keyof typeof questions {
  return Object.hasOwn(questions, id);
}

function isRole(object: DirectoryObject): boolean {
  return object['@odata.type']?.toLowerCase() === roleType;
}

function isGroup(object: DirectoryObject): boolean {
  return object['@odata.type']?.toLowerCase() === groupType;
}

function tenantFrom(
  organizations: Known<readonly Organization[]>,
  domains: Known<readonly DirectoryDomain[]>,
  tenantId: string,
): Known<Tenant> {
  if (organizations.kind === 'cannot-tell') return organizations;
  const own = organizations.value.find(({ id }) => sameId(id, tenantId)) ?? organizations.value[0];
  if (own === undefined) return cannotTell('unreadable');
  const names = own.verifiedDomains ?? [];
  return known({
    id: own.id,
    displayName: own.displayName ?? null,
    initialDomain: names.find(({ isInitial }) => isInitial === true)?.name ?? null,
    defaultDomain: names.find(({ isDefault }) => isDefault === true)?.name ?? null,
    management: managementOf(domains),
    type: typeOf(own.tenantType ?? null),
  });
}

/**
 * A tenant created by self-service sign-up manages none of its domains. That is our reading of `isAdminManaged`: Microsoft Graph
 * v1.0, domain resource, explains it by DNS records only (docs/decisions/0004-unmanaged-tenants.md).
 */
function managementOf(domains: Known<readonly DirectoryDomain[]>): Tenant['management'] {
  if (domains.kind === 'cannot-tell') return 'unknown';
  const verified = domains.value.filter((domain) => domain.isVerified !== false);
  if (verified.some((domain) => domain.isAdminManaged === true)) return 'managed';
  const isUnmanaged = verified.length > 0 && verified.every((domain) => domain.isAdminManaged === false);
  return isUnmanaged ? 'unmanaged' : 'unknown';
}

function typeOf(tenantType: string | null): Tenant['type'] {
  if (tenantType === 'AAD') return 'workforce';
  return tenantType === 'AAD B2C' || tenantType === 'CIAM' ? 'customers' : 'unknown';
}

function userTypeOf(userType: string | null): Profile['userType'] {
  const type = userType?.toLowerCase();
  return type === 'member' || type === 'guest' ? type : 'unknown';
}

/** The directory knows whether somebody is a guest; the token knows only where they come from. */
function whoIsHere(profile: Known<Profile>, identity: Identity): Pick<Identity, 'account'> {
  const userType = profile.kind === 'known' ? profile.value.userType : 'unknown';
  if (userType === 'unknown') return identity;
  return { account: userType === 'guest' ? 'guest' : 'work' };
}

function forGuest<T>(fact: Known<T>, identity: Pick<Identity, 'account'>): Known<T> {
  return fact.kind === 'known' ? fact : cannotTell(reasonFor(fact.because, identity));
}

/** A guest is refused because they are a guest; no consent would change that. */
function reasonFor(because: CannotTellReason, identity: Pick<Identity, 'account'>): CannotTellReason {
  return because === 'permission-refused' && identity.account === 'guest' ? 'guest' : because;
}

function nothingKnown(why: ReturnType<typeof cannotTell>): DirectoryFacts {
  return { profile: why, tenant: why, activeRoles: why, eligibleRoles: why, products: why };
}
