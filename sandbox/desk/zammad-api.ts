import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { bearerOf } from '../core/bearer.ts';
import {
  type ById,
  type DeskAtWork,
  isSameSecret,
  mentions,
  quotedIn,
  readOwnFields,
  requireKey,
} from './desk-at-work.ts';
import type { DeskComment, DeskState, DeskTicket } from './desk-tickets.ts';

/** How Zammad calls the states. It has one for both ends. */
export const zammadStates = {
  new: 'new',
  open: 'open',
  pending: 'pending reminder',
  solved: 'closed',
  closed: 'closed',
} as const satisfies Record<DeskState, string>;

/** The groups that this Zammad has. It looks a group up by its name. */
const groups = ['Users', 'Azure'];

const articleSchema = z.looseObject({
  body: z.string().min(1),
  internal: z.boolean().default(false),
  type: z.string().default('note'),
  content_type: z.string().default('text/plain'),
});
const stateSchema = z.enum(['new', 'open', 'pending reminder', 'pending close', 'closed']);
const createSchema = z.looseObject({
  title: z.string().min(1),
  group: z.string(),
  customer: z.string().optional(),
  state: stateSchema.optional(),
  article: articleSchema,
});
const updateSchema = z.looseObject({
  title: z.string().min(1).optional(),
  state: stateSchema.optional(),
  pending_time: z.string().optional(),
  article: articleSchema.optional(),
});
const ownArticleSchema = articleSchema.extend({ ticket_id: z.union([z.number(), z.string()]) });
const tagSchema = z.looseObject({
  object: z.literal('Ticket'),
  o_id: z.union([z.number(), z.string()]),
  item: z.string().min(1),
});

/** Zammad's REST API. */
export function zammadApi(app: FastifyInstance, work: DeskAtWork): void {
  const { desk, book } = work;
  app.addHook(
    'onRequest',
    requireKey(
      ({ headers: { authorization } }) =>
        isSameSecret(/^Token token=(\S+)$/i.exec(authorization ?? '')?.[1] ?? bearerOf(authorization), desk.key),
      () => ({ error: 'Authentication required' }),
    ),
  );
  app.get('/api/v1/users/me', async () => ({ id: Number(desk.ownUser), login: 'onetenant', active: true }));
  app.post('/api/v1/tickets', async (request, reply) => {
    const asked = createSchema.safeParse(request.body);
    if (!asked.success) return unprocessable(reply, 'The required value is missing or not valid.');
    const { group } = asked.data;
    if (!groups.includes(group)) return unprocessable(reply, `No lookup value found for 'group': "${group}"`);
    const ticket = create(work, asked.data);
    work.isAbout(request, ticket);
    return reply.code(201).send(zammadTicket(work, ticket));
  });
  app.get<{ Querystring: { query?: string } }>('/api/v1/tickets/search', async ({ query }) =>
    book
      .list('zammad')
      .filter((ticket) => mentions(ticket, quotedIn(query.query ?? '')))
      .map((ticket) => zammadTicket(work, ticket)),
  );
  app.get<{ Params: ById }>('/api/v1/tickets/:id', async ({ params }, reply) => {
    const ticket = book.find('zammad', params.id);
    return ticket ? zammadTicket(work, ticket) : notFound(reply, params.id);
  });
  app.put<{ Params: ById }>('/api/v1/tickets/:id', async ({ params, body }, reply) => {
    const ticket = book.find('zammad', params.id);
    if (!ticket) return notFound(reply, params.id);
    const asked = updateSchema.safeParse(body);
    if (!asked.success) return unprocessable(reply, 'The value is not valid.');
    const { title, state, pending_time, article } = asked.data;
    if (state?.startsWith('pending') && pending_time === undefined)
      return unprocessable(reply, 'Missing required value for field "pending_time"!');
    const lacking = book.lacks(ticket, state === undefined ? null : stateOf(state), asked.data);
    if (lacking !== null) return unprocessable(reply, `Missing required value for field "${lacking}"!`);
    if (title !== undefined) ticket.title = title;
    if (article) say(work, ticket, article);
    if (state) book.move(ticket, stateOf(state), 'bot');
    return zammadTicket(work, ticket);
  });
  app.post('/api/v1/ticket_articles', async (request, reply) => {
    const asked = ownArticleSchema.safeParse(request.body);
    if (!asked.success) return unprocessable(reply, "Need at least article: { body: 'some text' }");
    const ticket = book.find('zammad', String(asked.data.ticket_id));
    if (!ticket) return notFound(reply, String(asked.data.ticket_id));
    work.isAbout(request, ticket);
    return reply.code(201).send(zammadArticle(work, ticket, say(work, ticket, asked.data)));
  });
  app.get<{ Params: ById }>('/api/v1/ticket_articles/by_ticket/:id', async ({ params }, reply) => {
    const ticket = book.find('zammad', params.id);
    if (!ticket) return notFound(reply, params.id);
    return ticket.comments.map((comment) => zammadArticle(work, ticket, comment));
  });
  addTags(app, work);
}

function addTags(app: FastifyInstance, work: DeskAtWork): void {
  const { book } = work;
  app.get<{ Querystring: { o_id?: string } }>('/api/v1/tags', async (request, reply) => {
    const ticket = book.find('zammad', request.query.o_id ?? '');
    if (!ticket) return notFound(reply, request.query.o_id ?? '');
    work.isAbout(request, ticket);
    return { tags: ticket.tags };
  });
  app.post('/api/v1/tags/add', async (request, reply) => {
    const asked = tagSchema.safeParse(request.body);
    if (!asked.success) return unprocessable(reply, 'Missing parameter: item');
    const ticket = book.find('zammad', String(asked.data.o_id));
    if (!ticket) return notFound(reply, String(asked.data.o_id));
    work.isAbout(request, ticket);
    book.setTags(ticket, [...ticket.tags, asked.data.item], 'bot');
    return reply.code(201).send(true);
  });
  app.delete('/api/v1/tags/remove', async (request, reply) => {
    const asked = tagSchema.safeParse(request.body ?? request.query);
    if (!asked.success) return unprocessable(reply, 'Missing parameter: item');
    const ticket = book.find('zammad', String(asked.data.o_id));
    if (!ticket) return notFound(reply, String(asked.data.o_id));
    work.isAbout(request, ticket);
    book.setTags(
      ticket,
      ticket.tags.filter((tag) => tag !== asked.data.item),
      'bot',
    );
    return reply.code(201).send(true);
  });
}

function create(work: DeskAtWork, asked: z.infer<typeof createSchema>): DeskTicket {
  const ticket = work.book.open('zammad', {
    title: asked.title,
    description: asked.article.body,
    ...readOwnFields(work.desk, (name) => asked[name], { mail: asked.customer }),
    by: 'bot',
  });
  say(work, ticket, asked.article);
  if (asked.state) work.book.move(ticket, stateOf(asked.state), 'bot');
  return ticket;
}

function say({ book }: DeskAtWork, ticket: DeskTicket, { body, internal }: z.infer<typeof articleSchema>): DeskComment {
  return book.comment(ticket, { by: 'bot', body, visibility: internal ? 'internal' : 'public' });
}

function stateOf(state: z.infer<typeof stateSchema>): DeskState {
  if (state === 'closed') return 'closed';
  return state.startsWith('pending') ? 'pending' : state === 'new' ? 'new' : 'open';
}

/** A ticket as the API and the webhooks show it. */
export function zammadTicket({ desk }: Pick<DeskAtWork, 'desk'>, ticket: DeskTicket) {
  const { fields } = desk;
  const own =
    fields === null
      ? {}
      : {
          [fields.scenario]: ticket.scenario || null,
          [fields.personId]: ticket.requester.personId,
          [fields.userPrincipalName]: ticket.requester.userPrincipalName,
          [fields.tenantId]: ticket.requester.tenantId,
          [fields.locale]: ticket.locale,
        };
  return {
    id: Number(ticket.id),
    number: ticket.number,
    title: ticket.title,
    group_id: 1,
    state_id: Object.keys(zammadStates).indexOf(ticket.state) + 1,
    state: zammadStates[ticket.state],
    priority_id: 2,
    customer_id: 41,
    owner_id: 1,
    article_count: ticket.comments.length,
    created_at: ticket.openedAt,
    updated_at: ticket.updatedAt,
    created_by_id: 41,
    updated_by_id: zammadUser(desk.ownUser, ticket.updatedBy),
    ...own,
  };
}

/** An article as the API and the webhooks show it. */
export function zammadArticle({ desk }: Pick<DeskAtWork, 'desk'>, ticket: DeskTicket, comment: DeskComment) {
  const { id, at, by, body, visibility } = comment;
  return {
    id,
    ticket_id: Number(ticket.id),
    type: by === 'person' ? 'web' : 'note',
    sender: by === 'person' ? 'Customer' : 'Agent',
    from: { bot: 'OneTenant', colleague: 'Irvin Sayers', person: ticket.requester.name }[by],
    subject: null,
    body,
    content_type: 'text/plain',
    internal: visibility === 'internal',
    created_by_id: zammadUser(desk.ownUser, by),
    updated_by_id: zammadUser(desk.ownUser, by),
    created_at: at,
    updated_at: at,
  };
}

function zammadUser(ownUser: string | null, by: DeskComment['by']): number {
  return { bot: Number(ownUser), colleague: 42, person: 41 }[by];
}

function notFound(reply: FastifyReply, id: string): FastifyReply {
  const error = `Couldn't find Ticket with 'id'=${id}`;
  return reply.code(404).send({ error, error_human: error });
}

function unprocessable(reply: FastifyReply, error: string): FastifyReply {
  return reply.code(422).send({ error, error_human: error });
}
