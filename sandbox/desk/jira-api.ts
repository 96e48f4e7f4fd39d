import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { bringsKey, type DeskAtWork, mentions, quotedIn, readOwnFields, requireKey } from './desk-at-work.ts';
import type { DeskComment, DeskState, DeskTicket } from './desk-tickets.ts';

/** How Jira Service Management calls the states in its own workflow. */
export const jiraStates = {
  new: { id: '1', name: 'Waiting for support', category: 'new' },
  open: { id: '3', name: 'In progress', category: 'indeterminate' },
  pending: { id: '4', name: 'Waiting for customer', category: 'indeterminate' },
  solved: { id: '5', name: 'Resolved', category: 'done' },
  closed: { id: '6', name: 'Closed', category: 'done' },
} as const satisfies Record<DeskState, { id: string; name: string; category: string }>;

/** Which steps the workflow allows from a state: the id of the step, its name, and where it leads. */
const steps = [
  { id: '11', name: 'Start progress', to: 'open' },
  { id: '21', name: 'Respond to customer', to: 'pending' },
  { id: '31', name: 'Resolve this issue', to: 'solved' },
  { id: '41', name: 'Back to support', to: 'open' },
  { id: '51', name: 'Close', to: 'closed' },
] as const;

interface ByKey {
  readonly key: string;
}

const requestSchema = z.looseObject({
  serviceDeskId: z.string(),
  requestTypeId: z.string(),
  requestFieldValues: z.looseObject({ summary: z.string().min(1), description: z.unknown().optional() }),
  raiseOnBehalfOf: z.string().optional(),
});
const commentSchema = z.looseObject({ body: z.string().min(1), public: z.boolean().default(true) });
const documentSchema = z.looseObject({
  body: z.looseObject({ type: z.literal('doc') }),
  properties: z
    .array(z.looseObject({ key: z.string(), value: z.looseObject({ internal: z.boolean().optional() }) }))
    .optional(),
});
const stepSchema = z.looseObject({
  id: z.string(),
  additionalComment: z.looseObject({ body: z.string() }).optional(),
});
const platformStepSchema = z.looseObject({
  transition: z.looseObject({ id: z.string() }),
  fields: z.record(z.string(), z.unknown()).default({}),
});
const editSchema = z.looseObject({
  fields: z.looseObject({ labels: z.array(z.string()).optional(), summary: z.string().optional() }).optional(),
  update: z
    .looseObject({
      labels: z.array(z.looseObject({ add: z.string().optional(), remove: z.string().optional() })).optional(),
    })
    .optional(),
});

/** Jira Service Management Cloud: the service desk API, and what of the platform API a service desk lacks. */
export function jiraApi(app: FastifyInstance, work: DeskAtWork): void {
  const { desk, tokens } = work;
  app.addHook(
    'onRequest',
    requireKey(
      ({ headers: { authorization } }) => tokens.accepts(authorization) || bringsKey(authorization, desk),
      () => ({ message: 'Client must be authenticated to access this resource.', 'status-code': 401 }),
    ),
  );
  app.get<{ Querystring: { permissions?: string } }>('/rest/api/3/mypermissions', async ({ query }) => ({
    permissions: Object.fromEntries(
      (query.permissions ?? '').split(',').map((key) => [key, { key, type: 'PROJECT', havePermission: true }]),
    ),
  }));
  app.get('/rest/api/3/myself', async () => ({ accountId: desk.ownUser, emailAddress: desk.user, active: true }));
  addServiceDesk(app, work);
  addPlatform(app, work);
}

function addServiceDesk(app: FastifyInstance, work: DeskAtWork): void {
  const { book } = work;
  const base = '/rest/servicedeskapi/request';
  app.post(base, async (request, reply) => {
    const asked = requestSchema.safeParse(request.body);
    if (!asked.success) return refuseDesk(reply, 400, 'The request is not valid.');
    const ticket = create(work, asked.data);
    work.isAbout(request, ticket);
    return reply.code(201).send(requestShape(ticket, asked.data));
  });
  app.get<{ Params: ByKey }>(`${base}/:key`, async (request, reply) => {
    const ticket = findBy(work, request);
    return ticket ? requestShape(ticket, { serviceDeskId: '4', requestTypeId: '25' }) : refuseDesk(reply, 404, gone);
  });
  app.post<{ Params: ByKey }>(`${base}/:key/comment`, async (request, reply) => {
    const ticket = findBy(work, request);
    if (!ticket) return refuseDesk(reply, 404, gone);
    const asked = commentSchema.safeParse(request.body);
    if (!asked.success) return refuseDesk(reply, 400, 'Comment body can not be empty.');
    const { body, public: isPublic } = asked.data;
    const comment = book.comment(ticket, { by: 'bot', body, visibility: isPublic ? 'public' : 'internal' });
    return reply.code(201).send(deskComment(work, comment));
  });
  app.get<{ Params: ByKey; Querystring: { start?: string; limit?: string } }>(
    `${base}/:key/comment`,
    async (request, reply) => {
      const ticket = findBy(work, request);
      if (!ticket) return refuseDesk(reply, 404, gone);
      const start = Number(request.query.start ?? 0);
      const limit = Number(request.query.limit ?? 50);
      const values = ticket.comments.slice(start, start + limit).map((comment) => deskComment(work, comment));
      const isLastPage = start + limit >= ticket.comments.length;
      return { size: values.length, start, limit, isLastPage, values, _links: {} };
    },
  );
  app.get<{ Params: ByKey }>(`${base}/:key/transition`, async (request, reply) => {
    const ticket = findBy(work, request);
    if (!ticket) return refuseDesk(reply, 404, gone);
    const values = stepsFrom(ticket).map(({ id, name }) => ({ id, name }));
    return { size: values.length, start: 0, limit: 100, isLastPage: true, values, _links: {} };
  });
  app.post<{ Params: ByKey }>(`${base}/:key/transition`, async (request, reply) => {
    const ticket = findBy(work, request);
    if (!ticket) return refuseDesk(reply, 404, gone);
    const asked = stepSchema.safeParse(request.body);
    const step = asked.success ? stepsFrom(ticket).find(({ id }) => id === asked.data.id) : undefined;
    if (!asked.success || step === undefined) return refuseDesk(reply, 400, 'The transition is not valid.');
    const { additionalComment } = asked.data;
    if (additionalComment) book.comment(ticket, { by: 'bot', body: additionalComment.body, visibility: 'public' });
    book.move(ticket, step.to, 'bot');
    return reply.code(204).send();
  });
}

function addPlatform(app: FastifyInstance, work: DeskAtWork): void {
  const { book } = work;
  const base = '/rest/api/3/issue/:key';
  app.get<{ Params: ByKey }>(base, async (request, reply) => {
    const ticket = findBy(work, request);
    return ticket ? issueShape(work, ticket) : refusePlatform(reply, 404, gone);
  });
  app.put<{ Params: ByKey }>(base, async (request, reply) => {
    const ticket = findBy(work, request);
    if (!ticket) return refusePlatform(reply, 404, gone);
    const asked = editSchema.safeParse(request.body);
    if (!asked.success) return refusePlatform(reply, 400, 'The edit is not valid.');
    const { fields, update } = asked.data;
    const kept = fields?.labels ?? ticket.tags;
    const added = (update?.labels ?? []).flatMap(({ add }) => add ?? []);
    const removed = (update?.labels ?? []).flatMap(({ remove }) => remove ?? []);
    const spaced = [...kept, ...added].find((label) => /\s/.test(label));
    if (spaced !== undefined) return refusePlatform(reply, 400, `The label '${spaced}' contains spaces.`);
    book.setTags(
      ticket,
      [...kept, ...added].filter((label) => !removed.includes(label)),
      'bot',
    );
    return reply.code(204).send();
  });
  app.post<{ Params: ByKey }>(`${base}/comment`, async (request, reply) => {
    const ticket = findBy(work, request);
    if (!ticket) return refusePlatform(reply, 404, gone);
    const asked = documentSchema.safeParse(request.body);
    if (!asked.success) return refusePlatform(reply, 400, 'Comment body is not valid!');
    const isInternal = asked.data.properties?.some(({ key, value }) => key === 'sd.public.comment' && value.internal);
    const comment = book.comment(ticket, {
      by: 'bot',
      body: textOf(asked.data.body).trim(),
      visibility: isInternal ? 'internal' : 'public',
    });
    return reply.code(201).send(platformComment(work, comment));
  });
  app.get<{ Params: ByKey; Querystring: { orderBy?: string } }>(`${base}/comment`, async (request, reply) => {
    const ticket = findBy(work, request);
    if (!ticket) return refusePlatform(reply, 404, gone);
    const inOrder = request.query.orderBy === '-created' ? ticket.comments.toReversed() : ticket.comments;
    const comments = inOrder.map((comment) => platformComment(work, comment));
    return { startAt: 0, maxResults: 5000, total: comments.length, comments };
  });
  app.get<{ Params: ByKey }>(`${base}/transitions`, async (request, reply) => {
    const ticket = findBy(work, request);
    if (!ticket) return refusePlatform(reply, 404, gone);
    return {
      expand: 'transitions',
      transitions: stepsFrom(ticket).map(({ id, name, to }) => ({
        id,
        name,
        to: statusShape(to),
        fields: to === 'solved' ? { resolution: { required: book.demands.has('jira'), name: 'Resolution' } } : {},
      })),
    };
  });
  app.post<{ Params: ByKey }>(`${base}/transitions`, async (request, reply) => {
    const ticket = findBy(work, request);
    if (!ticket) return refusePlatform(reply, 404, gone);
    const asked = platformStepSchema.safeParse(request.body);
    const step = asked.success ? stepsFrom(ticket).find(({ id }) => id === asked.data.transition.id) : undefined;
    if (!asked.success || step === undefined) return refusePlatform(reply, 400, 'The transition is not valid.');
    const lacking = book.lacks(ticket, step.to, asked.data.fields);
    if (lacking !== null)
      return reply.code(400).send({ errorMessages: [], errors: { [lacking]: 'Resolution is required.' } });
    book.move(ticket, step.to, 'bot');
    return reply.code(204).send();
  });
  app.get<{ Querystring: { jql?: string } }>('/rest/api/3/search/jql', async ({ query }) => search(query.jql ?? ''));
  app.post('/rest/api/3/search/jql', async ({ body }) =>
    search(z.looseObject({ jql: z.string() }).safeParse(body).data?.jql ?? ''),
  );

  function search(jql: string) {
    const found = book.list('jira').filter((ticket) => mentions(ticket, quotedIn(jql)));
    return { issues: found.map((ticket) => issueShape(work, ticket)), isLast: true };
  }
}

const gone = 'Issue does not exist or you do not have permission to see it.';

function findBy({ book }: DeskAtWork, { params }: { readonly params: ByKey }): DeskTicket | undefined {
  return book.findByNumber('jira', params.key) ?? book.find('jira', params.key);
}

function create({ desk, book }: DeskAtWork, { requestFieldValues }: z.infer<typeof requestSchema>): DeskTicket {
  const { summary, description, ...others } = requestFieldValues;
  return book.open('jira', {
    title: summary,
    description: typeof description === 'string' ? description : textOf(description),
    ...readOwnFields(desk, (name) => others[name]),
    by: 'bot',
  });
}

function stepsFrom({ state }: DeskTicket) {
  if (state === 'closed') return [];
  if (state === 'solved') return steps.filter(({ id }) => id === '41' || id === '51');
  return steps.filter(({ id, to }) => to !== state && id !== '41');
}

function requestShape(
  ticket: DeskTicket,
  { serviceDeskId, requestTypeId }: { readonly serviceDeskId: string; readonly requestTypeId: string },
) {
  return {
    issueId: ticket.id,
    issueKey: ticket.number,
    requestTypeId,
    serviceDeskId,
    createdDate: { iso8601: ticket.openedAt, epochMillis: Date.parse(ticket.openedAt) },
    requestFieldValues: [{ fieldId: 'summary', label: 'Summary', value: ticket.title }],
    reporter: { accountId: 'customer-account' },
    currentStatus: { status: jiraStates[ticket.state].name, statusCategory: jiraStates[ticket.state].category },
    _links: {},
  };
}

/** An issue as the platform API and the webhooks show it. */
export function issueShape({ desk }: Pick<DeskAtWork, 'desk'>, ticket: DeskTicket) {
  const { fields } = desk;
  const own =
    fields === null
      ? {}
      : {
          [fields.scenario]: ticket.scenario === '' ? null : { value: ticket.scenario },
          [fields.personId]: ticket.requester.personId,
          [fields.userPrincipalName]: ticket.requester.userPrincipalName,
          [fields.tenantId]: ticket.requester.tenantId,
          [fields.locale]: ticket.locale,
        };
  return {
    id: ticket.id,
    key: ticket.number,
    fields: {
      summary: ticket.title,
      created: jiraTime(ticket.openedAt),
      updated: jiraTime(ticket.updatedAt),
      status: statusShape(ticket.state),
      labels: ticket.tags,
      issuetype: { id: '10006', name: '[System] Service request' },
      project: { id: '10004', key: 'IT', name: 'IT help' },
      reporter: { accountId: 'customer-account', displayName: ticket.requester.name },
      ...own,
    },
  };
}

export function jiraTime(iso: string): string {
  return new Date(iso).toISOString().replace('Z', '+0000');
}

/** Who said or did something, as Jira names them. */
export function jiraAuthor({ desk }: Pick<DeskAtWork, 'desk'>, by: DeskComment['by']) {
  const accounts = { bot: desk.ownUser, colleague: 'agent-account', person: 'customer-account' } as const;
  const names = { bot: 'OneTenant', colleague: 'Irvin Sayers', person: 'Customer' } as const;
  return { accountId: accounts[by], displayName: names[by], active: true, accountType: 'atlassian' };
}

function statusShape(state: DeskState) {
  const { id, name, category } = jiraStates[state];
  return { id, name, statusCategory: { key: category } };
}

function deskComment(work: DeskAtWork, { id, at, by, body, visibility }: DeskComment) {
  return {
    id: String(id),
    body,
    public: visibility === 'public',
    author: jiraAuthor(work, by),
    created: { iso8601: jiraTime(at), epochMillis: Date.parse(at) },
    _links: {},
  };
}

function platformComment(work: DeskAtWork, { id, at, by, body, visibility }: DeskComment) {
  return {
    id: String(id),
    author: jiraAuthor(work, by),
    body: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: body }] }] },
    created: jiraTime(at),
    jsdPublic: visibility === 'public',
  };
}

/** The plain text of an Atlassian document. */
function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { type, text, content } = node as { type?: unknown; text?: unknown; content?: unknown };
  if (type === 'hardBreak') return '\n';
  if (typeof text === 'string') return text;
  return `${textOf(content)}${type === 'paragraph' ? '\n' : ''}`;
}

function refuseDesk(reply: FastifyReply, status: number, errorMessage: string): FastifyReply {
  return reply.code(status).send({ errorMessage, i18nErrorMessage: { i18nKey: 'sandbox', parameters: [] } });
}

function refusePlatform(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).send({ errorMessages: [message], errors: {} });
}
