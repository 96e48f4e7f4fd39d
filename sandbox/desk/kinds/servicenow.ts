import { randomUUID } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { actorOf, type DeskNews, fieldsNamed, type SandboxDeskKind } from '../desk-kind.ts';
import type { DeskTicket } from '../desk-tickets.ts';
import { ruleText } from '../rule-text.ts';
import type { SandboxDesk } from '../sandbox-desk.ts';
import { serviceNowApi, serviceNowUser } from '../servicenow-api.ts';

const [inProgress, resolved] = ['2', '6'];

export const servicenow: SandboxDeskKind = {
  name: 'Contoso Now',
  user: 'onetenant',
  signsInWith: 'key',
  // Source: servicenow.com/docs, "OAuth API request parameters"; the refusal: demisto/content-docs, issue 1301.
  tokens: {
    path: '/oauth_token.do',
    body: 'form',
    lifeSeconds: 1800,
    repeats: true,
    grants: ['client_credentials', 'refresh_token'],
    refusal: { status: 401, body: { error_description: 'access_denied', error: 'server_error' } },
    unread: { status: 400, body: { error: 'server_error' } },
  },
  ownUser: 'onetenant',
  fields: fieldsNamed('u_'),
  entry: {},
  secrets: 'text',
  apiPath: '',
  // Sent in the background once; a scheduled job would have to notice.
  retries: { timeoutMs: 30_000, waitsMs: [], triesAgainAfter: () => false },
  signsTime: false,
  echoes: false,
  tellsInternalNotes: false,
  handOverTags: [],
  newTicket: (count) => ({ id: randomUUID().replaceAll('-', ''), number: `INC00${10_000 + count}` }),
  newDeliveryId: () => randomUUID(),
  api: serviceNowApi,
  message: runBusinessRule,
  sign: ({ secret }) => ({ 'user-agent': 'ServiceNow/1.0', 'x-onetenant-secret': secret }),
};

/** Runs the business rule of docs/helpdesk.md as ServiceNow would, and gives the body that it sends. */
function runBusinessRule({ ownUser }: SandboxDesk, ticket: DeskTicket, news: DeskNews): string {
  const { requester, scenario, locale } = ticket;
  const current = {
    u_onetenant: 'true',
    u_onetenant_scenario: scenario,
    state: news.kind === 'withdrawn' ? resolved : inProgress,
    number: ticket.number,
    sys_id: ticket.id,
    sys_mod_count: String(ticket.version),
    sys_updated_by: serviceNowUser(ownUser, actorOf(news)),
    short_description: ticket.title,
    caller_id: {
      changes: () => false,
      u_entra_object_id: requester.personId ?? '',
      user_name: requester.userPrincipalName ?? '',
      preferred_language: locale ?? '',
    },
    comments: {
      changes: () => news.kind === 'answered',
      getJournalEntry: () => (news.kind === 'answered' ? `${news.comment.at} - Colleague\n${news.comment.body}` : ''),
    },
  };
  const previous = { u_onetenant: String(news.kind !== 'handed-over'), state: inProgress };
  const sent: string[] = [];
  const nothing = (): void => undefined;
  class RESTMessageV2 {
    readonly setEndpoint = nothing;
    readonly setHttpMethod = nothing;
    readonly setRequestHeader = nothing;
    readonly executeAsync = nothing;
    setRequestBody(body: string): void {
      sent.push(body);
    }
  }
  const gs = { getProperty: () => '', hasRole: () => true };
  runInNewContext(ruleText('servicenow'), { current, previous, gs, sn_ws: { RESTMessageV2 } });
  // One change can be two things for the bot; each goes in a message of its own.
  return sent.find((body) => JSON.parse(body).event === news.kind) ?? '';
}
