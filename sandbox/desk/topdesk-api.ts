import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bringsPassword, type DeskAtWork, readOwnFields, requireKey } from './desk-at-work.ts';
import type { DeskComment, DeskState, DeskTicket } from './desk-tickets.ts';
import type { SandboxDesk } from './sandbox-desk.ts';
import { textOfHtml } from './text-of-html.ts';

/** The processing statuses of this TOPdesk, as an organisation in the Netherlands names them. */
export const topdeskStatuses = {
  new: { id: '0d2cbf32-8e5a-4f3b-9d2b-3a1f00000001', name: 'Aangemeld' },
  open: { id: '0d2cbf32-8e5a-4f3b-9d2b-3a1f00000002', name: 'In behandeling' },
  pending: { id: '0d2cbf32-8e5a-4f3b-9d2b-3a1f00000003', name: 'Wacht op gebruiker' },
  solved: { id: '0d2cbf32-8e5a-4f3b-9d2b-3a1f00000004', name: 'Gereed' },
  closed: { id: '0d2cbf32-8e5a-4f3b-9d2b-3a1f00000005', name: 'Afgesloten' },
} as const satisfies Record<DeskState, { id: string; name: string }>;

/** The only operator group of this TOPdesk. */
const operatorGroup = 'Servicedesk';

interface ByNumber {
  readonly number: string;
}

const texts = z.record(z.string().regex(/^text[1-5]$/), z.string().max(100)).default({});
const writeSchema = z.looseObject({
  action: z.string().optional(),
  actionInvisibleForCaller: z.boolean().default(false),
  processingStatus: z.looseObject({ id: z.string() }).optional(),
  completed: z.boolean().optional(),
  closed: z.boolean().optional(),
  optionalFields1: texts,
  optionalFields2: texts,
});
const createSchema = writeSchema.extend({
  briefDescription: z.string().max(80, 'briefDescription has 80 characters at most').default(''),
  request: z.string().default(''),
  externalNumber: z.string().max(60).default(''),
  callerLookup: z.looseObject({ email: z.string() }, 'either callerLookup or caller must be given'),
  operatorGroup: z.looseObject({ name: z.literal(operatorGroup, 'there is no such operator group') }).optional(),
});
type Writing = z.infer<typeof writeSchema>;

/** TOPdesk's Incident Management API. Source: developers.topdesk.com, "incident", read 1 December 2026. */
export function topdeskApi(app: FastifyInstance, work: DeskAtWork): void {
  const { desk, book } = work;
  app.addHook(
    'onRequest',
    requireKey(
      ({ headers }) => bringsPassword(headers.authorization, desk),
      () => [{ message: 'Unauthorized' }],
    ),
  );
  app.get('/tas/api/operators/current', async () => ({
    id: desk.ownUser,
    dynamicName: 'OneTenant',
    loginName: desk.user,
  }));
  app.get('/tas/api/incidents/statuses', async () => Object.values(topdeskStatuses));
  app.get<{ Querystring: { query?: string } }>('/tas/api/incidents', async ({ query }, reply) => {
    const wanted = /^externalNumber==(.+)$/.exec(query.query ?? '')?.[1];
    const found = book.list('topdesk').filter(({ fields }) => fields.externalNumber === wanted);
    return found.length === 0 ? reply.code(204).send() : found.map((ticket) => incidentShape(ticket));
  });
  app.post('/tas/api/incidents', async (request, reply) => {
    const asked = createSchema.safeParse(request.body);
    if (!asked.success) return badRequest(reply, asked.error.issues[0]?.message ?? 'not valid');
    const { briefDescription, request: words, externalNumber, callerLookup, ...writing } = asked.data;
    const ticket = book.open('topdesk', {
      title: briefDescription,
      description: textOfHtml(words),
      ...readOwnFields(desk, (name) => flat(writing)[name], { mail: callerLookup.email }),
      by: 'bot',
      fields: { externalNumber },
    });
    work.isAbout(request, ticket);
    write(work, ticket, writing);
    return reply.code(201).send(incidentShape(ticket));
  });
  const base = '/tas/api/incidents/number/:number';
  app.get<{ Params: ByNumber }>(base, async (request, reply) => {
    const ticket = find(work, request);
    return ticket ? incidentShape(ticket) : notFound(reply);
  });
  app.patch<{ Params: ByNumber }>(base, async (request, reply) => {
    const ticket = find(work, request);
    if (!ticket) return notFound(reply);
    const asked = writeSchema.safeParse(request.body);
    if (!asked.success) return badRequest(reply, asked.error.issues[0]?.message ?? 'not valid');
    const { processingStatus } = asked.data;
    if (processingStatus !== undefined && stateOf(processingStatus.id) === undefined)
      return badRequest(reply, "The value for the field 'processingStatus.id' cannot be found");
    const next = processingStatus === undefined ? null : (stateOf(processingStatus.id) ?? null);
    const lacking = book.lacks(ticket, next, flat(asked.data));
    if (lacking !== null) return badRequest(reply, `The field '${lacking}' is mandatory`);
    write(work, ticket, asked.data);
    return incidentShape(ticket);
  });
  app.get<{ Params: ByNumber; Querystring: { page_size?: string } }>(`${base}/actions`, async (request, reply) => {
    const ticket = find(work, request);
    if (!ticket) return notFound(reply);
    const size = Number(request.query.page_size ?? 10);
    const newest = ticket.comments.toReversed().slice(0, size);
    return newest.length === 0 ? reply.code(204).send() : newest.map((comment) => actionShape(desk, comment));
  });
}

function find({ book, isAbout }: DeskAtWork, request: FastifyRequest<{ Params: ByNumber }>): DeskTicket | undefined {
  const ticket = book.findByNumber('topdesk', request.params.number);
  if (ticket) isAbout(request, ticket);
  return ticket;
}

function stateOf(id: string): DeskState | undefined {
  return (Object.keys(topdeskStatuses) as DeskState[]).find((state) => topdeskStatuses[state].id === id);
}

/** Its free fields by the names that an entry gives them. */
function flat({ optionalFields1, optionalFields2 }: Pick<Writing, 'optionalFields1' | 'optionalFields2'>) {
  const named = (group: string, fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).map(([name, value]) => [`${group}.${name}`, value]);
  return Object.fromEntries([
    ...named('optionalFields1', optionalFields1),
    ...named('optionalFields2', optionalFields2),
  ]) as Readonly<Record<string, string>>;
}

function write({ book }: DeskAtWork, ticket: DeskTicket, writing: Writing): void {
  const { action, actionInvisibleForCaller, processingStatus } = writing;
  book.change(ticket, flat(writing), 'bot');
  if (processingStatus !== undefined) book.move(ticket, stateOf(processingStatus.id) ?? ticket.state, 'bot');
  if (action === undefined) return;
  const visibility = actionInvisibleForCaller ? 'internal' : 'public';
  book.comment(ticket, { by: 'bot', body: textOfHtml(action), visibility });
}

/** An incident as its API gives it. */
export function incidentShape(ticket: DeskTicket) {
  const { requester, fields } = ticket;
  return {
    id: ticket.id,
    status: 'firstLine',
    number: ticket.number,
    request: ticket.description,
    briefDescription: ticket.title,
    externalNumber: String(fields.externalNumber ?? ''),
    caller: { dynamicName: requester.name, email: requester.userPrincipalName },
    optionalFields1: { text1: ticket.scenario, text2: requester.personId, text5: ticket.locale },
    processingStatus: topdeskStatuses[ticket.state],
    completed: ticket.state === 'solved' || ticket.state === 'closed',
    closed: ticket.state === 'closed',
    creationDate: ticket.openedAt,
    modificationDate: ticket.updatedAt,
  };
}

/** An action as its API gives it. */
export function actionShape(desk: SandboxDesk, { at, by, body, visibility }: DeskComment) {
  return {
    id: randomUUID(),
    memoText: body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br/>'),
    invisibleForCaller: visibility === 'internal',
    entryDate: at,
    operator: by === 'person' ? null : { id: by === 'bot' ? desk.ownUser : '42', name: by },
  };
}

function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).send([{ message: 'The requested incident cannot be found' }]);
}

function badRequest(reply: FastifyReply, message: string): FastifyReply {
  return reply.code(400).send([{ message }]);
}
