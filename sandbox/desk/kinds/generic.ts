import { randomBytes } from 'node:crypto';
import type { DeskNews, SandboxDeskKind } from '../desk-kind.ts';
import { sameName } from '../desk-kind.ts';
import type { DeskTicket } from '../desk-tickets.ts';
import { genericApi } from '../generic-api.ts';
import { fillFields, ruleText } from '../rule-text.ts';
import { standardHeaders } from '../standard-webhooks.ts';

const [second, minute] = [1000, 60_000];

/** A desk that somebody wrote to the documentation of Standard Webhooks and of the bot. */
export const generic: SandboxDeskKind = {
  name: 'Contoso Desk',
  user: null,
  signsInWith: 'key',
  tokens: null,
  ownUser: null,
  fields: null,
  entry: {},
  secrets: 'whsec',
  apiPath: '/callback',
  retries: {
    timeoutMs: 15 * second,
    waitsMs: [5 * second, 5 * minute, 30 * minute, 120 * minute, 300 * minute],
    triesAgainAfter: (status) => status !== 410,
  },
  signsTime: true,
  echoes: false,
  tellsInternalNotes: false,
  handOverTags: [],
  newTicket: (count) => sameName(`T-${1000 + count}`),
  newDeliveryId: () => `msg_${randomBytes(16).toString('hex')}`,
  api: genericApi,
  message: (_desk, ticket, news, now) => fillFields(ruleText(`generic-${news.kind}`), valuesOf(ticket, news, now)),
  sign: ({ id, body, secret, signedAt }) =>
    standardHeaders(secret, { id, timestamp: Math.floor(signedAt / second), body }),
};

function valuesOf({ title, number, requester, scenario, locale, version }: DeskTicket, news: DeskNews, now: number) {
  return {
    type: `ticket.${news.kind}`,
    timestamp: new Date(now).toISOString(),
    title,
    text: news.kind === 'answered' ? news.comment.body : '',
    number,
    personId: requester.personId ?? '',
    userPrincipalName: requester.userPrincipalName ?? '',
    tenantId: requester.tenantId ?? '',
    about: scenario,
    locale: locale ?? '',
    version,
  };
}
