/** The fields of a ticket form in which a desk keeps what the bot needs, by the name that the desk gave them. */
export interface DeskFields {
  readonly scenario: string;
  readonly personId: string;
  readonly userPrincipalName: string;
  readonly tenantId: string;
  readonly locale: string;
}

/** One simulated helpdesk. Its id is its kind. */
export interface SandboxDesk {
  readonly id: string;
  readonly name: string;
  /** The user that the bot signs in as; null where a key is all. */
  readonly user: string | null;
  /** How the desk names that user in what it sends. */
  readonly ownUser: string | null;
  readonly tenantId: string;
  readonly domains: readonly string[];
  /** Null if the rule that sends a ticket includes everything itself. */
  readonly fields: DeskFields | null;
  /** The key with which the bot writes here. */
  readonly key: string;
  /** The client with which the bot fetches tokens here, if this kind of desk gives any. */
  readonly oauth: { readonly clientId: string; readonly clientSecret: string; readonly refreshToken: string };
  /** The secret with which this desk signs its deliveries. */
  readonly secret: string;
  /** A secret that was taken out of use. */
  readonly oldSecret: string;
  readonly readKey: string;
}
