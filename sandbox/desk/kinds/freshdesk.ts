import { randomUUID } from 'node:crypto';
import { type DeskNews, fieldsNamed, type SandboxDeskKind, sameName } from '../desk-kind.ts';
import type { DeskTicket } from '../desk-tickets.ts';
import { freshdeskApi } from '../freshdesk-api.ts';
import { fillValues, type Placeholders, ruleText } from '../rule-text.ts';

const minute = 60_000;

export const freshdesk: SandboxDeskKind = {
  name: 'Contoso Freshdesk',
  user: null,
  signsInWith: 'key',
  tokens: null,
  ownUser: '900',
  fields: fieldsNamed('cf_'),
  entry: {},
  secrets: 'text',
  apiPath: '',
  retries: { timeoutMs: 30_000, waitsMs: [5 * minute, 30 * minute, 60 * minute], triesAgainAfter: () => true },
  signsTime: false,
  echoes: false,
  tellsInternalNotes: false,
  handOverTags: [],
  newTicket: (count) => sameName(String(count)),
  newDeliveryId: () => randomUUID(),
  api: freshdeskApi,
  message: (_desk, ticket, news) =>
    fillValues(ruleText(`freshdesk-${news.kind}`), /\{\{([^}]*)\}\}/g, placeholders(ticket, news)),
  sign: ({ secret }) => ({ 'user-agent': 'Freshdesk', 'x-onetenant-secret': secret }),
};

function placeholders(ticket: DeskTicket, news: DeskNews): Placeholders {
  return {
    'ticket.subject': ticket.title,
    'ticket.id': ticket.id,
    'ticket.requester.entra_object_id': ticket.requester.personId ?? '',
    'ticket.requester.email': ticket.requester.userPrincipalName ?? '',
    'ticket.cf_onetenant_scenario': ticket.scenario,
    'ticket.requester.language': ticket.locale ?? '',
    'ticket.tags': ticket.tags.join(', '),
    'ticket.latest_public_comment': news.kind === 'answered' ? news.comment.body : '',
  };
}
