import { readFileSync } from 'node:fs';
import { type SandboxDeskId, sandboxDeskIds } from '../../sandbox/desk/desk-kinds.ts';
import type { DeskTicket } from '../../sandbox/desk/desk-tickets.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { createDesks } from '../../src/adapters/helpdesk/create-desks.ts';
import type { DeskEntry } from '../../src/adapters/helpdesk/desk-entry.ts';
import { readSettings, type Settings } from '../../src/config/settings.ts';
import type { DeskEffect } from '../../src/domain/ticket.ts';
import { effectMark } from '../../src/domain/ticket-mark.ts';
import type { Desk, DeskReading } from '../../src/ports/desk.ts';
import { type Delivered, type DeskBot, startDeskBot } from './desk-bot.ts';

/** The product's own desks against the played ones: they understand each other both ways. */

let bot: DeskBot;
let sandbox: RunningSandbox;
let desks: readonly Desk[];

beforeAll(async () => {
  bot = await startDeskBot();
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: bot.origin });
  desks = createDesks(settingsOf(sandbox), { now: () => Date.now() }, () => undefined);
});
beforeEach(async () => {
  bot.deliveries.length = 0;
  await sandbox.reset();
});
afterAll(async () => {
  await sandbox.stop();
  await bot.stop();
});

/** Whether the rule that the documentation gives for a desk leaves something empty. */
function leavesOut(kind: SandboxDeskId, name: 'tenantId' | 'locale'): boolean {
  const page = readFileSync('docs/helpdesk.md', 'utf8');
  const rule = new RegExp(`^\`\`\`\\w+ ${kind}(-handed-over)?\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[2];
  // Jira sends its own body, with all its fields.
  return rule !== undefined && (rule.includes(`"${name}": ""`) || !rule.includes(name));
}

describe.each(sandboxDeskIds)('%s', (kind) => {
  test('a ticket is read with who asks for what', async () => {
    const person = sandbox.core.people.get('member-m365');
    const ticket = await files(kind, { title: 'Azure, "please"', about: 'add-azure', locale: 'nl' });

    expect(reads(kind, sentBy(kind)[0])).toMatchObject({
      kind: 'read',
      event: {
        kind: 'handed-over',
        ticket: {
          number: ticket.number,
          title: 'Azure, "please"',
          about: 'add-azure',
          locale: leavesOut(kind, 'locale') ? null : 'nl',
          requester: {
            personId: person?.objectId,
            userPrincipalName: person?.userPrincipalName,
            tenantId: leavesOut(kind, 'tenantId') ? null : person?.homeTenantId,
          },
        },
      },
    });
  });

  test('an answer of a colleague and the end of a ticket are read', async () => {
    const ticket = await files(kind);
    await asks(`/${kind}/tickets/${ticket.id}/answers`, { text: 'We looked into it' });
    await asks(`/${kind}/tickets/${ticket.id}/close`, {});

    expect(
      sentBy(kind)
        .slice(1)
        .map((delivered) => reads(kind, delivered)),
    ).toMatchObject([
      { event: { kind: 'colleague-answered', number: ticket.number, text: 'We looked into it' } },
      { event: { kind: 'withdrawn', number: ticket.number } },
    ]);
  });

  test('what the person answers at the desk is told apart from what colleagues do', async () => {
    const ticket = await files(kind);
    await asks(`/${kind}/tickets/${ticket.id}/answers`, { text: 'Mine', by: 'person' });

    const [handed, said] = sentBy(kind).map((delivered) => reads(kind, delivered));
    const atDesk =
      handed?.kind === 'read' && handed.event.kind === 'handed-over' && handed.event.ticket.requesterAtDesk;
    const isAnswer = said?.kind === 'read' && said.event.kind === 'colleague-answered';
    // Freshdesk and ServiceNow tell of colleagues only, and a generic desk as its own program does.
    if (kind === 'jira') expect(said).toMatchObject({ event: { author: atDesk } });
    if (kind === 'zendesk' || kind === 'zammad') expect(isAnswer).toBe(false);
  });

  test('an old signature is refused', async () => {
    const ticket = await files(kind);
    await asks(`/${kind}/tickets/${ticket.id}/deliveries`, { how: 'old-signature' });

    expect(reads(kind, sentBy(kind)[1])).toMatchObject({ kind: 'refused', status: 401 });
  });

  test('a note, an answer, a state and a tag arrive in its own terms', async () => {
    const ticket = await files(kind);
    const effect = anEffect({ note: 'Accepted', reply: 'Here is a link', status: 'pending', tag: 'onetenant-waiting' });

    await expect(desk(kind).write(effect, ticket.number, { mayBeThere: false })).resolves.toMatchObject({
      kind: 'written',
    });

    expect(said(ticket).sort()).toEqual([
      ['internal', expect.stringContaining('Accepted')],
      ['public', expect.stringContaining('Here is a link')],
    ]);
    expect(ticket.state).toBe('pending');
    if (!keepsNoTags(kind)) expect(ticket.tags).toContain('onetenant-waiting');
    expect(ticket.requests.every(({ status }) => status !== null && status < 300)).toBe(true);
  });

  test('a solved ticket is solved', async () => {
    const ticket = await files(kind);

    await desk(kind).write(anEffect({ note: 'Proof', status: 'solved' }), ticket.number, { mayBeThere: false });

    expect(['solved', 'closed']).toContain(ticket.state);
  });

  test('a ticket that the desk has solved stays so, and gets the note alone', async () => {
    const ticket = await files(kind);
    await asks(`/${kind}/tickets/${ticket.id}/close`, {});
    if (kind === 'zendesk') sandbox.desks.book.move(ticket, 'solved', 'colleague');
    const [state, tags] = [ticket.state, ticket.tags];

    const writing = await desk(kind).write(
      anEffect({ note: 'Late', reply: 'A link', status: 'pending', tag: 'onetenant-waiting' }),
      ticket.number,
      { mayBeThere: false },
    );

    expect(writing.kind).toBe('written');
    if (kind === 'generic') return;
    expect([ticket.state, ticket.tags]).toEqual([state, tags]);
    expect(said(ticket)).toEqual([['internal', expect.stringContaining('Late')]]);
  });

  test('its tag of ours takes the place of an earlier one', async () => {
    const ticket = await files(kind);
    for (const [index, tag] of ['onetenant-waiting', 'onetenant-talking'].entries())
      await desk(kind).write(anEffect({ id: `${anEffect().id}${index}`, note: tag, tag }), ticket.number, {
        mayBeThere: false,
      });

    // A generic desk does as it likes.
    if (kind !== 'generic' && !keepsNoTags(kind))
      expect(ticket.tags.filter((tag) => tag.startsWith('onetenant-'))).toEqual(['onetenant-talking']);
  });

  test('nothing is written twice when the desk forgot to answer', async () => {
    const ticket = await files(kind);
    const effect = anEffect({ note: 'Once', reply: 'Once too', tag: 'once' });
    sandbox.core.faults.add({ service: 'desk', fault: 'forgetful', times: 1, delayMs: 20, ...writingOf[kind] });

    const first = await desk(kind).write(effect, ticket.number, { mayBeThere: false });
    const second = await desk(kind).write(effect, ticket.number, { mayBeThere: true });

    expect(first).toMatchObject({ kind: 'again', mayBeThere: true });
    expect(second).toMatchObject({ kind: 'written' });
    expect(said(ticket)).toHaveLength(2);
  });

  test('a new ticket is made once', async () => {
    const requester = { personId: null, userPrincipalName: 'alex.wilber@contoso.com', tenantId: null };
    const note = 'What was found';
    const effect = anEffect({ kind: 'create', title: 'Talk to a person', note, status: 'open', requester });

    const made = await desk(kind).write(effect, '', { mayBeThere: false });
    const again = await desk(kind).write(effect, '', { mayBeThere: true });

    const tickets = sandbox.desks.book.list(kind);
    expect(tickets.map(({ title, number }) => [title, number])).toEqual([['Talk to a person', expect.any(String)]]);
    expect([made, again]).toMatchObject([
      { kind: 'written', number: tickets[0]?.number },
      { kind: 'written', number: tickets[0]?.number },
    ]);
  });

  test('what the desk says about waiting is heard', async () => {
    const ticket = await files(kind);
    sandbox.core.faults.add({ service: 'desk', path: `/desks/${kind}`, fault: '429', retryAfterSeconds: 7 });

    await expect(desk(kind).write(anEffect(), ticket.number, { mayBeThere: false })).resolves.toMatchObject({
      kind: 'again',
      status: 429,
      retryAfterSeconds: 7,
    });
  });

  test.each(['500', '503', 'down'] as const)('%s is tried again', async (fault) => {
    const ticket = await files(kind);
    sandbox.core.faults.add({ service: 'desk', path: `/desks/${kind}`, fault });

    const writing = await desk(kind).write(anEffect(), ticket.number, { mayBeThere: false });
    sandbox.core.faults.clear();
    const mayBeThere = writing.kind === 'again' && writing.mayBeThere;
    if (writing.kind === 'again') await desk(kind).write(anEffect(), ticket.number, { mayBeThere });

    expect([writing.kind, said(ticket).length]).toEqual(['again', 1]);
  });
});

/** The field that each desk demands of a solved ticket, and what it says where that is missing. */
const demanded = {
  zendesk: ['4711006', 422, 'Root cause:: is required when solving a ticket'],
  jira: ['resolution', 400, 'Resolution is required.'],
  zammad: ['root_cause', 422, 'Missing required value for field "root_cause"!'],
  servicenow: ['u_root_cause', 403, 'The following fields are mandatory'],
  freshdesk: ['cf_root_cause', 400, 'cf_root_cause: It should be a/an String'],
  topdesk: ['optionalFields2.text3', 400, "The field 'optionalFields2.text3' is mandatory"],
} as const;

describe.each(Object.entries(demanded))('%s demands a field of a solved ticket', (kind, [field, status, words]) => {
  const solved = anEffect({ note: 'Proof', status: 'solved', tag: 'onetenant-solved' });

  test('the note is there without it, and the desk is quoted', async () => {
    const ticket = await files(kind);
    sandbox.desks.book.demands.set(kind, field);

    const writing = await desk(kind).write(solved, ticket.number, { mayBeThere: false });

    expect(writing).toMatchObject({ kind: 'written', stateRefused: { status, words: expect.stringContaining(words) } });
    expect(said(ticket)).toEqual([['internal', expect.stringContaining('Proof')]]);
    expect(ticket.state).toBe('new');
  });

  test('with the field in its entry it is solved', async () => {
    const ticket = await files(kind);
    sandbox.desks.book.demands.set(kind, field);
    const solvedWith = { [field]: kind === 'jira' ? { name: 'Done' } : 'Their own doing' };

    const writing = await deskWith(kind, { solvedWith }).write(solved, ticket.number, { mayBeThere: false });

    expect(writing).toEqual({ kind: 'written', number: null });
    expect(['solved', 'closed']).toContain(ticket.state);
  });

  test('where colleagues set states themselves, none is set', async () => {
    const ticket = await files(kind);

    const writing = await deskWith(kind, { options: { states: 'notes-only' } }).write(solved, ticket.number, {
      mayBeThere: false,
    });

    expect(writing).toEqual({ kind: 'written', number: null });
    expect([ticket.state, said(ticket).length]).toEqual(['new', 1]);
  });

  test('where colleagues set states themselves, a ticket that they have solved gets the note alone too', async () => {
    const ticket = await files(kind);
    sandbox.desks.book.move(ticket, 'solved', 'colleague');
    const tags = ticket.tags;

    const writing = await deskWith(kind, { options: { states: 'notes-only' } }).write(
      anEffect({ note: 'Late', reply: 'A link', status: 'open', tag: 'onetenant-link' }),
      ticket.number,
      { mayBeThere: false },
    );

    expect(writing.kind).toBe('written');
    expect([ticket.state, ticket.tags]).toEqual(['solved', tags]);
    expect(said(ticket)).toEqual([['internal', expect.stringContaining('Late')]]);
  });
});

test.each(['zendesk', 'zammad', 'freshdesk', 'topdesk', 'jira'] as const)(
  '"reply and solve" at %s is both, of one moment',
  async (kind) => {
    const ticket = await files(kind);
    await asks(`/${kind}/tickets/${ticket.id}/answers`, { text: 'Done.', solves: true });

    const [, answered, withdrawn] = sentBy(kind).map((delivered) => reads(kind, delivered));
    expect([answered, withdrawn]).toMatchObject([
      { event: { kind: 'colleague-answered', text: 'Done.' } },
      { event: { kind: 'withdrawn' } },
    ]);
  },
);

test.each(['jira', 'zammad'] as const)('what the bot wrote at %s comes back and is known as its own', async (kind) => {
  const ticket = await files(kind);
  bot.deliveries.length = 0;

  await desk(kind).write(anEffect({ note: 'Mine', status: 'solved' }), ticket.number, { mayBeThere: false });
  await bot.received(2);

  for (const delivered of bot.deliveries) expect(reads(kind, delivered)).toMatchObject({ event: { kind: 'nothing' } });
});

/** Jira and Zammad tell of everything, and of a test before this one perhaps only now. */
function sentBy(kind: string): readonly Delivered[] {
  return bot.deliveries.filter(({ path }) => path.endsWith(`/${kind}`));
}

/** ServiceNow and TOPdesk have a field for it, not tags. */
function keepsNoTags(kind: string): boolean {
  return kind === 'servicenow' || kind === 'topdesk';
}

/** The request of each desk that makes the first part of an effect. */
const writingOf = {
  zendesk: { path: '/desks/zendesk', method: 'PUT' },
  jira: { path: '/comment', method: 'POST' },
  zammad: { path: '/ticket_articles', method: 'POST' },
  servicenow: { path: '/desks/servicenow', method: 'PATCH' },
  freshdesk: { path: '/notes', method: 'POST' },
  topdesk: { path: '/desks/topdesk', method: 'PATCH' },
  generic: { path: '/desks/generic', method: 'POST' },
} as const;

function settingsOf({ environment }: RunningSandbox): Settings {
  const reading = readSettings({ ...environment });
  if (reading.kind === 'faulty') throw new Error(JSON.stringify(reading.faults));
  return reading.settings;
}

function desk(kind: string): Desk {
  const found = desks.find(({ id }) => id === kind);
  if (found === undefined) throw new Error(`no desk ${kind}`);
  return found;
}

function anEffect(more: Partial<DeskEffect> = {}): DeskEffect {
  const id = '0123456789abcdef0123456789abcdef-1';
  const effect = {
    id,
    kind: 'update',
    note: 'A note',
    reply: '',
    status: null,
    reopens: false,
    tag: null,
    title: '',
    requester: null,
    ...more,
  } as const;
  return { ...effect, note: effect.note === '' ? '' : `${effect.note}\n\n${effectMark(id)}` };
}

function deskWith(kind: string, more: Partial<DeskEntry>): Desk {
  const settings = settingsOf(sandbox);
  const DESKS = settings.DESKS.filter(({ id }) => id === kind).map((entry) => ({ ...entry, ...more }));
  const [found] = createDesks({ ...settings, DESKS }, { now: () => Date.now() }, () => undefined);
  if (found === undefined) throw new Error(`no desk ${kind}`);
  return found;
}

function said(ticket: DeskTicket) {
  return ticket.comments.filter(({ by }) => by === 'bot').map(({ visibility, body }) => [visibility, body]);
}

function reads(kind: string, delivered: Delivered | undefined): DeskReading {
  const { headers, text, body } = delivered ?? { headers: {}, text: '', body: {} };
  const bytes = new TextEncoder().encode(text);
  const value = Object.keys(body).length === 0 ? desk(kind).mend(text) : body;
  return desk(kind).receive({ headers: headers as Record<string, string>, bytes, value }, Date.now());
}

async function files(kind: string, more: Record<string, unknown> = {}): Promise<DeskTicket> {
  const { ticket } = await asks(`/${kind}/tickets`, { title: 'Azure, please', personId: 'member-m365', ...more });
  const found = sandbox.desks.book.list().find(({ id }) => id === ticket.id);
  if (found === undefined) throw new Error('the ticket is not in the book');
  return found;
}

async function asks(path: string, body: unknown): Promise<{ readonly ticket: DeskTicket }> {
  const response = await fetch(`${sandbox.core.addresses.http}/sandbox/desk${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { readonly ticket: DeskTicket };
}
