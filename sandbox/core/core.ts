/**
 * What every simulated service shares. The parts are built in `start-sandbox.ts` and handed to each service;
 * no service imports another one.
 */
export interface SandboxCore {
  readonly addresses: SandboxAddresses;
  readonly registrations: SandboxRegistrations;
  readonly people: PeopleRegistry;
  /** Signs what the Bot Framework channel signs. */
  readonly channelKey: SigningKey;
  /** Signs what Microsoft Entra signs. */
  readonly entraKey: SigningKey;
  readonly faults: FaultBook;
  readonly requests: RequestLog;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Origins without a trailing slash. */
export interface SandboxAddresses {
  /** The bot, for example `http://localhost:3978`. */
  readonly bot: string;
  /** Page, control API, Direct Line, connector, token service, sign-in pages: `http://localhost:3979`. */
  readonly http: string;
  /** Login, Graph and Azure Resource Manager, over TLS: `https://localhost:3980`. */
  readonly https: string;
}

/** The app registrations that the sandbox's Entra knows. Secrets are made at start. */
export interface SandboxRegistrations {
  readonly bot: { readonly appId: string; readonly tenantId: string; readonly secret: string };
  readonly signIn: {
    /** Claims that the registration asks for in its tokens. */
    readonly optionalClaims: readonly string[];
    readonly appId: string;
    readonly secret: string;
    readonly scope: string;
    readonly connectionName: string;
  };
  /** The key of the bot's Direct Line channel. Without one, no caller has to know it and none can. */
  readonly directLine?: { readonly secret: string };
  /** The key of the embedding services. */
  readonly embeddings?: { readonly key: string };
}

export interface SigningKey {
  /** A signed RS256 JWT. `expiresInSeconds` may be negative, to make an expired one. */
  sign(
    claims: Record<string, unknown>,
    options: { issuer: string; audience: string; expiresInSeconds: number },
  ): Promise<string>;
  /** The JSON Web Key Set; channel keys carry `endorsements`. */
  jwks(): { keys: Record<string, unknown>[] };
  verify(token: string, options: { audience: string; issuer?: string }): Promise<Record<string, unknown>>;
}

/** The services that can be broken or watched. */
export type ServiceName =
  | 'login'
  | 'graph'
  | 'arm'
  | 'connector'
  | 'token-service'
  | 'direct-line'
  | 'desk'
  | 'embeddings';

export type FaultKind = '429' | '403' | '500' | '503' | 'hang' | 'slow-drip' | 'cut-off' | 'garbage' | 'html';

/** How only the channel refuses. Source: "Status codes from bot conversational APIs". */
export type ChannelFaultKind = '400' | '412' | '413';

/**
 * What only desks do.
 * - `down`: nobody answers, the connection is closed at once
 * - `slow`: answers after a while
 * - `forgetful`: does what was asked, and the answer gets lost
 */
export type DeskFaultKind = 'down' | 'slow' | 'forgetful';

export interface Fault {
  readonly service: ServiceName;
  /** Only requests whose path contains this text. For Graph, inner requests of a `$batch` count too. */
  readonly path?: string;
  /** Only requests with this method, such as POST. */
  readonly method?: string;
  readonly fault: FaultKind | ChannelFaultKind | DeskFaultKind;
  /** How many requests it affects; by default all, until the reset. */
  readonly times?: number;
  readonly retryAfterSeconds?: number;
  readonly delayMs?: number;
}

export interface FaultBook {
  add(fault: Fault): void;
  list(): readonly Fault[];
  /** The fault for this request, which uses up one of its times; null if there is none. */
  take(service: ServiceName, path: string, method?: string): Fault | null;
  clear(): void;
}

/** One request that reached a service. Never a header or a token, and a body only where it holds none. */
export interface SeenRequest {
  readonly service: ServiceName;
  readonly method: string;
  readonly path: string;
  /** ISO 8601. */
  readonly at: string;
  readonly status: number | null;
  readonly body?: unknown;
}

export interface RequestLog {
  record(request: Omit<SeenRequest, 'at'>): void;
  list(): readonly SeenRequest[];
  clear(): void;
}

export interface PeopleRegistry {
  list(): readonly Person[];
  get(id: string): Person | undefined;
  /** The person finished the sign-up that their story is about: the subscription or product exists from now on. */
  complete(id: string): void;
  isComplete(id: string): boolean;
  /** An administrator revokes the person's sessions: Graph and Azure want a new sign-in from now on. */
  revoke(id: string): void;
  reset(): void;
}

/** One person to be, with the world around them as readable data. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** One sentence for the list of people to be. */
  readonly story: string;
  /** What the bot should tell this person, per scenario: the outcome of the verdict. */
  readonly expected: { readonly [scenario in 'add-azure' | 'add-microsoft-365' | 'join']: string };
  readonly objectId: string;
  readonly homeTenantId: string;
}
