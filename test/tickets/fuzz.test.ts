import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { createDesks } from '../../src/adapters/helpdesk/create-desks.ts';
import type { RunningHttpServer } from '../../src/http/server.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { seedOfRun } from '../builders/laws.ts';
import { aWorld, start, type WorkingBook, type World } from './a-book.ts';
import { startDoor } from './a-door.ts';
import { alice, tenantId } from './fake-desk.ts';

/** How many odd deliveries are sent; `FUZZ_DELIVERIES` asks for more. */
const deliveries = Number(process.env.FUZZ_DELIVERIES ?? 300);

const whsec = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const plain = 'a-secret-of-twenty-four-bytes-or-more';
const common = {
  name: 'Desk',
  locale: 'en',
  tenant: tenantId,
  url: 'https://desk.example',
  domains: ['contoso.com'],
} as const;

let world: World;
let book: WorkingBook;
let server: RunningHttpServer;

beforeAll(async () => {
  world = aWorld();
  const desks = createDesks(
    {
      DESKS: [
        { ...common, id: 'generic', kind: 'generic', key: whsec, secrets: [whsec] },
        { ...common, id: 'freshdesk', kind: 'freshdesk', key: 'key', secrets: [plain], bringsAnswers: true },
        {
          ...common,
          id: 'servicenow',
          kind: 'servicenow',
          user: 'bot',
          key: 'key',
          secrets: [plain],
          bringsAnswers: true,
        },
      ],
      DESK_PRIVATE_HOSTS: [],
    },
    { now: () => world.now },
    () => undefined,
  );
  // Nothing leaves this machine: what would go to a desk is only counted as written.
  const quiet = desks.map((desk): Desk => ({ ...desk, write: async () => ({ kind: 'written', number: null }) }));
  book = world.book({ desks: quiet });
  server = await startDoor(book, () => world.now);
});

afterAll(() => server.stop());

const odd = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '\u202eevil',
    '<at>everyone</at>',
    '[x](javascript:alert(1))',
    '$' + '{secret}',
    '\u0000',
    '\ud800',
    'x'.repeat(9_000),
  ),
  fc.jsonValue(),
  fc.constantFrom('T-17', alice, tenantId, 'alice@contoso.com', 'add-azure', 3, null),
);
const odder = fc.oneof({ weight: 4, arbitrary: fc.string({ unit: 'grapheme' }) }, { weight: 1, arbitrary: odd });
const usual = {
  number: fc.constantFrom('T-17', 'T-18', 'T-19'),
  title: fc.constant('I need Azure'),
  personId: fc.constantFrom(alice, ''),
  userPrincipalName: fc.constant('alice@contoso.com'),
  tenantId: fc.constantFrom(tenantId, ''),
  about: fc.constantFrom('add-azure', 'status', ''),
  locale: fc.constantFrom('nl', 'en', 'Deutsch'),
  version: fc.constantFrom('4', '5', ''),
  text: fc.constant('Hello'),
};
const known = fc.constantFrom(...Object.keys(usual), 'by', 'callbackUrl', '__proto__', 'constructor');
/** What a desk sends, with up to three fields that no desk sends. */
const data = fc
  .tuple(fc.record(usual), fc.dictionary(known, odder, { maxKeys: 3 }))
  .map(([fields, changes]) => ({ ...fields, ...changes }));
const event = fc.constantFrom('handed-over', 'answered', 'withdrawn', 'other');
const deskIds = ['generic', 'freshdesk', 'servicenow'] as const;

function bodyFor(desk: (typeof deskIds)[number], kind: string, fields: object): unknown {
  if (desk === 'generic') return { type: `ticket.${kind}`, timestamp: '2026-11-21T09:00:00Z', data: fields };
  return { ...fields, event: kind };
}

test('odd deliveries with the right proof are stored or refused, and never a fault', async () => {
  const statuses = new Set<number>();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...deskIds), event, data, async (desk, kind, fields) => {
      count += 1;
      const text = JSON.stringify(bodyFor(desk, kind, fields));
      const id = `msg_${count}`;
      const response = await fetch(`http://127.0.0.1:${server.port}/api/tickets/${desk}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(start / 1_000),
          'webhook-signature': new Webhook(whsec).sign(id, new Date(start), text),
          'x-onetenant-secret': plain,
          // Each from another address, so that nobody has to wait.
          'x-forwarded-for': `203.0.${count >> 8}.${count & 255}`,
        },
        body: text,
      });
      const answer = await response.text();
      statuses.add(response.status);
      expect([202, 400, 401, 413, 422]).toContain(response.status);
      expect(answer).toMatch(answerOf[response.status] ?? /^$/);
    }),
    { numRuns: deliveries, seed: seedOfRun() },
  );
  world.reach = 'not-there';
  await book.runDue();

  expect(statuses).toContain(202);
  expect(statuses).toContain(422);
  expect(await world.store.list('ticket-work/', 10)).toEqual([]);
  expect(world.events.filter(({ event }) => event === 'ticket.work-failed')).toEqual([]);
});

/** What a desk reads, by status; of a refused body the field and how to set it. */
const answerOf: Readonly<Record<number, RegExp>> = {
  202: /^\{"id":(null|"[\w-]{36}")\}$/,
  422: /^\{"error":\{"message":"[^\n]{1,400}"\}\}$/,
};
