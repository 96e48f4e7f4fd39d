import { randomUUID } from 'node:crypto';
import type { SandboxDeskKind } from '../desk-kind.ts';
import { fillFreeMarker, ruleText } from '../rule-text.ts';
import { actionShape, incidentShape, topdeskApi } from '../topdesk-api.ts';

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
  // Source: action sequences as TOPdesk exports them (github.com/InfoJester/xm-labs-topdesk). They can ask the API first. Whether
  // they escape values is a setting of theirs (`escapeBodyValues`); it is off here, which is the harder case.
  message: (desk, ticket, news) =>
    fillFreeMarker(ruleText(`topdesk-${news.kind}`), {
      _responses: {
        incident: { body: incidentShape(ticket) },
        action: { body: news.kind === 'answered' ? [actionShape(desk, news.comment)] : [] },
      },
    }),
  sign: ({ secret }) => ({ 'user-agent': 'TOPdesk', 'x-onetenant-secret': secret }),
};
