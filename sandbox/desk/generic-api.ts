import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type DeskAtWork, isSameSecret } from './desk-at-work.ts';
import type { DeskTicket } from './desk-tickets.ts';
import { standardSignature } from './standard-webhooks.ts';

const toleranceSeconds = 300;

const messageSchema = z.looseObject({
  type: z.enum(['ticket.create', 'ticket.update']),
  data: z.looseObject({
    number: z.string().nullish(),
    note: z.string().nullish(),
    reply: z.string().nullish(),
    status: z.enum(['open', 'pending', 'solved']).nullish(),
    tag: z.string().nullish(),
    title: z.string().nullish(),
    requester: z
      .looseObject({
        personId: z.string().nullish(),
        userPrincipalName: z.string().nullish(),
        tenantId: z.string().nullish(),
      })
      .nullish(),
  }),
});
type Effect = z.infer<typeof messageSchema>['data'];

/** Any desk that takes Standard Webhooks. It works off each message once, whatever comes twice. */
export function genericApi(app: FastifyInstance, work: DeskAtWork): void {
  const { desk, book, now } = work;
  const done = new Map<string, { readonly number: string }>();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, parsed) => parsed(null, body));
  app.post('/callback', async (request, reply) => {
    const body = String(request.body ?? '');
    const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
      String(request.headers[name] ?? ''),
    );
    if (!id || !timestamp || !signatures) return reply.code(401).send({ error: 'Missing required headers' });
    const seconds = Number(timestamp);
    if (!(Math.abs(now() / 1000 - seconds) <= toleranceSeconds))
      return reply.code(401).send({ error: 'Message timestamp too old or too new' });
    const right = standardSignature(desk.key, { id, timestamp: seconds, body });
    if (!signatures.split(' ').some((signature) => isSameSecret(signature, right)))
      return reply.code(401).send({ error: 'No matching signature found' });
    const known = done.get(id);
    // After a reset nothing that was done is there any more.
    if (known && book.findByNumber('generic', known.number)) return known;
    const asked = messageSchema.safeParse(parse(body));
    if (!asked.success) return reply.code(400).send({ error: 'The message is not one that we know' });
    const { type, data } = asked.data;
    const ticket = type === 'ticket.create' ? create(work, data) : book.find('generic', data.number ?? '');
    if (!ticket) return reply.code(410).send({ error: 'There is no such ticket' });
    work.isAbout(request, ticket);
    write(work, ticket, data);
    done.set(id, { number: ticket.number });
    return { number: ticket.number };
  });
}

function create({ book }: DeskAtWork, { title, note, requester }: Effect): DeskTicket {
  return book.open('generic', {
    title: title ?? '',
    description: note ?? '',
    requester: {
      personId: requester?.personId ?? null,
      userPrincipalName: requester?.userPrincipalName ?? null,
      tenantId: requester?.tenantId ?? null,
      name: '',
      mail: '',
    },
    scenario: '',
    locale: null,
    by: 'bot',
  });
}

function write({ book }: DeskAtWork, ticket: DeskTicket, { note, reply, status, tag }: Effect): void {
  if (note) book.comment(ticket, { by: 'bot', body: note, visibility: 'internal' });
  if (reply) book.comment(ticket, { by: 'bot', body: reply, visibility: 'public' });
  if (tag) book.setTags(ticket, [...ticket.tags, tag], 'bot');
  if (status) book.move(ticket, status, 'bot');
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (fault) {
    if (fault instanceof SyntaxError || (fault instanceof Error && fault.name === 'SyntaxError')) return null;
    throw fault;
  }
}
