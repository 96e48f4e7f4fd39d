import { randomUUID } from 'node:crypto';
import type { DeskKind } from '../../domain/ticket.ts';
import { standardKey, standardSignature } from './generic/generic-desk.ts';
import { macOf } from './proof.ts';
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
  /** Only for Jira, which has no fields of ours: the ids of its custom fields. */
  readonly fields?: Readonly<
    Partial<Record<'scenario' | 'personId' | 'userPrincipalName' | 'tenantId' | 'locale', string>>
  >;
}

export interface SampleDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A delivery as this kind of desk sends it, with its authentication. `now`: milliseconds since 1970. */
export function sampleDelivery(kind: DeskKind, ticket: SampleTicket, secret: string, now: number): SampleDelivery {
  const at = new Date(now).toISOString();
  const id = randomUUID();
  const body = JSON.stringify(bodyOf(kind, ticket, id, now));
  const mac = (algorithm: 'sha1' | 'sha256', ...parts: readonly string[]): Buffer => macOf(algorithm, secret, parts);
  return { body, headers: { 'content-type': 'application/json', ...proof() } };

  function proof(): Record<string, string> {
    switch (kind) {
      case 'zendesk':
        return {
          'x-zendesk-webhook-signature': mac('sha256', at, body).toString('base64'),
          'x-zendesk-webhook-signature-timestamp': at,
          'x-zendesk-webhook-invocation-id': id,
        };
      case 'jira':
        return {
          'x-hub-signature': `sha256=${mac('sha256', body).toString('hex')}`,
          'x-atlassian-webhook-identifier': id,
        };
      case 'zammad':
        return { 'x-hub-signature': `sha1=${mac('sha1', body).toString('hex')}`, 'x-zammad-delivery': id };
      case 'servicenow':
        return {
          'x-onetenant-secret': secret,
          'x-onetenant-signature': mac('sha256', body).toString('base64'),
        };
      case 'freshdesk':
        return { 'x-onetenant-secret': secret };
      case 'generic': {
        const seconds = String(Math.floor(now / 1_000));
        return {
          'webhook-id': id,
          'webhook-timestamp': seconds,
          'webhook-signature': standardSignature(standardKey(secret), id, seconds, Buffer.from(body)),
        };
      }
    }
  }
}

function bodyOf(kind: DeskKind, ticket: SampleTicket, id: string, now: number): object {
  if (kind === 'jira') return jiraBody(ticket, now);
  const { event, number, title, text } = ticket;
  const isHandedOver = event === 'handed-over';
  const words = isHandedOver ? { title } : event === 'answered' ? { text } : {};
  const about = isHandedOver ? aboutOf(ticket) : {};
  const version = new Date(now).toISOString();
  if (kind === 'generic')
    return { type: `ticket.${event}`, timestamp: version, data: { ...words, number, ...about, version } };
  const delivery = kind === 'servicenow' || kind === 'freshdesk' ? { delivery: id } : {};
  return { ...words, event, number, ...about, version, ...delivery };
}

function aboutOf({ personId, userPrincipalName, tenantId, about, locale }: SampleTicket): object {
  return { personId, userPrincipalName, tenantId, about, locale };
}

function jiraBody(ticket: SampleTicket, now: number): object {
  const { event, number, title, text, fields = {} } = ticket;
  const values = {
    scenario: ticket.about,
    personId: ticket.personId,
    userPrincipalName: ticket.userPrincipalName,
    tenantId: ticket.tenantId,
    locale: ticket.locale,
  };
  const custom = Object.entries(fields).map(([name, field]) => [field, values[name as keyof typeof values] ?? null]);
  const isWithdrawn = event === 'withdrawn';
  const status = isWithdrawn
    ? { name: 'Resolved', statusCategory: { key: 'done' } }
    : { name: 'Waiting for support', statusCategory: { key: 'indeterminate' } };
  const issue = { id: '1', key: number, fields: { summary: title, status, ...Object.fromEntries(custom) } };
  const user = { accountId: 'sample-colleague', accountType: 'atlassian' };
  if (event === 'answered')
    return {
      timestamp: now,
      webhookEvent: 'comment_created',
      comment: { id: '1', author: user, body: text, jsdPublic: true },
      issue,
    };
  const change = isWithdrawn
    ? { field: 'status', fromString: 'Waiting for support', toString: 'Resolved' }
    : { field: 'labels', fromString: '', toString: 'onetenant' };
  return { timestamp: now, webhookEvent: 'jira:issue_updated', user, issue, changelog: { items: [change] } };
}
