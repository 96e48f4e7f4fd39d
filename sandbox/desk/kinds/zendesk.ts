import { randomBytes } from 'node:crypto';
import { actorOf, type DeskNews, type SandboxDeskKind, sameName } from '../desk-kind.ts';
import type { DeskTicket } from '../desk-tickets.ts';
import { fillLiquid, mac, type Placeholders, ruleText } from '../rule-text.ts';
import type { SandboxDesk } from '../sandbox-desk.ts';
import { zendeskApi } from '../zendesk-api.ts';

const second = 1000;

export const zendesk: SandboxDeskKind = {
  name: 'Contoso Support',
  user: 'onetenant@contoso.com',
  signsInWith: 'oauth',
  // Source: developer.zendesk.com, "OAuth Tokens for Grant Types"; the refusal: support.zendesk.com, article 203663836.
  tokens: {
    path: '/oauth/tokens',
    body: 'json',
    lifeSeconds: 3600,
    repeats: false,
    grants: ['client_credentials'],
    refusal: {
      status: 401,
      body: {
        error: 'invalid_client',
        error_description:
          'The client identifier provided is invalid, the client failed to authenticate, the client did not include its credentials, provided multiple client credentials, or used unsupported credentials type.',
      },
    },
    unread: { status: 400, body: { error: 'invalid_request', error_description: 'The request is not valid.' } },
  },
  ownUser: '900',
  fields: {
    scenario: '4711001',
    personId: '4711002',
    userPrincipalName: '4711003',
    tenantId: '4711004',
    locale: '4711005',
  },
  entry: { forPeople: true },
  secrets: 'text',
  apiPath: '',
  retries: {
    timeoutMs: 12 * second,
    waitsMs: [second, 2 * second, 4 * second, 8 * second, 16 * second],
    triesAgainAfter(status, retryAfterSeconds) {
      if (status === null || status === 409) return true;
      return (status === 429 || status === 503) && retryAfterSeconds !== null && retryAfterSeconds < 60;
    },
  },
  signsTime: true,
  echoes: false,
  tellsInternalNotes: false,
  handOverTags: [],
  newTicket: (count) => sameName(String(34 + count)),
  newDeliveryId: () => `01J${randomBytes(12).toString('hex').toUpperCase().slice(0, 23)}`,
  api: zendeskApi,
  message: (desk, ticket, news) => fillLiquid(ruleText(`zendesk-${news.kind}`), placeholders(desk, ticket, news)),
  sign({ id, body, secret, signedAt }) {
    const timestamp = `${new Date(signedAt).toISOString().slice(0, 19)}Z`;
    return {
      'user-agent': 'Zendesk Webhook',
      'x-zendesk-account-id': '1234567',
      'x-zendesk-webhook-id': '01J0SANDBOX0WEBHOOK000000',
      'x-zendesk-webhook-invocation-id': id,
      'x-zendesk-webhook-signature-timestamp': timestamp,
      'x-zendesk-webhook-signature': mac('sha256', secret, timestamp + body, 'base64'),
    };
  },
};

function placeholders({ ownUser }: SandboxDesk, ticket: DeskTicket, news: DeskNews): Placeholders {
  const { requester, scenario, locale } = ticket;
  return {
    'ticket.title': ticket.title,
    'ticket.id': ticket.id,
    'current_user.id': { bot: ownUser ?? '', colleague: '42', person: '41' }[actorOf(news)],
    'ticket.requester.id': '41',
    'ticket.requester.custom_fields.entra_object_id': requester.personId ?? '',
    // Left empty where mail addresses are not what people sign in with.
    'ticket.requester.email': requester.userPrincipalName ?? '',
    // A drop-down gives its tag.
    'ticket.ticket_field_4711001': scenario === '' ? '' : `onetenant_${scenario.replaceAll('-', '_')}`,
    'ticket.requester.language': locale ?? '',
    // To the minute. Source: Zendesk placeholders reference, ticket.updated_at_with_timestamp.
    'ticket.updated_at_with_timestamp': `${ticket.updatedAt.slice(0, 16)}Z`,
    'comment.value': news.kind === 'answered' ? news.comment.body : '',
  };
}
