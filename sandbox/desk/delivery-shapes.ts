import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Actor, DeskComment, DeskTicket } from './desk-tickets.ts';
import { issueShape, jiraAuthor, jiraStates } from './jira-api.ts';
import type { SandboxDesk, SandboxDeskId } from './sandbox-desks.ts';
import { serviceNowUser } from './servicenow-api.ts';
import { standardHeaders } from './standard-webhooks.ts';

/** What of a ticket a desk tells the bot. */
export type DeskNews =
  | { readonly kind: 'handed-over' }
  | { readonly kind: 'answered'; readonly comment: DeskComment }
  | { readonly kind: 'withdrawn'; readonly by: Actor };

/** One message of a desk, before it is signed. */
export interface Message {
  /** The same whenever the desk sends it again. */
  readonly id: string;
  readonly body: string;
}

type Shape = (desk: SandboxDesk, ticket: DeskTicket, news: DeskNews) => unknown;

/** Puts news into the words of a desk: what its rule, trigger or webhook is set up to send. */
export function writeMessage(desk: SandboxDesk, ticket: DeskTicket, news: DeskNews, now: number): Message {
  const shape = shapes[desk.id](desk, ticket, news);
  const body = desk.id === 'generic' || desk.id === 'jira' ? { ...timed(desk.id, now), ...Object(shape) } : shape;
  return { id: newId[desk.id](), body: JSON.stringify(body) };
}

/** The headers of one try, with the desk's own proof that it comes from there. */
export function signMessage(
  desk: SandboxDesk,
  { id, body }: Message,
  { secret, signedAt, isRetry }: { readonly secret: string; readonly signedAt: number; readonly isRetry: boolean },
): Record<string, string> {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  switch (desk.id) {
    case 'zendesk': {
      const timestamp = `${new Date(signedAt).toISOString().slice(0, 19)}Z`;
      return {
        ...json,
        'user-agent': 'Zendesk Webhook',
        'x-zendesk-account-id': '1234567',
        'x-zendesk-webhook-id': '01J0SANDBOX0WEBHOOK000000',
        'x-zendesk-webhook-invocation-id': id,
        'x-zendesk-webhook-signature-timestamp': timestamp,
        'x-zendesk-webhook-signature': mac('sha256', secret, timestamp + body, 'base64'),
      };
    }
    case 'jira':
      return {
        ...json,
        'user-agent': 'Atlassian Webhook HTTP Client',
        'x-atlassian-webhook-identifier': id,
        'x-atlassian-webhook-flow': 'Primary',
        ...(isRetry ? { 'x-atlassian-webhook-retry': '1' } : {}),
        'x-hub-signature': `sha256=${mac('sha256', secret, body, 'hex')}`,
      };
    case 'zammad':
      return {
        ...json,
        'user-agent': 'Zammad User Agent',
        'x-zammad-trigger': 'OneTenant',
        'x-zammad-delivery': id,
        'x-hub-signature': `sha1=${mac('sha1', secret, body, 'hex')}`,
      };
    case 'servicenow':
      return {
        ...json,
        'user-agent': 'ServiceNow/1.0',
        'x-onetenant-secret': secret,
        'x-onetenant-signature': mac('sha256', secret, body, 'base64'),
      };
    case 'freshdesk':
      return { ...json, 'user-agent': 'Freshdesk', 'x-onetenant-secret': secret };
    case 'generic':
      return { ...json, ...standardHeaders(secret, { id, timestamp: Math.floor(signedAt / 1000), body }) };
  }
}

/** Whether what a desk signs holds the time, so that an old message can be told from a new one. */
export function signsTime({ id }: SandboxDesk): boolean {
  return id === 'zendesk' || id === 'generic';
}

const shapes: Record<SandboxDeskId, Shape> = {
  zendesk: ruleText,
  zammad: ruleText,
  servicenow: ruleText,
  freshdesk: ruleText,
  generic: (desk, ticket, news) => {
    const { event, ...data } = ruleText(desk, ticket, news);
    return { type: `ticket.${event}`, data };
  },
  jira: jiraWebhook,
};

/** What the documented rule of every desk but Jira sends. The free text stands first, and alone. */
function ruleText(desk: SandboxDesk, ticket: DeskTicket, news: DeskNews) {
  const name = { number: ticket.number, ...(desk.id === 'zammad' ? { id: ticket.id } : {}) };
  const common = {
    event: news.kind,
    ...name,
    by: userOf(desk, actorOf(news)),
    version: versionOf(desk, ticket),
    ...(desk.id === 'servicenow' ? { delivery: randomBytes(16).toString('hex') } : {}),
  };
  switch (news.kind) {
    case 'handed-over': {
      const { personId, userPrincipalName, tenantId } = ticket.requester;
      return {
        title: ticket.title,
        ...common,
        personId: personId ?? '',
        userPrincipalName: userPrincipalName ?? '',
        tenantId: tenantId ?? '',
        about: ticket.scenario,
        locale: ticket.locale ?? '',
      };
    }
    case 'answered':
      return { text: news.comment.body, ...common };
    case 'withdrawn':
      return common;
  }
}

function actorOf(news: DeskNews): Actor {
  if (news.kind === 'answered') return news.comment.by;
  return news.kind === 'withdrawn' ? news.by : 'colleague';
}

function versionOf({ id }: SandboxDesk, ticket: DeskTicket): number | string {
  return id === 'zendesk' || id === 'freshdesk' || id === 'zammad' ? ticket.updatedAt : ticket.version;
}

/** How a desk names who did something. */
function userOf({ id, ownUser }: SandboxDesk, by: Actor): string {
  if (id === 'servicenow') return serviceNowUser(ownUser, by);
  if (by === 'bot') return ownUser ?? 'onetenant';
  return by === 'colleague' ? '42' : '41';
}

function jiraWebhook(desk: SandboxDesk, ticket: DeskTicket, news: DeskNews) {
  const issue = issueShape({ desk }, ticket);
  const user = jiraAuthor({ desk }, actorOf(news));
  switch (news.kind) {
    case 'handed-over':
      return {
        webhookEvent: 'jira:issue_updated',
        issue_event_type_name: 'issue_updated',
        user,
        issue,
        changelog: { id: '10124', items: [changed('labels', null, '', 'onetenant')] },
      };
    case 'answered': {
      const { id, at, body, visibility } = news.comment;
      return {
        webhookEvent: 'comment_created',
        comment: { id: String(id), author: user, body, created: at, jsdPublic: visibility === 'public' },
        issue,
      };
    }
    case 'withdrawn':
      return {
        webhookEvent: 'jira:issue_updated',
        issue_event_type_name: 'issue_generic',
        user,
        issue,
        changelog: { id: '10125', items: [changed('status', '3', 'In progress', jiraStates[ticket.state].name)] },
      };
  }
}

function changed(field: string, from: string | null, before: string, after: string) {
  return { field, fieldtype: 'jira', from, fromString: before, to: null, toString: after };
}

function timed(kind: 'generic' | 'jira', now: number): { readonly timestamp: number | string } {
  return { timestamp: kind === 'jira' ? now : new Date(now).toISOString() };
}

const newId: Record<SandboxDeskId, () => string> = {
  zendesk: () => `01J${randomBytes(12).toString('hex').toUpperCase().slice(0, 23)}`,
  jira: () => randomUUID(),
  zammad: () => randomUUID(),
  servicenow: () => randomUUID(),
  freshdesk: () => randomUUID(),
  generic: () => `msg_${randomBytes(16).toString('hex')}`,
};

function mac(hash: 'sha1' | 'sha256', secret: string, text: string, encoding: 'hex' | 'base64'): string {
  return createHmac(hash, secret).update(text).digest(encoding);
}
