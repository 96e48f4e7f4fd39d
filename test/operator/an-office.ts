import { tenants } from '../../sandbox/people/tenants.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { createOperatorSignIn } from '../../src/adapters/entra/operator-sign-in.ts';
import { StoredQuestions } from '../../src/adapters/storage/question-log.ts';
import { type OperatorRules, operatorTenants } from '../../src/domain/operators.ts';
import { startHttpServer } from '../../src/http/server.ts';
import { namingOfAll } from '../../src/i18n/naming.ts';
import { StoreFault } from '../../src/ports/document-store.ts';
import type { JournalEvent } from '../../src/ports/journal.ts';
import type { EffectRecord, TicketOutcome, TicketRecord, TicketRecords } from '../../src/ports/ticket-records.ts';
import { freePort } from '../builders/free-port.ts';
import { MemoryDocumentStore } from '../builders/memory-document-store.ts';
import { Visitor } from './visitor.ts';

/** The page of tickets on a real server, with the simulated Entra in front and tickets that a test chooses behind. */
export interface Office {
  readonly sandbox: RunningSandbox;
  readonly bot: string;
  readonly store: MemoryDocumentStore;
  readonly events: JournalEvent[];
  readonly book: FakeRecords;
  readonly questions: StoredQuestions;
  /** May be changed in place. */
  readonly rules: { -readonly [K in keyof OperatorRules]: OperatorRules[K] };
  now: number;
  visitor(): Visitor;
  stop(): Promise<void>;
}

/** What a test may choose about the questions: the titles of entries, and the words that the content knows. */
interface OfficeContent {
  readonly titleOf?: (id: string) => string | null;
  readonly words?: readonly string[];
}

export const office = { desk: 'zendesk', otherDesk: 'elsewhere' };

export async function openOffice({
  titleOf = (id: string) => `Title of ${id}`,
  words = ['where', 'do', 'the', 'grow'],
}: OfficeContent = {}): Promise<Office> {
  const port = await freePort();
  const bot = `http://localhost:${port}`;
  const time = { now: Date.now() };
  const sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, botOrigin: bot, now: () => time.now });
  const { LOGIN_URL = '', SIGN_IN_APP_ID = '', SIGN_IN_APP_SECRET, BOT_APP_TENANT_ID = '' } = sandbox.environment;
  const desks = [
    { id: office.desk, name: 'Zendesk <b>of</b> Contoso', tenantId: tenants.contoso.id },
    { id: office.otherDesk, name: 'Desk of Fabrikam', tenantId: tenants.fabrikam.id },
  ];
  const rules: OperatorRules = {
    role: 'OneTenant.Operator',
    botTenantId: BOT_APP_TENANT_ID,
    allowedTenants: [],
    deskTenants: desks.map(({ tenantId }) => tenantId),
  };
  const clock = { now: () => time.now };
  const signIn = createOperatorSignIn({
    settings: { LOGIN_URL, SIGN_IN_APP_ID, SIGN_IN_APP_SECRET },
    redirectUri: `${bot}/operator/signed-in`,
    tenants: operatorTenants(rules),
    clock,
  });
  const made = {
    sandbox,
    bot,
    store: new MemoryDocumentStore(),
    events: [] as JournalEvent[],
    book: new FakeRecords(),
    questions: new StoredQuestions({
      store: new MemoryDocumentStore(),
      clock,
      keeps: 'text',
      vocabulary: () => new Set(words),
      naming: namingOfAll(),
    }),
    rules,
    get now() {
      return time.now;
    },
    set now(now: number) {
      time.now = now;
    },
    visitor: () => new Visitor(bot),
    async stop(): Promise<void> {
      await server.stop();
      await sandbox.stop();
    },
  };
  const server = await startHttpServer({
    host: '127.0.0.1',
    port,
    door: { admit: async () => ({ kind: 'denied' }) },
    isReady: () => true,
    operator: {
      records: made.book,
      questions: made.questions,
      titleOf,
      signIn,
      store: made.store,
      clock,
      journal: { note: (event) => void made.events.push(event) },
      desks,
      rules,
      publicUrl: bot,
      secret: SIGN_IN_APP_SECRET,
      trustedProxies: 1,
    },
  });
  return made;
}

/** Tickets in memory, and whether anybody looked at them. */
export class FakeRecords implements TicketRecords {
  tickets: TicketRecord[] = [];
  looks = 0;
  isAway = false;
  readonly replayed: string[] = [];

  async list({ after, limit, only }: Parameters<TicketRecords['list']>[0]) {
    this.#look();
    const sorted = this.tickets.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const found = sorted.filter(({ id }) => after === null || id > after);
    const tickets = found.filter((one) => only === 'all' || deadOf(one) > 0).slice(0, limit);
    return { tickets, next: found.length > limit ? (tickets.at(-1)?.id ?? null) : null };
  }

  async record(id: string) {
    this.#look();
    return this.tickets.find((one) => one.id === id) ?? null;
  }

  async replay(id: string) {
    this.#look();
    this.replayed.push(id);
    return deadOf(this.tickets.find((one) => one.id === id));
  }

  async *outcomes(): AsyncGenerator<TicketOutcome> {
    this.#look();
    for (const ticket of this.tickets) {
      const { id, deskId, number, about, state, receivedAt, changedAt, history } = ticket;
      const because = history.at(-1)?.because ?? null;
      const row = { id, deskId, number, about, state, because, receivedAt, takenUpAt: null, changedAt };
      yield { ...row, effectsDead: deadOf(ticket) };
    }
  }

  #look(): void {
    this.looks += 1;
    if (this.isAway) throw new StoreFault('away');
  }
}

function deadOf(ticket: TicketRecord | undefined): number {
  return ticket?.effects.filter(({ fate }) => fate === 'dead').length ?? 0;
}

export function aRecord(id: string, changes: Partial<TicketRecord> = {}): TicketRecord {
  return {
    id: id.padEnd(16, '0'),
    deskId: office.desk,
    number: id,
    about: 'add-azure',
    state: 'waiting',
    receivedAt: '2026-11-20T09:00:00.000Z',
    changedAt: '2026-11-20T10:00:00.000Z',
    history: [
      { at: '2026-11-20T09:00:00.000Z', to: 'received', because: null },
      { at: '2026-11-20T10:00:00.000Z', to: 'waiting', because: 'in-teams' },
    ],
    effects: [],
    ...changes,
  };
}

export function anEffect(changes: Partial<EffectRecord> = {}): EffectRecord {
  return {
    id: 'effect-1',
    kind: 'update',
    fate: 'dead',
    plannedAt: '2026-11-20T10:00:00.000Z',
    endedAt: '2026-11-20T12:00:00.000Z',
    tries: 9,
    nextAt: null,
    lastStatus: 403,
    stateRefused: null,
    signInFault: null,
    ...changes,
  };
}
