import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  type ById,
  basicOf,
  type DeskAtWork,
  isSameSecret,
  mentions,
  quotedIn,
  readOwnFields,
  requireKey,
} from './desk-at-work.ts';
import type { DeskComment, DeskState, DeskTicket } from './desk-tickets.ts';
import { textOfHtml } from './text-of-html.ts';

/** The numbers of Freshdesk's states. */
export const freshdeskStates = {
  new: 2,
  open: 2,
  pending: 3,
  solved: 4,
  closed: 5,
} as const satisfies Record<DeskState, number>;

/** The number of the only group that this Freshdesk has. */
const groupId = 7001;

const statusSchema = z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const createSchema = z.looseObject({
  subject: z.string().min(1),
  description: z.string().min(1),
  email: z.string().optional(),
  requester_id: z.number().optional(),
  unique_external_id: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  status: statusSchema,
  priority: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  source: z.number().optional(),
  group_id: z.literal(groupId, 'There is no group matching the given group_id').optional(),
  tags: z.array(z.string().max(32)).optional(),
  custom_fields: z.record(z.string(), z.unknown()).optional(),
});
const updateSchema = z.looseObject({
  subject: z.string().optional(),
  status: statusSchema.optional(),
  tags: z.array(z.string().max(32)).optional(),
  custom_fields: z.record(z.string(), z.unknown()).optional(),
});
const noteSchema = z.looseObject({ body: z.string().min(1), private: z.boolean().default(true) });
const replySchema = z.looseObject({ body: z.string().min(1) });

const conversationsPerPage = 30;

/** Freshdesk API v2. */
export function freshdeskApi(app: FastifyInstance, work: DeskAtWork): void {
  const { desk, book } = work;
  app.addHook(
    'onRequest',
    requireKey(
      ({ headers }) => isSameSecret(basicOf(headers.authorization)?.user, desk.key),
      () => ({
        code: 'invalid_credentials',
        message: 'You have to be logged in to perform this action.',
      }),
    ),
  );
  app.get('/api/v2/agents/me', async () => ({ id: Number(desk.ownUser), available: true, ticket_scope: 1 }));
  app.post('/api/v2/tickets', async (request, reply) => {
    const asked = createSchema.safeParse(request.body);
    if (!asked.success) return invalid(reply, asked.error);
    const { email, requester_id, unique_external_id, phone } = asked.data;
    if ((email ?? requester_id ?? unique_external_id ?? phone) === undefined)
      return reply.code(400).send(validation('requester_id', 'It should be given when nothing else names somebody.'));
    const ticket = create(work, asked.data);
    work.isAbout(request, ticket);
    return reply.code(201).send(ticketShape(work, ticket));
  });
  app.get<{ Params: ById }>('/api/v2/tickets/:id', async ({ params }, reply) => {
    const ticket = book.find('freshdesk', params.id);
    return ticket ? ticketShape(work, ticket) : reply.code(404).send();
  });
  app.put<{ Params: ById }>('/api/v2/tickets/:id', async ({ params, body }, reply) => {
    const ticket = book.find('freshdesk', params.id);
    if (!ticket) return reply.code(404).send();
    const asked = updateSchema.safeParse(body);
    if (!asked.success) return invalid(reply, asked.error);
    const { subject, status, tags, custom_fields } = asked.data;
    const next = status === undefined ? null : stateOf(status, ticket.state);
    const lacking = book.lacks(ticket, next, { ...custom_fields });
    if (lacking !== null) return reply.code(400).send(validation(lacking, 'It should be a/an String', 'missing_field'));
    if (subject !== undefined) ticket.title = subject;
    if (tags) book.setTags(ticket, tags, 'bot');
    if (status) book.move(ticket, stateOf(status, ticket.state), 'bot');
    book.change(ticket, custom_fields ?? {}, 'bot');
    return ticketShape(work, ticket);
  });
  app.post<{ Params: ById }>('/api/v2/tickets/:id/notes', async ({ params, body }, reply) => {
    const ticket = book.find('freshdesk', params.id);
    if (!ticket) return reply.code(404).send();
    const asked = noteSchema.safeParse(body);
    if (!asked.success) return invalid(reply, asked.error);
    const visibility = asked.data.private ? 'internal' : 'public';
    const comment = book.comment(ticket, { by: 'bot', body: textOfHtml(asked.data.body), visibility });
    return reply.code(201).send(conversationShape(work, ticket, comment));
  });
  app.post<{ Params: ById }>('/api/v2/tickets/:id/reply', async ({ params, body }, reply) => {
    const ticket = book.find('freshdesk', params.id);
    if (!ticket) return reply.code(404).send();
    const asked = replySchema.safeParse(body);
    if (!asked.success) return invalid(reply, asked.error);
    const comment = book.comment(ticket, { by: 'bot', body: textOfHtml(asked.data.body), visibility: 'public' });
    return reply.code(201).send(conversationShape(work, ticket, comment));
  });
  app.get<{ Params: ById; Querystring: { page?: string; per_page?: string } }>(
    '/api/v2/tickets/:id/conversations',
    async ({ params, query }, reply) => {
      const ticket = book.find('freshdesk', params.id);
      if (!ticket) return reply.code(404).send();
      const size = Number(query.per_page ?? conversationsPerPage);
      const start = (Number(query.page ?? 1) - 1) * size;
      return ticket.comments.slice(start, start + size).map((one) => conversationShape(work, ticket, one));
    },
  );
  app.get<{ Querystring: { query?: string } }>('/api/v2/search/tickets', async ({ query }) => {
    const asked = quotedIn((query.query ?? '').replace(/^"|"$/g, ''));
    const results = book.list('freshdesk').filter((ticket) => mentions(ticket, asked));
    return { total: results.length, results: results.map((ticket) => ticketShape(work, ticket)) };
  });
}

function create({ desk, book }: DeskAtWork, asked: z.infer<typeof createSchema>): DeskTicket {
  const ticket = book.open('freshdesk', {
    title: asked.subject,
    description: textOfHtml(asked.description),
    ...readOwnFields(desk, (name) => asked.custom_fields?.[name], { name: asked.name, mail: asked.email }),
    by: 'bot',
  });
  book.setTags(ticket, asked.tags ?? [], 'bot');
  book.move(ticket, stateOf(asked.status, ticket.state), 'bot');
  return ticket;
}

/** New and open share a number, so the number of now changes nothing. */
function stateOf(status: number, now: DeskState): DeskState {
  if (freshdeskStates[now] === status) return now;
  return { 2: 'open', 3: 'pending', 4: 'solved', 5: 'closed' }[status as 2 | 3 | 4 | 5] as DeskState;
}

function ticketShape({ desk }: DeskAtWork, ticket: DeskTicket) {
  const { fields } = desk;
  return {
    id: Number(ticket.id),
    subject: ticket.title,
    description_text: ticket.description,
    status: freshdeskStates[ticket.state],
    priority: 1,
    source: 2,
    requester_id: 41,
    responder_id: null,
    tags: ticket.tags,
    created_at: ticket.openedAt,
    updated_at: ticket.updatedAt,
    custom_fields:
      fields === null
        ? {}
        : {
            [fields.scenario]: ticket.scenario,
            [fields.personId]: ticket.requester.personId,
            [fields.userPrincipalName]: ticket.requester.userPrincipalName,
            [fields.tenantId]: ticket.requester.tenantId,
            [fields.locale]: ticket.locale,
          },
  };
}

function conversationShape({ desk }: DeskAtWork, ticket: DeskTicket, { id, at, by, body, visibility }: DeskComment) {
  return {
    id,
    ticket_id: Number(ticket.id),
    user_id: { bot: Number(desk.ownUser), colleague: 42, person: 41 }[by],
    body: `<div>${body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</div>`,
    body_text: body,
    private: visibility === 'internal',
    incoming: by === 'person',
    source: visibility === 'internal' ? 2 : 0,
    created_at: `${at.slice(0, 19)}Z`,
  };
}

/** Source: developers.freshdesk.com/api, "Errors". */
function validation(field: string, message: string, code = 'invalid_value') {
  return { description: 'Validation failed', errors: [{ field, message, code }] };
}

function invalid(reply: FastifyReply, { issues }: z.ZodError): FastifyReply {
  const [first] = issues;
  return reply.code(400).send(validation(first?.path.join('.') ?? '', first?.message ?? ''));
}
