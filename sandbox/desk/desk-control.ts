import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { refusal, refuse } from '../channel/refusal.ts';
import { personNotFound, unclear } from '../control/control-refusals.ts';
import type { Person, SandboxCore } from '../core/core.ts';
import { kindOf } from './desk-kinds.ts';
import type { DeskTicket, TicketRequester } from './desk-tickets.ts';
import type { DeskWorld } from './desk-world.ts';
import type { SandboxDesk } from './sandbox-desk.ts';
import { deskAddress } from './sandbox-desks.ts';

const fileSchema = z.strictObject({
  title: z.string().max(20_000),
  personId: z.string(),
  about: z.enum(['add-azure', 'add-microsoft-365', 'join', 'status', 'ask']).default('ask'),
  locale: z.string().max(35).nullish(),
  description: z.string().max(20_000).default(''),
  /** What the desk knows about who asked. */
  knows: z.enum(['object-id', 'user-name', 'mail-only']).default('object-id'),
  /** Hands it over at once, or leaves that for later. */
  handsOver: z.boolean().default(true),
});
const answerSchema = z.strictObject({
  text: z.string().min(1).max(20_000),
  visibility: z.enum(['public', 'internal']).default('public'),
  by: z.enum(['colleague', 'person']).default('colleague'),
  /** Answers and solves in one change, which fires the rules of both. */
  solves: z.boolean().default(false),
});
const deliverySchema = z.strictObject({ how: z.enum(['again', 'old-signature', 'hand-over']) });

interface OfDesk {
  readonly desk: string;
}
interface OfTicket extends OfDesk {
  readonly ticket: string;
}

const deskNotFound = refusal(404, 'DeskNotFound', 'There is no such desk in the sandbox.');
const ticketNotFound = refusal(404, 'TicketNotFound', 'There is no such ticket at this desk.');
const nothingSent = refusal(409, 'NothingSent', 'Nothing of this ticket was sent yet.');

/** What colleagues at the desks do, for tests and for the page. */
export function deskControl(core: SandboxCore, world: DeskWorld): FastifyPluginAsync {
  return async (app) => {
    addReading(app, core, world);
    addFiling(app, core, world);
    addColleagues(app, world);
  };
}

function addReading(app: FastifyInstance, core: SandboxCore, world: DeskWorld): void {
  app.get('/', async () => ({
    desks: world.desks.map((desk) => ({ id: desk.id, name: desk.name, url: deskAddress(core.addresses, desk) })),
    tickets: world.book.list().toReversed().map(ticketView),
  }));
  app.get<{ Params: OfDesk }>('/:desk/tickets', async ({ params }, reply) => {
    const desk = world.find(params.desk);
    return desk ? { tickets: world.book.list(desk.id).map(ticketView) } : refuse(reply, deskNotFound);
  });
  app.get<{ Params: OfTicket }>('/:desk/tickets/:ticket', async ({ params }, reply) => {
    const found = findTicket(world, params);
    return found ? ticketView(found.ticket) : refuse(reply, ticketNotFound);
  });
}

function addFiling(app: FastifyInstance, core: SandboxCore, world: DeskWorld): void {
  app.post<{ Params: OfDesk }>('/:desk/tickets', async ({ params, body }, reply) => {
    const desk = world.find(params.desk);
    if (!desk) return refuse(reply, deskNotFound);
    const asked = fileSchema.safeParse(body);
    if (!asked.success) return refuse(reply, unclear(asked.error));
    const person = core.people.get(asked.data.personId);
    if (!person) return refuse(reply, personNotFound);
    const ticket = file(world, desk, person, asked.data);
    const delivery = asked.data.handsOver ? await world.courier.tell(desk, ticket, { kind: 'handed-over' }) : null;
    return reply.code(201).send({ ticket: ticketView(ticket), delivery });
  });
}

function file(
  { book }: DeskWorld,
  desk: SandboxDesk,
  person: Person,
  { title, description, about, locale, knows }: z.infer<typeof fileSchema>,
): DeskTicket {
  const ticket = book.open(desk.id, {
    title,
    description,
    requester: requesterFrom(person, knows),
    scenario: about === 'ask' ? '' : about,
    locale: locale ?? null,
    by: 'person',
  });
  book.setTags(ticket, kindOf(desk).handOverTags, 'colleague');
  return ticket;
}

function requesterFrom(person: Person, knows: z.infer<typeof fileSchema>['knows']): TicketRequester {
  return {
    personId: knows === 'object-id' ? person.objectId : null,
    userPrincipalName: knows === 'mail-only' ? null : person.userPrincipalName,
    tenantId: knows === 'object-id' ? person.homeTenantId : null,
    name: person.displayName,
    mail: person.userPrincipalName,
  };
}

function addColleagues(app: FastifyInstance, world: DeskWorld): void {
  const { book, courier } = world;
  app.post<{ Params: OfTicket }>('/:desk/tickets/:ticket/answers', async ({ params, body }, reply) => {
    const found = findTicket(world, params);
    if (!found) return refuse(reply, ticketNotFound);
    const asked = answerSchema.safeParse(body);
    if (!asked.success) return refuse(reply, unclear(asked.error));
    const { desk, ticket } = found;
    const { text, visibility, solves, by } = asked.data;
    const comment = book.comment(ticket, { by, body: text, visibility }, solves ? 'solved' : ticket.state);
    const isTold = visibility === 'public' || kindOf(desk).tellsInternalNotes;
    const delivery = isTold ? await courier.tell(desk, ticket, { kind: 'answered', comment }) : null;
    if (solves) await courier.tell(desk, ticket, { kind: 'withdrawn', by: 'colleague' });
    return reply.code(201).send({ ticket: ticketView(ticket), delivery });
  });
  app.post<{ Params: OfTicket }>('/:desk/tickets/:ticket/close', async ({ params }, reply) => {
    const found = findTicket(world, params);
    if (!found) return refuse(reply, ticketNotFound);
    const { desk, ticket } = found;
    book.move(ticket, 'closed', 'colleague');
    const delivery = await courier.tell(desk, ticket, { kind: 'withdrawn', by: 'colleague' });
    return { ticket: ticketView(ticket), delivery };
  });
  app.post<{ Params: OfTicket }>('/:desk/tickets/:ticket/deliveries', async ({ params, body }, reply) => {
    const found = findTicket(world, params);
    if (!found) return refuse(reply, ticketNotFound);
    const asked = deliverySchema.safeParse(body);
    if (!asked.success) return refuse(reply, unclear(asked.error));
    const delivery = await sendOnce(world, found, asked.data.how);
    return delivery === null ? refuse(reply, nothingSent) : { ticket: ticketView(found.ticket), delivery };
  });
}

function sendOnce({ courier }: DeskWorld, { desk, ticket }: FoundTicket, how: z.infer<typeof deliverySchema>['how']) {
  switch (how) {
    case 'again':
      return courier.again(desk, ticket);
    case 'old-signature':
      return courier.withOldSignature(desk, ticket);
    case 'hand-over':
      return courier.tell(desk, ticket, { kind: 'handed-over' });
  }
}

interface FoundTicket {
  readonly desk: SandboxDesk;
  readonly ticket: DeskTicket;
}

function findTicket(world: DeskWorld, params: OfTicket): FoundTicket | null {
  const desk = world.find(params.desk);
  if (!desk) return null;
  const ticket = world.book.find(desk.id, params.ticket) ?? world.book.findByNumber(desk.id, params.ticket);
  return ticket === undefined ? null : { desk, ticket };
}

function ticketView(ticket: DeskTicket) {
  const { fields: _fields, ...shown } = ticket;
  return shown;
}
