import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { type ById, bringsPassword, type DeskAtWork, readOwnFields, requireKey } from './desk-at-work.ts';
import type { DeskComment, DeskState, DeskTicket } from './desk-tickets.ts';

/** The values of `incident.state` as ServiceNow ships it. */
export const serviceNowStates = {
  new: '1',
  open: '2',
  pending: '3',
  solved: '6',
  closed: '7',
} as const satisfies Record<DeskState, string>;

const writeSchema = z.looseObject({
  short_description: z.string().optional(),
  description: z.string().optional(),
  state: z.union([z.string(), z.number()]).optional(),
  work_notes: z.string().optional(),
  comments: z.string().optional(),
  close_code: z.string().optional(),
  close_notes: z.string().optional(),
});
type Writing = z.infer<typeof writeSchema>;

interface Asked {
  readonly sysparm_query?: string;
  readonly sysparm_fields?: string;
  readonly sysparm_limit?: string;
}

/** ServiceNow's Table API, for incidents and what is written in them. */
export function serviceNowApi(app: FastifyInstance, work: DeskAtWork): void {
  const { desk, book, tokens } = work;
  app.addHook(
    'onRequest',
    requireKey(
      ({ headers: { authorization } }) => bringsPassword(authorization, desk) || tokens.accepts(authorization),
      () => refusalOf('User Not Authenticated', 'Required to provide Auth information'),
    ),
  );
  app.post('/api/now/table/incident', async (request, reply) => {
    const asked = writeSchema.safeParse(request.body);
    if (!asked.success) return badRequest(reply);
    const ticket = create(work, asked.data);
    work.isAbout(request, ticket);
    write(work, ticket, asked.data);
    return reply
      .code(201)
      .header('location', `/api/now/table/incident/${ticket.id}`)
      .send({ result: incidentShape(work, ticket) });
  });
  app.get<{ Querystring: Asked }>('/api/now/table/incident', async ({ query }) => {
    const shapes = book.list('servicenow').map((ticket) => incidentShape(work, ticket));
    return { result: choose(shapes, query) };
  });
  app.get<{ Params: ById; Querystring: Asked }>('/api/now/table/incident/:id', async ({ params, query }, reply) => {
    const ticket = book.find('servicenow', params.id);
    return ticket ? { result: pick(incidentShape(work, ticket), query) } : noRecord(reply);
  });
  app.patch<{ Params: ById; Querystring: Asked }>(
    '/api/now/table/incident/:id',
    async ({ params, query, body }, reply) => {
      const ticket = book.find('servicenow', params.id);
      if (!ticket) return noRecord(reply);
      const asked = writeSchema.safeParse(body);
      if (!asked.success) return badRequest(reply);
      const isLacking = book.lacks(ticket, stateOf(asked.data.state), asked.data) !== null;
      if (isLacking || lacksResolution(ticket, asked.data)) return reply.code(403).send(dataPolicy);
      write(work, ticket, asked.data);
      return { result: pick(incidentShape(work, ticket), query) };
    },
  );
  app.get<{ Querystring: Asked }>('/api/now/table/sys_journal_field', async (request) => {
    const rows = book
      .list('servicenow')
      .flatMap((ticket) => ticket.comments.map((one) => journalShape(work, ticket, one)));
    const asked = /element_id=([0-9a-f]{32})/.exec(request.query.sysparm_query ?? '')?.[1];
    const ticket = asked === undefined ? undefined : book.find('servicenow', asked);
    if (ticket) work.isAbout(request, ticket);
    return { result: choose([olderRow, ...rows], request.query) };
  });
}

/** No instance is new: somebody wrote something in a record before. */
const olderRow = { sys_id: '1'.repeat(32), element_id: '0'.repeat(32), element: 'work_notes', value: 'An older note.' };

type Row = Readonly<Record<string, unknown>>;

/** An encoded query: parts joined by ^, with =, LIKE, STARTSWITH, and an order that we keep as it is. */
function choose(rows: readonly Row[], asked: Asked): readonly Row[] {
  const parts = (asked.sysparm_query ?? '').split('^').filter((part) => part !== '' && !part.startsWith('ORDERBY'));
  const limit = Number(asked.sysparm_limit ?? 10_000);
  const isNewestFirst = asked.sysparm_query?.includes('ORDERBYDESC') ?? false;
  const found = rows.filter((row) => parts.every((part) => fits(row, part)));
  return (isNewestFirst ? found.toReversed() : found).slice(0, limit).map((row) => pick(row, asked));
}

function fits(row: Row, part: string): boolean {
  const [, field = '', operator, value = ''] = /^(\w+?)(=|LIKE|STARTSWITH)(.*)$/s.exec(part) ?? [];
  const own = String(row[field] ?? '');
  if (operator === '=') return own === value;
  // The database behind it compares without regard to case.
  const [where, what] = [own.toLowerCase(), value.toLowerCase()];
  if (operator === 'LIKE') return where.includes(what);
  return operator === 'STARTSWITH' && where.startsWith(what);
}

function pick(row: Row, { sysparm_fields }: Asked): Row {
  if (!sysparm_fields) return row;
  return Object.fromEntries(sysparm_fields.split(',').map((name) => [name, row[name] ?? '']));
}

function create({ desk, book }: DeskAtWork, asked: Writing): DeskTicket {
  return book.open('servicenow', {
    title: asked.short_description ?? '',
    description: asked.description ?? '',
    ...readOwnFields(desk, (name) => asked[name], { name: String(asked.caller_id ?? '') }),
    by: 'bot',
  });
}

function write({ book }: DeskAtWork, ticket: DeskTicket, writing: Writing): void {
  const { short_description, description: _description, state, work_notes, comments, ...fields } = writing;
  if (short_description !== undefined) ticket.title = short_description;
  if (work_notes) book.comment(ticket, { by: 'bot', body: work_notes, visibility: 'internal' });
  if (comments) book.comment(ticket, { by: 'bot', body: comments, visibility: 'public' });
  book.change(ticket, fields, 'bot');
  const next = stateOf(state);
  if (next !== null) book.move(ticket, next, 'bot');
}

function stateOf(value: string | number | undefined): DeskState | null {
  const states: readonly DeskState[] = ['new', 'open', 'pending', 'solved', 'closed'];
  return states.find((state) => serviceNowStates[state] === String(value ?? '')) ?? null;
}

/** ServiceNow ships with a policy: an incident is resolved with a code and notes, or not at all. */
function lacksResolution({ fields, state: now }: DeskTicket, { state, close_code, close_notes }: Writing): boolean {
  const next = stateOf(state);
  if (next === now || (next !== 'solved' && next !== 'closed')) return false;
  return !(close_code ?? fields.close_code) || !(close_notes ?? fields.close_notes);
}

function incidentShape({ desk }: DeskAtWork, ticket: DeskTicket): Row {
  const { fields } = desk;
  const own: Row =
    fields === null
      ? {}
      : {
          [fields.scenario]: ticket.scenario,
          [fields.personId]: ticket.requester.personId ?? '',
          [fields.userPrincipalName]: ticket.requester.userPrincipalName ?? '',
          [fields.tenantId]: ticket.requester.tenantId ?? '',
          [fields.locale]: ticket.locale ?? '',
        };
  return {
    correlation_id: '',
    correlation_display: '',
    close_code: '',
    close_notes: '',
    ...own,
    ...ticket.fields,
    sys_id: ticket.id,
    number: ticket.number,
    short_description: ticket.title,
    description: ticket.description,
    state: serviceNowStates[ticket.state],
    sys_mod_count: String(ticket.version),
    sys_created_on: serviceNowTime(ticket.openedAt),
    sys_updated_on: serviceNowTime(ticket.updatedAt),
    sys_updated_by: serviceNowUser(desk.ownUser, ticket.updatedBy),
    // Journal fields read as empty; what was written stands in sys_journal_field.
    work_notes: '',
    comments: '',
  };
}

function journalShape(
  { desk }: DeskAtWork,
  { id }: DeskTicket,
  { id: row, at, by, body, visibility }: DeskComment,
): Row {
  return {
    sys_id: createHash('md5').update(`journal ${row}`).digest('hex'),
    name: 'incident',
    element_id: id,
    element: visibility === 'public' ? 'comments' : 'work_notes',
    value: body,
    sys_created_on: serviceNowTime(at),
    sys_created_by: serviceNowUser(desk.ownUser, by),
  };
}

/** Who did something, as ServiceNow names them. */
export function serviceNowUser(ownUser: string | null, by: DeskComment['by']): string {
  return { bot: ownUser ?? '', colleague: 'irvin.sayers', person: 'caller' }[by];
}

function serviceNowTime(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}

function refusalOf(message: string, detail: string) {
  return { error: { message, detail }, status: 'failure' };
}

const dataPolicy = refusalOf(
  'Operation Failed',
  'Data Policy Exception: The following fields are mandatory: Resolution notes, Resolution code',
);

function noRecord(reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .send(refusalOf('No Record found', 'Record does not exist or ACL restricts the record retrieval'));
}

function badRequest(reply: FastifyReply): FastifyReply {
  return reply.code(400).send(refusalOf('Invalid JSON', 'The payload is not valid.'));
}
