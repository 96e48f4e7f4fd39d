import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { bearerOf } from '../core/bearer.ts';
import {
  type ById,
  bringsKey,
  type DeskAtWork,
  mentions,
  quotedIn,
  readOwnFields,
  requireKey,
} from './desk-at-work.ts';
import { type DeskComment, type DeskTicket, deskStates } from './desk-tickets.ts';

const commentSchema = z.looseObject({
  body: z.string().optional(),
  html_body: z.string().optional(),
  public: z.boolean().default(true),
});
const writeSchema = z.looseObject({
  ticket: z.looseObject({
    subject: z.string().optional(),
    comment: commentSchema.optional(),
    status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed']).optional(),
    tags: z.array(z.string()).optional(),
    external_id: z.string().nullish(),
    requester: z.looseObject({ name: z.string().optional(), email: z.string().optional() }).optional(),
    custom_fields: z.array(z.looseObject({ id: z.union([z.number(), z.string()]), value: z.unknown() })).optional(),
    safe_update: z.boolean().optional(),
    updated_stamp: z.string().optional(),
  }),
});
type Writing = z.infer<typeof writeSchema>['ticket'];

interface Answered {
  readonly ticket: DeskTicket;
  readonly question: string;
  readonly status: number;
  readonly body: unknown;
}

const unknownCaller = { error: "Couldn't authenticate you" };
/** Source: zendesk/zendesk_api_client_rb and support.zendesk.com, answers to a token that ended. */
const invalidToken = {
  error: 'invalid_token',
  error_description: 'The access token provided is expired, revoked, malformed or invalid for other reasons.',
};
const notFound = { error: 'RecordNotFound', description: 'Not found' };

/** Zendesk Support, Ticketing API v2. */
export function zendeskApi(app: FastifyInstance, work: DeskAtWork): void {
  const { desk, tokens } = work;
  app.addHook(
    'onRequest',
    requireKey(
      ({ headers: { authorization } }) =>
        tokens.accepts(authorization) || bringsKey(authorization, { user: `${desk.user}/token`, key: desk.key }),
      ({ headers: { authorization } }) => (bearerOf(authorization) === null ? unknownCaller : invalidToken),
    ),
  );
  for (const end of ['', '.json'])
    app.get(`/api/v2/users/me${end}`, async () => ({
      user: {
        id: Number(desk.ownUser),
        email: desk.user,
        role: 'agent',
        ticket_restriction: null,
        only_private_comments: false,
      },
    }));
  for (const end of ['', '.json']) addTickets(app, work, end);
}

/** Every address works with and without `.json` at its end. */
function addTickets(app: FastifyInstance, work: DeskAtWork, end: string): void {
  const { book } = work;
  const answered = new Map<string, Answered>();
  app.post(`/api/v2/tickets${end}`, async (request, reply) => {
    const key = request.headers['idempotency-key'];
    const question = createHash('sha256').update(JSON.stringify(request.body)).digest('hex');
    const before = typeof key === 'string' ? answered.get(key) : undefined;
    const known = before && book.list('zendesk').includes(before.ticket) ? before : undefined;
    if (known !== undefined && known.question !== question) return reply.code(400).send(idempotencyRefused);
    if (known !== undefined) return reply.header('x-idempotency-lookup', 'hit').code(known.status).send(known.body);
    const asked = writeSchema.safeParse(request.body);
    if (!asked.success || asked.data.ticket.comment === undefined) return invalid(reply, 'comment', 'cannot be blank');
    const ticket = create(work, asked.data.ticket);
    work.isAbout(request, ticket);
    const body = { ticket: shapeOf(ticket), audit: { id: auditId(ticket), ticket_id: Number(ticket.id) } };
    if (typeof key === 'string') answered.set(key, { ticket, question, status: 201, body });
    return reply
      .code(201)
      .headers({ 'x-idempotency-lookup': 'miss', location: `/api/v2/tickets/${ticket.id}.json` })
      .send(body);
  });
  app.get<{ Querystring: { external_id?: string } }>(`/api/v2/tickets${end}`, async ({ query }) => {
    const all = book.list('zendesk').filter(({ fields }) => fields.external_id === query.external_id);
    return { tickets: all.map(shapeOf), count: all.length, next_page: null, previous_page: null };
  });
  app.get<{ Querystring: { query?: string } }>(`/api/v2/search${end}`, async ({ query }) => {
    const results = book.list('zendesk').filter((ticket) => mentions(ticket, quotedIn(query.query ?? '')));
    return { results: results.map(shapeOf), count: results.length, next_page: null, previous_page: null };
  });
  app.get<{ Params: ById }>(`/api/v2/tickets/:id${end}`, async ({ params }, reply) => {
    const ticket = find(params.id);
    return ticket ? { ticket: shapeOf(ticket) } : reply.code(404).send(notFound);
  });
  app.put<{ Params: ById }>(`/api/v2/tickets/:id${end}`, async ({ params, body }, reply) => {
    const ticket = find(params.id);
    if (!ticket) return reply.code(404).send(notFound);
    const asked = writeSchema.safeParse(body);
    if (!asked.success) return invalid(reply, 'base', 'Invalid attribute');
    if (ticket.state === 'closed') return invalid(reply, 'status', 'closed prevents ticket update');
    const { safe_update, updated_stamp } = asked.data.ticket;
    if (safe_update === true && updated_stamp !== ticket.updatedAt) return reply.code(409).send(conflict);
    const { status, custom_fields = [] } = asked.data.ticket;
    const given = Object.fromEntries(custom_fields.map(({ id, value }) => [String(id), value]));
    const lacking = book.lacks(ticket, status === undefined ? null : stateOf(status), given);
    if (lacking !== null) return reply.code(422).send(requiredWhenSolving(lacking));
    write(work, ticket, asked.data.ticket);
    return { ticket: shapeOf(ticket), audit: { id: auditId(ticket), ticket_id: Number(ticket.id) } };
  });
  app.get<{ Params: ById; Querystring: { sort_order?: string } }>(
    `/api/v2/tickets/:id/comments${end}`,
    async ({ params, query }, reply) => {
      const ticket = find(params.id);
      if (!ticket) return reply.code(404).send(notFound);
      const inOrder = query.sort_order === 'desc' ? ticket.comments.toReversed() : ticket.comments;
      const comments = inOrder.map((comment) => commentShape(work, comment));
      return { comments, count: comments.length, next_page: null, previous_page: null };
    },
  );
  app.get<{ Params: ById }>(`/api/v2/tickets/:id/audits${end}`, async ({ params }, reply) => {
    const ticket = find(params.id);
    if (!ticket) return reply.code(404).send(notFound);
    return { audits: auditsOf(work, ticket), count: ticket.history.length, next_page: null, previous_page: null };
  });
  app.put<{ Params: ById }>(`/api/v2/tickets/:id/tags${end}`, async ({ params, body }, reply) => {
    const ticket = find(params.id);
    if (!ticket) return reply.code(404).send(notFound);
    const asked = z.looseObject({ tags: z.array(z.string()) }).safeParse(body);
    if (!asked.success) return invalid(reply, 'tags', 'is invalid');
    book.setTags(ticket, [...ticket.tags, ...asked.data.tags], 'bot');
    return { tags: ticket.tags };
  });

  function find(id: string): DeskTicket | undefined {
    return book.find('zendesk', id);
  }
}

/** Source: a recorded answer in facetoe/zenpy, issue 114, of 20 March 2017. */
function requiredWhenSolving(field: string) {
  const description = 'Root cause:: is required when solving a ticket';
  return {
    details: {
      base: [{ ticket_field_type: 'FieldTagger', ticket_field_id: Number(field), description, error: null }],
    },
    description: 'Record validation errors',
    error: 'RecordInvalid',
  };
}

const idempotencyRefused = {
  error: 'IdempotentRequestError',
  description: 'Idempotency key was already used with different parameters',
};
const conflict = {
  error: 'UpdateConflict',
  description: 'The ticket was updated after the stamp that was given',
};

function create({ desk, book }: DeskAtWork, writing: Writing): DeskTicket {
  const { subject, comment, requester, external_id, custom_fields, status, tags } = writing;
  const body = comment?.body ?? comment?.html_body ?? '';
  const ticket = book.open('zendesk', {
    title: subject ?? body.slice(0, 80),
    description: body,
    ...readOwnFields(desk, (id) => custom_fields?.find((field) => String(field.id) === id)?.value, {
      name: requester?.name,
      mail: requester?.email,
    }),
    by: 'bot',
    fields: { external_id: external_id ?? null },
  });
  book.comment(ticket, { by: 'bot', body, visibility: comment?.public === false ? 'internal' : 'public' });
  book.setTags(ticket, tags ?? [], 'bot');
  book.move(ticket, stateOf(status ?? 'new'), 'bot');
  return ticket;
}

function write({ book }: DeskAtWork, ticket: DeskTicket, writing: Writing): void {
  const { subject, comment, status, tags, external_id, custom_fields } = writing;
  if (subject !== undefined) ticket.title = subject;
  const body = comment?.body ?? comment?.html_body;
  if (comment && body) book.comment(ticket, { by: 'bot', body, visibility: comment.public ? 'public' : 'internal' });
  if (tags) book.setTags(ticket, tags, 'bot');
  if (status) book.move(ticket, stateOf(status), 'bot');
  const changed = Object.fromEntries((custom_fields ?? []).map(({ id, value }) => [String(id), value]));
  book.change(ticket, { ...(external_id === undefined ? {} : { external_id }), ...changed }, 'bot');
}

function stateOf(status: string): DeskTicket['state'] {
  return deskStates.find((state) => state === status) ?? 'open';
}

function shapeOf(ticket: DeskTicket) {
  return {
    url: `/api/v2/tickets/${ticket.id}.json`,
    id: Number(ticket.id),
    external_id: ticket.fields.external_id ?? null,
    created_at: ticket.openedAt,
    updated_at: ticket.updatedAt,
    subject: ticket.title,
    raw_subject: ticket.title,
    description: ticket.description,
    priority: null,
    status: ticket.state,
    requester_id: 35_436,
    assignee_id: null,
    group_id: null,
    tags: ticket.tags,
    custom_fields: [
      { id: 4711001, value: ticket.scenario },
      { id: 4711002, value: ticket.requester.personId },
      { id: 4711003, value: ticket.requester.userPrincipalName },
      { id: 4711004, value: ticket.requester.tenantId },
      { id: 4711005, value: ticket.locale },
    ],
  };
}

function commentShape({ desk }: DeskAtWork, { id, at, by, body, visibility }: DeskComment) {
  const authorId = { bot: Number(desk.ownUser), colleague: 901, person: 35_436 }[by];
  const html = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
  return {
    id,
    type: 'Comment',
    author_id: authorId,
    body,
    html_body: `<div class="zd-comment" dir="auto">${html}</div>`,
    plain_body: body,
    public: visibility === 'public',
    attachments: [],
    audit_id: id + 1_000_000,
    created_at: `${at.slice(0, 19)}Z`,
  };
}

function auditsOf(work: DeskAtWork, ticket: DeskTicket) {
  const comments = [...ticket.comments];
  return ticket.history.map(({ at, by, what, detail }, place) => {
    const comment = what === 'commented' ? comments.shift() : undefined;
    const event =
      comment === undefined
        ? { id: place + 1, type: what === 'opened' ? 'Create' : 'Change', field_name: fieldOf(what), value: detail }
        : commentShape(work, comment);
    return {
      id: comment?.id === undefined ? place + 1 : comment.id + 1_000_000,
      ticket_id: Number(ticket.id),
      created_at: `${at.slice(0, 19)}Z`,
      author_id: by === 'bot' ? Number(work.desk.ownUser) : 901,
      events: [event],
    };
  });
}

function fieldOf(what: string): string {
  return { moved: 'status', tagged: 'tags', opened: 'subject' }[what] ?? 'custom_fields';
}

function auditId({ id, version }: DeskTicket): number {
  return Number(id) * 1000 + version;
}

function invalid(reply: FastifyReply, field: string, description: string): FastifyReply {
  return reply.code(422).send({
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: { [field]: [{ description: `${field}: ${description}`, error: 'InvalidValue' }] },
  });
}
