/** One helpdesk in the setting DESKS. */
export interface DeskEntry {
  readonly id: string;
  /** One of `deskKindNames`. */
  readonly kind: string;
  readonly name: string;
  readonly locale: string;
  readonly tenant: string;
  readonly domains?: readonly string[] | undefined;
  /** URL of its API, without a trailing slash. */
  readonly url: string;
  /** User name for Basic authentication; for Zendesk, the email address of the API user. */
  readonly user?: string | undefined;
  /** API token or password for writing back; for `generic`, the `whsec_` secret that we sign with. */
  readonly key?: string | undefined;
  /** Instead of `user` and `key`, where the desk gives tokens that end. */
  readonly oauth?: DeskOAuth | undefined;
  /** Secrets that authenticate deliveries; several during a rotation. */
  readonly secrets: readonly string[];
  readonly readKeys?: readonly string[] | undefined;
  /** Our own API user at the desk, as it appears in deliveries. */
  readonly ownUser?: string | undefined;
  readonly forPeople?: boolean | undefined;
  readonly bringsAnswers?: boolean | undefined;
  /** Fields that the desk demands of a ticket when it is solved, by its own names. */
  readonly solvedWith?: DeskFields | undefined;
  /** Fields that the desk demands of a new ticket, by its own names. */
  readonly createdWith?: DeskFields | undefined;
  /** Options per kind of desk; see docs/helpdesk.md. */
  readonly options?: Readonly<Record<string, string | undefined>> | undefined;
  /** Names of the desk's own fields. */
  readonly fields?: Readonly<Partial<Record<DeskFieldName, string | undefined>>> | undefined;
}

/** What the bot fetches tokens with (OAuth 2.0). */
export interface DeskOAuth {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Instead of client credentials, where an administrator does not allow those. */
  readonly refreshToken?: string | undefined;
  /** Scopes, separated by spaces, instead of those that this kind of desk asks for. */
  readonly scope?: string | undefined;
  /** The token endpoint, if it is not where the vendor has it. */
  readonly tokenUrl?: string | undefined;
}

/** Values by the desk's own field names; an object is sent as it is, as Jira wants it: `{ "name": "Done" }`. */
export type DeskFields = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

export type DeskFieldName = 'scenario' | 'personId' | 'userPrincipalName' | 'tenantId' | 'locale';
