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
  readonly key: string;
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

/** Values by the desk's own field names; an object is sent as it is, as Jira wants it: `{ "name": "Done" }`. */
export type DeskFields = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

export type DeskFieldName = 'scenario' | 'personId' | 'userPrincipalName' | 'tenantId' | 'locale';
