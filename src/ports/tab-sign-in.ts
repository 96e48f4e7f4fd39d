/** A person as Entra knows them. */
export interface TabPerson {
  /** Entra object id. */
  readonly personId: string;
  readonly tenantId: string;
}

/** Why a token of a tab is not taken. `expired`: a new one helps. */
export type TabRefusal = 'no-token' | 'expired' | 'not-ours' | 'tenant-not-allowed';

/** Who calls from the tab in Teams. */
export type TabCaller =
  | { readonly kind: 'signed-in'; readonly person: TabPerson }
  | { readonly kind: 'refused'; readonly because: TabRefusal }
  /** The keys to check it with cannot be fetched now. */
  | { readonly kind: 'unavailable' };

/** Checks the tokens that Teams gives to the tab. Keeps nothing of them. Never rejects. */
export interface TabSignIn {
  /** `authorization`: the header as it came. */
  admit(authorization: string): Promise<TabCaller>;
}
