import type { DeskFieldName } from './desk-entry.ts';
import type { WrittenEvent } from './written-body.ts';

/** The content of a sample. Missing fields are not sent. */
export interface SampleTicket {
  readonly event: WrittenEvent;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly personId?: string | undefined;
  readonly userPrincipalName?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly about?: string | undefined;
  readonly locale?: string | undefined;
  /** Only for a desk that has no fields of ours: the ids of its custom fields. */
  readonly fields?: Readonly<Partial<Record<DeskFieldName, string>>>;
}

/** What a sample proves itself with. `now`: milliseconds since 1970; `id`: the delivery's own. */
export interface SampleParts {
  readonly secret: string;
  readonly now: number;
  readonly id: string;
}

export interface SampleDelivery {
  readonly body: string;
  /** Without `content-type`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What the rule text of docs/helpdesk.md sends. */
export function writtenSample(
  ticket: SampleTicket,
  { now }: Pick<SampleParts, 'now'>,
): Readonly<Record<string, unknown>> {
  const { event, number, title, text, personId, userPrincipalName, tenantId, about, locale } = ticket;
  const isHandedOver = event === 'handed-over';
  const words = isHandedOver ? { title } : event === 'answered' ? { text } : {};
  const who = isHandedOver ? { personId, userPrincipalName, tenantId, about, locale } : {};
  return { ...words, event, number, ...who, version: new Date(now).toISOString() };
}
