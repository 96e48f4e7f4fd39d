import type { SampleTicket } from '../sample-ticket.ts';

/** What Jira's own webhook sends. `now`: milliseconds since 1970. */
export function jiraSample(ticket: SampleTicket, now: number): object {
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
