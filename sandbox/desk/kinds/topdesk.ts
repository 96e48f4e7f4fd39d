import { randomUUID } from 'node:crypto';
import type { DeskNews, SandboxDeskKind } from '../desk-kind.ts';
import type { DeskTicket } from '../desk-tickets.ts';
import { fillAsItStands, type Placeholders, ruleText } from '../rule-text.ts';
import { topdeskApi } from '../topdesk-api.ts';

export const topdesk: SandboxDeskKind = {
  name: 'Contoso TOPdesk',
  user: 'ONETENANT',
  signsInWith: 'key',
  tokens: null,
  ownUser: '5b7c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3',
  fields: {
    scenario: 'optionalFields1.text1',
    personId: 'optionalFields1.text2',
    userPrincipalName: 'optionalFields1.text3',
    tenantId: 'optionalFields1.text4',
    locale: 'optionalFields1.text5',
  },
  entry: { options: { tagField: 'optionalFields2.text1' } },
  secrets: 'text',
  apiPath: '',
  // An automated action that fails is listed as such; TOPdesk does not send it again by itself.
  retries: { timeoutMs: 30_000, waitsMs: [], triesAgainAfter: () => false },
  signsTime: false,
  echoes: false,
  tellsInternalNotes: false,
  handOverTags: [],
  newTicket: (count) => ({ id: randomUUID(), number: `I 2611 ${String(count).padStart(3, '0')}` }),
  newDeliveryId: () => randomUUID(),
  api: topdeskApi,
  // No document says that it escapes anything for JSON, so nothing is.
  message: (_desk, ticket, news) =>
    fillAsItStands(ruleText(`topdesk-${news.kind}`), /\$\{([^}]*)\}/g, placeholders(ticket, news)),
  sign: ({ secret }) => ({ 'user-agent': 'TOPdesk', 'x-onetenant-secret': secret }),
};

function placeholders(ticket: DeskTicket, news: DeskNews): Placeholders {
  const { requester, scenario, locale } = ticket;
  return {
    briefDescription: ticket.title,
    number: ticket.number,
    'optionalFields1.text1': scenario,
    'optionalFields1.text2': requester.personId ?? '',
    'caller.email': requester.userPrincipalName ?? '',
    'optionalFields1.text5': locale ?? '',
    modificationDate: ticket.updatedAt,
    action: news.kind === 'answered' ? news.comment.body : '',
  };
}
