import type { DeskKind } from '../../domain/ticket.ts';

/** One helpdesk as the setting DESKS names it. */
export interface DeskEntry {
  readonly id: string;
  readonly kind: DeskKind;
  readonly name: string;
  readonly locale: string;
  readonly tenant: string;
  readonly domains?: readonly string[] | undefined;
  /** Address of its API, without a slash at the end. */
  readonly url: string;
  /** Name for Basic sign-in; for Zendesk the mail address of the API user. */
  readonly user?: string | undefined;
  /** API token or password for writing back; for `generic` the `whsec_` secret that we sign with. */
  readonly key: string;
  /** What deliveries prove themselves with; several while they rotate. */
  readonly secrets: readonly string[];
  readonly readKeys?: readonly string[] | undefined;
  /** Our own API user at the desk, as its deliveries name it. */
  readonly ownUser?: string | undefined;
  readonly forPeople?: boolean | undefined;
  readonly bringsAnswers?: boolean | undefined;
  /** The desk's own terms; docs/helpdesk.md tells which there are per kind. */
  readonly options?: Readonly<Record<string, string | undefined>> | undefined;
  /** Names of the desk's own fields. */
  readonly fields?: Readonly<Partial<Record<DeskFieldName, string | undefined>>> | undefined;
}

export type DeskFieldName = 'scenario' | 'personId' | 'userPrincipalName' | 'tenantId' | 'locale';
