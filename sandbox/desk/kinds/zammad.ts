import { randomUUID } from 'node:crypto';
import { actorOf, type DeskNews, fieldsNamed, type SandboxDeskKind } from '../desk-kind.ts';
import type { DeskTicket } from '../desk-tickets.ts';
import { fillValues, mac, type Placeholders, ruleText } from '../rule-text.ts';
import type { SandboxDesk } from '../sandbox-desk.ts';
import { zammadApi } from '../zammad-api.ts';

const second = 1000;

export const zammad: SandboxDeskKind = {
  name: 'Contoso Helpdesk (Zammad)',
  user: null,
  signsInWith: 'key',
  tokens: null,
  ownUser: '90',
  fields: fieldsNamed(''),
  entry: { options: { group: 'Users' } },
  secrets: 'text',
  apiPath: '',
  retries: {
    timeoutMs: 60 * second,
    waitsMs: [10 * second, 20 * second, 30 * second, 40 * second],
    triesAgainAfter: () => true,
  },
  signsTime: false,
  echoes: true,
  tellsInternalNotes: false,
  handOverTags: [],
  newTicket: (count) => ({ id: String(count), number: String(67_000 + count) }),
  newDeliveryId: () => randomUUID(),
  api: zammadApi,
  message: (desk, ticket, news) =>
    fillValues(ruleText(`zammad-${news.kind}`), /#\{([^}]*)\}/g, placeholders(desk, ticket, news)),
  sign: ({ id, body, secret }) => ({
    'user-agent': 'Zammad User Agent',
    'x-zammad-trigger': 'OneTenant',
    'x-zammad-delivery': id,
    'x-hub-signature': `sha1=${mac('sha1', secret, body, 'hex')}`,
  }),
};

function placeholders({ ownUser }: SandboxDesk, ticket: DeskTicket, news: DeskNews): Placeholders {
  const by = { bot: ownUser ?? '', colleague: '42', person: '41' }[actorOf(news)];
  return {
    'ticket.title': ticket.title,
    'ticket.number': ticket.number,
    'ticket.id': ticket.id,
    'ticket.updated_by.id': by,
    'ticket.customer.id': '41',
    'ticket.customer.entra_object_id': ticket.requester.personId ?? '',
    'ticket.customer.email': ticket.requester.userPrincipalName ?? '',
    'ticket.onetenant_scenario': ticket.scenario,
    // As Ruby on Rails writes a moment, to the second. Source: zammad/zammad, trigger_webhook_job/custom_payload/parser.rb.
    'ticket.updated_at': ticket.updatedAt.replace('T', ' ').replace('Z', ' UTC'),
    'article.body': news.kind === 'answered' ? news.comment.body : '',
    'article.created_by.id': by,
  };
}
