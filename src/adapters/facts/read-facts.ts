import type { Challenge } from '../../domain/challenge.ts';
import type { Facts, Identity } from '../../domain/facts.ts';
import { type CannotTellReason, cannotTell, type Known, known } from '../../domain/known.ts';
import { inOneForm } from '../../domain/one-form.ts';
import { sameId } from '../../domain/text.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FactsReading, FactsRequest, FactsSource } from '../../ports/facts-source.ts';
import { type ArmClient, createArmClient } from '../arm/arm-client.ts';
import { readAzure, readSubscriptions } from '../arm/read-azure.ts';
import { rememberTenantDocuments } from '../entra/login-send.ts';
import {
  type AppProof,
  type ProvedToken,
  signInDigest,
  TokenTrades,
  type Trade,
  type TradeResult,
} from '../entra/on-behalf-of.ts';
import { readIdentity } from '../entra/user-token.ts';
import { createGraphClient, type GraphClient } from '../graph/graph-client.ts';
import { readDirectory } from '../graph/read-directory.ts';
import type { ClaimsChallenge } from '../upstream/claims-challenge.ts';
import { type Deadline, startDeadline } from '../upstream/deadline.ts';
import { createGuard, type Guard, noticing } from '../upstream/guard.ts';
import { createSend, type ObserveUpstream } from '../upstream/send.ts';

/** The settings that locate Microsoft's services and identify us to them. */
export interface FactsSettings {
  readonly LOGIN_URL: string;
  readonly GRAPH_URL: string;
  readonly ARM_URL: string;
  readonly SIGN_IN_APP_ID: string;
  readonly SIGN_IN_APP_SECRET?: string | undefined;
  readonly MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
  /** Empty means every tenant. */
  readonly ALLOWED_TENANTS: readonly string[];
}

/** Reserved from the budget, so that a late part is still reported within it. */
const marginMs = 50;
/** People in more tenants than this are asked to sign in to the one that matters. */
const otherTenantsLookedAt = 5;

/** Reads the facts of the person who signed in, from Microsoft Graph and Azure Resource Manager. */
export function createFactsSource(
  settings: FactsSettings,
  clock: Clock,
  observe: ObserveUpstream = () => undefined,
): MicrosoftFacts {
  return new MicrosoftFacts(settings, clock, observe);
}

/** Reads people's facts, and can warm up before the first reading. */
export class MicrosoftFacts implements FactsSource {
  readonly #settings: FactsSettings;
  readonly #clock: Clock;
  readonly #trades: TokenTrades;
  readonly #graph: GraphClient;
  readonly #arm: ArmClient;
  readonly #graphGuard: Guard = createGuard();
  readonly #armGuard: Guard = createGuard();
  readonly #flights = new Map<string, Promise<FactsReading>>();

  constructor(settings: FactsSettings, clock: Clock, observe: ObserveUpstream) {
    this.#settings = settings;
    this.#clock = clock;
    this.#graph = createGraphClient(settings.GRAPH_URL, createSend('graph', settings.GRAPH_URL, observe));
    this.#arm = createArmClient(settings.ARM_URL, createSend('arm', settings.ARM_URL, observe));
    this.#trades = new TokenTrades({
      loginUrl: settings.LOGIN_URL,
      appId: settings.SIGN_IN_APP_ID,
      proof: proofFrom(settings),
      send: rememberTenantDocuments(createSend('login', settings.LOGIN_URL, observe), clock),
      guard: createGuard(),
      clock,
    });
  }

  /** Loads the libraries for Entra, Graph and Azure one after the other, so that turns can run in between. */
  async warm(): Promise<void> {
    for (const part of [this.#trades, this.#graph, this.#arm]) {
      part.warm();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async read(request: FactsRequest): Promise<FactsReading> {
    const reading = readIdentity(request.userToken, {
      audience: this.#settings.SIGN_IN_APP_ID,
      allowedTenants: this.#settings.ALLOWED_TENANTS,
      now: this.#clock.now(),
    });
    if (reading.kind !== 'read') return reading;
    return this.#share(request, () => this.#readAll(request, reading.identity));
  }

  /** Repeated presses by one person share one reading. The key includes the sign-in, so nobody gets another person's. */
  #share(request: FactsRequest, read: () => Promise<FactsReading>): Promise<FactsReading> {
    const key = `${request.purpose}|${request.budgetMs}|${signInDigest(request.userToken)}`;
    const flying = this.#flights.get(key);
    if (flying !== undefined) return flying;
    const flight = read().finally(() => this.#flights.delete(key));
    this.#flights.set(key, flight);
    return flight;
  }

  async #readAll(request: FactsRequest, identity: Identity): Promise<FactsReading> {
    const { purpose, userToken, budgetMs } = request;
    const at = (place: TokenPlace) => {
      const { tenantId, ...rest } = place;
      return { identity: { ...identity, tenantId }, userToken, ...rest };
    };
    const tokens: ReadingTokens = {
      tokenFor: (place, deadline) => this.#trades.tokenFor(at(place), deadline),
      forget: (place) => this.#trades.forget(at(place)),
    };
    return this.readWith(tokens, { identity, purpose, budgetMs });
  }

  /** Has the readings of that sign-in use this token, for this many milliseconds; in this process, and nowhere else. */
  keepToken(proved: ProvedToken, lastsMs: number): void {
    this.#trades.keep(proved, lastsMs);
  }

  /** Reads with tokens that were got in another way than by trading the person's sign-in. Never rejects. */
  async readWith(
    tokens: ReadingTokens,
    { identity, purpose, budgetMs }: Omit<FactsRequest, 'userToken'> & { readonly identity: Identity },
  ): Promise<FactsReading> {
    const deadline = startDeadline(budgetMs - marginMs);
    const { GRAPH_URL, ARM_URL } = this.#settings;
    const [directory, azure] = await Promise.all([
      ask(tokens, { tenantId: identity.tenantId, resource: GRAPH_URL }, deadline, (token, notice) =>
        readDirectory(this.#graph, GRAPH_URL, noticing(this.#graphGuard, notice), { token, identity, deadline }),
      ),
      ask(tokens, { tenantId: identity.tenantId, resource: ARM_URL }, deadline, (token, notice) =>
        readAzure(this.#arm, ARM_URL, noticing(this.#armGuard, notice), { token, identity, purpose, deadline }),
      ),
    ]);
    if (directory === 'sign-in-needed' || azure === 'sign-in-needed') return { kind: 'sign-in-needed' };
    const readAt = new Date(this.#clock.now()).toISOString();
    const here = inOneForm({ readAt, identity, ...directory.part, ...azure.part });
    const facts = purpose === 'join' ? await this.#withOtherTenants(here, tokens, deadline) : here;
    const challenge = challengeIn(azure.challenge, directory.challenge);
    return { kind: 'read', facts, ...(challenge === null ? {} : { challenge }) };
  }

  /**
   * A subscription that moved is no longer listed where the person signed in, so joining also checks their other tenants.
   * A tenant that cannot be checked (no trust, no consent, no time) leaves the facts unchanged.
   */
  async #withOtherTenants(facts: Facts, tokens: ReadingTokens, deadline: Deadline): Promise<Facts> {
    const { identity, memberships, subscriptions } = facts;
    if (memberships.kind === 'cannot-tell' || subscriptions.kind === 'cannot-tell') return facts;
    const others = memberships.value
      .filter(({ tenantId }) => !sameId(tenantId, identity.tenantId))
      .slice(0, otherTenantsLookedAt);
    const found = await Promise.all(
      others.map(async ({ tenantId }) => {
        const token = await tokens.tokenFor({ tenantId, resource: this.#settings.ARM_URL }, deadline);
        if (token.kind !== 'known') return [];
        const listed = await readSubscriptions(
          this.#arm,
          this.#settings.ARM_URL,
          this.#armGuard,
          token.value,
          deadline,
        );
        return listed.kind === 'known' ? listed.value : [];
      }),
    );
    return inOneForm({ ...facts, subscriptions: known([...subscriptions.value, ...found.flat()]) });
  }
}

/** What a token is for. */
export interface TokenPlace extends Pick<Trade, 'resource' | 'claims'> {
  readonly tenantId: string;
}

/** Where the tokens of one reading come from. */
export interface ReadingTokens {
  tokenFor(place: TokenPlace, deadline: Deadline): Promise<TradeResult>;
  /** The service rejected this token. */
  forget(place: TokenPlace): void;
}

interface PartRead<Part> {
  readonly part: Part;
  /** What the person would have to prove for the rest. */
  readonly challenge: ClaimsChallenge | null;
}

/** Reads one service's part. A token that the service wants more for is traded again once, with what it asks for. */
async function ask<Part extends Partial<Facts>>(
  tokens: ReadingTokens,
  place: TokenPlace,
  deadline: Deadline,
  read: (token: Known<string>, notice: (challenge: ClaimsChallenge) => void) => Promise<Part>,
): Promise<PartRead<Part> | 'sign-in-needed'> {
  const first = await askOnce(tokens, place, deadline, read);
  if (first === 'sign-in-needed' || !first.hadToken || first.challenge === null) return first;
  // Only Entra can tell whether that takes the person.
  const again = await askOnce(tokens, { ...place, claims: first.challenge.claims }, deadline, read);
  const isVague = again !== 'sign-in-needed' && again.challenge !== null && again.challenge.claims === null;
  return isVague ? { ...again, challenge: first.challenge } : again;
}

async function askOnce<Part extends Partial<Facts>>(
  tokens: ReadingTokens,
  place: TokenPlace,
  deadline: Deadline,
  read: (token: Known<string>, notice: (challenge: ClaimsChallenge) => void) => Promise<Part>,
): Promise<(PartRead<Part> & { readonly hadToken: boolean }) | 'sign-in-needed'> {
  const token = await tokens.tokenFor(place, deadline);
  if (token.kind === 'sign-in-needed') return token.kind;
  let noticed: ClaimsChallenge | null = null;
  const notice = (challenge: ClaimsChallenge): void => {
    noticed ??= challenge;
  };
  const part = await read(token.kind === 'known' ? token : cannotTell(token.because), notice);
  if (token.kind === 'cannot-tell') return { part, challenge: token.challenge ?? null, hadToken: false };
  // A service that has rejected this token would keep rejecting it until it expires.
  if (lacksFor(part, 'sign-in-again') || lacksFor(part, 'second-proof')) tokens.forget(place);
  const challenge = noticed ?? (lacksFor(part, 'second-proof') ? { claims: null } : null);
  return { part, challenge, hadToken: true };
}

function lacksFor(part: Partial<Facts>, because: CannotTellReason): boolean {
  return Object.values(part).some((fact) => typeof fact === 'object' && 'because' in fact && fact.because === because);
}

/** One sign-in answers both, so the one that more organisations ask for comes first. */
function challengeIn(azure: ClaimsChallenge | null, graph: ClaimsChallenge | null): Challenge | null {
  if (azure !== null) return { service: 'azure', claims: azure.claims };
  return graph === null ? null : { service: 'graph', claims: graph.claims };
}

function proofFrom(settings: FactsSettings): AppProof {
  if (settings.SIGN_IN_APP_SECRET !== undefined) return { kind: 'secret', secret: settings.SIGN_IN_APP_SECRET };
  return { kind: 'managed-identity', clientId: settings.MANAGED_IDENTITY_CLIENT_ID ?? settings.SIGN_IN_APP_ID };
}
