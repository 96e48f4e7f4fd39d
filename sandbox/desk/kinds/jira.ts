import { randomUUID } from 'node:crypto';
import { actorOf, type DeskNews, type SandboxDeskKind } from '../desk-kind.ts';
import type { DeskTicket } from '../desk-tickets.ts';
import { issueShape, jiraApi, jiraAuthor, jiraStates } from '../jira-api.ts';
import { mac } from '../rule-text.ts';
import type { SandboxDesk } from '../sandbox-desk.ts';

const [second, minute] = [1000, 60_000];

export const jira: SandboxDeskKind = {
  name: 'Contoso IT (Jira)',
  user: 'onetenant@contoso.com',
  signsInWith: 'key',
  // At auth.atlassian.com in the cloud. Source: support.atlassian.com, "Create OAuth 2.0 credential for service accounts".
  tokens: {
    path: '/oauth/token',
    body: 'form',
    lifeSeconds: 3600,
    repeats: false,
    grants: ['client_credentials'],
    refusal: { status: 400, body: { error: 'invalid_client', error_description: 'Unauthorized' } },
    unread: { status: 400, body: { error: 'invalid_request', error_description: 'The request is not valid.' } },
  },
  ownUser: 'onetenant-account',
  fields: {
    scenario: 'customfield_10101',
    personId: 'customfield_10102',
    userPrincipalName: 'customfield_10103',
    tenantId: 'customfield_10104',
    locale: 'customfield_10105',
  },
  entry: { options: { serviceDeskId: '4', requestTypeId: '25' } },
  secrets: 'text',
  apiPath: '',
  retries: {
    timeoutMs: 30 * second,
    waitsMs: [5 * minute, 7 * minute, 10 * minute, 12 * minute, 15 * minute],
    triesAgainAfter: (status) => status === null || status >= 500 || [408, 409, 425, 429].includes(status),
  },
  signsTime: false,
  echoes: true,
  tellsInternalNotes: true,
  handOverTags: ['onetenant'],
  newTicket: (count) => ({ id: String(10_000 + count), number: `IT-${count}` }),
  newDeliveryId: () => randomUUID(),
  api: jiraApi,
  message: (desk, ticket, news, now) => JSON.stringify({ timestamp: now, ...webhookBody(desk, ticket, news) }),
  sign: ({ id, body, secret, isRetry }) => ({
    'user-agent': 'Atlassian Webhook HTTP Client',
    'x-atlassian-webhook-identifier': id,
    'x-atlassian-webhook-flow': 'Primary',
    ...(isRetry ? { 'x-atlassian-webhook-retry': '1' } : {}),
    'x-hub-signature': `sha256=${mac('sha256', secret, body, 'hex')}`,
  }),
};

function webhookBody(desk: SandboxDesk, ticket: DeskTicket, news: DeskNews) {
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
        issue: shortly(issue),
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

/** With a comment, Jira Cloud sends few fields of the issue, and not its reporter. Source: developer.atlassian.com, Webhooks, "Comment events". */
function shortly({ id, key, fields }: ReturnType<typeof issueShape>) {
  const { summary, status, issuetype, project } = fields;
  return { id, key, fields: { summary, status, issuetype, project } };
}
