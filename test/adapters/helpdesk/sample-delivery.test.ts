import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DeskKind, deskKindNames, deskKinds } from '../../../src/adapters/helpdesk/desk-kinds.ts';
import { sampleDelivery } from '../../../src/adapters/helpdesk/sample-delivery.ts';
import type { SampleTicket } from '../../../src/adapters/helpdesk/sample-ticket.ts';
import { aDesk, anEntry, now, personId, receive, secret, tenantId, webhookSecret } from './desks.ts';

const sample: SampleTicket = {
  event: 'handed-over',
  number: '',
  title: 'A sample',
  text: 'An answer',
  personId,
  userPrincipalName: 'anna@contoso.com',
  tenantId,
  about: 'join',
  locale: 'nl',
  fields: {
    scenario: 'customfield_10101',
    personId: 'customfield_10102',
    userPrincipalName: 'customfield_10103',
    tenantId: 'customfield_10104',
    locale: 'customfield_10105',
  },
};
const secretOf = (kind: DeskKind) => (deskKinds[kind].secrets === 'whsec' ? webhookSecret : secret);
const sampleOf = (kind: DeskKind): SampleTicket => ({ ...sample, number: deskKinds[kind].numbers.example });

test.each(deskKindNames)('a sample of %s is read as that desk', (kind) => {
  const { headers, body } = sampleDelivery(kind, sampleOf(kind), secretOf(kind), now);

  expect(receive(aDesk(anEntry(kind)), body, headers)).toMatchObject({
    kind: 'read',
    event: {
      kind: 'handed-over',
      ticket: {
        number: deskKinds[kind].numbers.example,
        title: 'A sample',
        about: 'join',
        locale: 'nl',
        requester: { personId, userPrincipalName: 'anna@contoso.com', tenantId },
      },
    },
  });
});

test.each(deskKindNames)('an answer and a withdrawal of %s are read too', (kind) => {
  const read = (event: SampleTicket['event']) => {
    const { headers, body } = sampleDelivery(kind, { ...sampleOf(kind), event }, secretOf(kind), now);
    return receive(aDesk(anEntry(kind)), body, headers);
  };

  expect(read('answered')).toMatchObject({ event: { kind: 'colleague-answered', text: 'An answer' } });
  expect(read('withdrawn')).toMatchObject({ event: { kind: 'withdrawn', number: deskKinds[kind].numbers.example } });
});

describe('npm run tickets:send', () => {
  const send = (args: readonly string[], env: Record<string, string> = {}) =>
    new Promise<{ readonly code: number; readonly out: string }>((resolve) => {
      execFile(
        process.execPath,
        ['scripts/send-ticket.ts', ...args],
        { env: { ...process.env, ...env } },
        (fault, stdout, stderr) => resolve({ code: Number(fault?.code ?? 0), out: stdout + stderr }),
      );
    });

  test('sends a sample, shows what came back and what to do next, and never the secret', async () => {
    const seen: { url: string | undefined; body: string; signature: unknown }[] = [];
    let status = 202;
    const bot = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        seen.push({ url: request.url, body, signature: request.headers['x-hub-signature'] });
        response.writeHead(status);
        response.end('{"id":"abc"}');
      });
    });
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
    const to = `http://127.0.0.1:${(bot.address() as AddressInfo).port}`;
    const args = [
      '--to',
      to,
      '--desk',
      'it',
      '--kind',
      'zammad',
      '--secret-from',
      'MY_SECRET',
      '--upn',
      'anna@contoso.com',
    ];

    const good = await send(args, { MY_SECRET: secret });
    status = 401;
    const refused = await send(args, { MY_SECRET: secret });
    await new Promise((resolve) => bot.close(resolve));

    expect(good).toMatchObject({ code: 0, out: expect.stringContaining('It is stored.') });
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('The proof is not right') });
    expect(seen[0]).toMatchObject({ url: '/api/tickets/it', signature: expect.stringMatching(/^sha1=/) });
    expect(good.out).not.toContain(secret);
  });

  test.each([
    ['nothing', [], {}, 2, '--to and --desk are needed.'],
    ['a secret as an argument', ['--secret', 'x'], {}, 2, "Unknown option '--secret'."],
    ['a kind that is none', ['--to', 'https://b', '--desk', 'a', '--kind', 'otrs'], {}, 2, '--kind must be one of'],
    [
      'no secret',
      ['--to', 'https://b', '--desk', 'a', '--kind', 'jira', '--secret-from', 'NOT_THERE'],
      {},
      1,
      'NOT_THERE',
    ],
    [
      'an address without encryption',
      ['--to', 'http://b.example', '--desk', 'a', '--kind', 'jira'],
      { DESK_SECRET: secret },
      1,
      'https',
    ],
  ] as const)('%s is refused with a way on', async (_what, args, env, code, words) => {
    expect(await send(args, env)).toMatchObject({ code, out: expect.stringContaining(words) });
  });
});
