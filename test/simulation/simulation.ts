import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { DeskEvent, TicketSubject } from '../../src/domain/ticket.ts';
import type { JournalEvent } from '../../src/ports/journal.ts';
import type { Ticket } from '../../src/tickets/ticket-document.ts';
import { ChatLedger } from './chat-ledger.ts';
import type { Life } from './life.ts';
import { activityOf, nextAct, type Person, secrets, somebody } from './people.ts';
import { type RunningReplica, readyReplicas, startReplica } from './replica.ts';
import { SeededChance } from './seeded-chance.ts';
import { SimulatedChannel } from './simulated-channel.ts';
import { asDelivery, type DeskNote, deskId, deskTenantId, SimulatedDesk } from './simulated-desk.ts';
import { type DocumentChange, SimulatedStore } from './simulated-store.ts';
import { SimulatedTime } from './simulated-time.ts';
import { TicketLedger } from './ticket-ledger.ts';
import { Weather } from './weather.ts';

/** How one simulation went. */
export interface Simulated {
  readonly seed: number;
  /** What broke a promise, in order; empty when nothing did. */
  readonly faults: readonly string[];
  /** Of everything that happened, and when. The same for the same seed. */
  readonly digest: string;
  /** Everything that happened, if it was asked for. */
  readonly trace: readonly string[];
  /** What was tried. */
  readonly counts: {
    readonly lives: number;
    readonly messages: number;
    readonly repeats: number;
    readonly notes: number;
    readonly events: number;
  };
}

const second = 1_000;
const minute = 60 * second;
/** The channel gives up waiting for an answer, in milliseconds, and delivers again. */
const channelPatienceMs = 15 * second;
/** How long a chat may take to go on once nothing fails any more, in milliseconds, whatever the clocks say. */
const chatGoesOnMs = 30 * second;
/** The same for a ticket: a claim, a look at all work, and a look at a desk that was ill. */
const ticketGoesOnMs = 2 * minute;
/** Everything that was put off has come by then: the longest pauses between tries, the patience with people, and clocks that were an hour ahead. */
const everythingEndsMs = 72 * 60 * minute;
const stormMs = 20 * minute;
const longestRestartMs = 20 * second;
const faultsMax = 20;

/**
 * Plays one seed: a few people, a desk, and up to three replicas on one store, in a weather of faults. Then the sky clears:
 * first with the clocks as they are, and then with the right time, until nothing is left to do.
 */
export async function simulate(seed: number, options: { readonly traces?: boolean } = {}): Promise<Simulated> {
  await readyReplicas();
  const simulation = new Simulation(seed, options.traces ?? false);
  return simulation.run();
}

class Simulation {
  readonly #seed: number;
  readonly #traces: boolean;
  readonly #chance: SeededChance;
  readonly #time = new SimulatedTime();
  readonly #weather: Weather;
  readonly #store: SimulatedStore;
  readonly #channel: SimulatedChannel;
  readonly #desk: SimulatedDesk;
  readonly #chats: ChatLedger;
  readonly #tickets: TicketLedger;
  readonly #people: readonly Person[];
  readonly #replicas: (RunningReplica | null)[];
  readonly #faults: string[] = [];
  readonly #trace: string[] = [];
  readonly #digest = createHash('sha256');
  #events = 0;
  #lives = 0;
  #activities = 0;
  #deliveries = 0;
  /** Activities and deliveries that are not acknowledged yet. */
  readonly #pending = new Set<string>();
  readonly #links: string[] = [];

  constructor(seed: number, traces: boolean) {
    this.#seed = seed;
    this.#traces = traces;
    this.#chance = new SeededChance(seed);
    this.#weather = new Weather(this.#chance);
    const fault = (what: string): void => this.#breaks(what);
    this.#store = new SimulatedStore(
      (change) => this.#stored(change),
      (key, by) => key.startsWith('conversation/') && this.#chats.writeFailed(key, by),
    );
    this.#tickets = new TicketLedger(fault, (key) => this.#store.value(key));
    this.#chats = new ChatLedger(fault, this.#tickets.hasHeard);
    this.#channel = new SimulatedChannel(
      this.#chance,
      (act) => {
        this.#happens(`${act.by.name} ${act.how} ${act.conversation} ${act.shown.id} ${act.isAnswered}`);
        this.#chats.acted(act);
      },
      (conversation) => this.#chats.notReplaced(conversation),
    );
    this.#desk = new SimulatedDesk(this.#chance, (note) => this.#deskTook(note));
    this.#people = Array.from({ length: this.#chance.between(1, 3) }, (_, index) => somebody(index, this.#chance));
    for (const { userId, token, channelId, personId } of this.#people) {
      this.#channel.tokens.set(userId, token);
      if (channelId === 'msteams') this.#channel.inTeams.add(personId);
    }
    this.#replicas = Array.from({ length: this.#weather.replicas }, () => null);
  }

  async run(): Promise<Simulated> {
    for (const index of this.#replicas.keys()) this.#begins(index);
    await this.#storms();
    await this.#clearsUp();
    await this.#comesToRest();
    return {
      seed: this.#seed,
      faults: this.#faults,
      digest: this.#digest.digest('hex'),
      trace: this.#trace,
      counts: {
        lives: this.#lives,
        messages: this.#chats.sayings,
        repeats: this.#chats.repeats,
        notes: this.#tickets.notes,
        events: this.#events,
      },
    };
  }

  /** People talk and the desk hands over tickets, while everything may fail. */
  async #storms(): Promise<void> {
    let isOver = false;
    const people = this.#people.map((person) => this.#talks(person));
    void Promise.all([...people, this.#handsOver()]).then(() => {
      isOver = true;
    });
    await this.#passes(stormMs, () => isOver);
  }

  /** Nothing fails any more, but the clocks still differ: everything that waits for nothing else goes on. */
  async #clearsUp(): Promise<void> {
    this.#weather.clear();
    this.#happens('the sky clears');
    await this.#passes(longestRestartMs, () => this.#replicas.every((one) => one !== null));
    const stuck = this.#ticketsToGoOn();
    const before = [...this.#pending];
    for (const person of this.#people) before.push(this.#says(person, { type: 'message', text: 'hello' }));
    await this.#passes(chatGoesOnMs, () => before.every((one) => !this.#pending.has(one)));
    for (const one of before.filter((id) => this.#pending.has(id))) this.#breaks(`${one} is not answered in time`);
    await this.#passes(ticketGoesOnMs, () => false);
    for (const { id, revision } of stuck)
      if (this.#tickets.ticket(id)?.revision === revision) this.#breaks(`ticket ${id} does not go on in time`);
  }

  /** The clocks are right, and hurry, so that everything that was put off comes. */
  async #comesToRest(): Promise<void> {
    const hour = 60 * minute;
    for (
      let ahead = 0;
      ahead < everythingEndsMs && this.#left().length > 0;
      ahead += ahead < 3 * hour ? 20 * minute : hour
    ) {
      for (const replica of this.#replicas) replica?.life.clockJumps(ahead);
      await this.#passes(30 * second, () => false);
    }
    for (const one of this.#left()) this.#breaks(one);
  }

  #left(): readonly string[] {
    const jobs = this.#store.keys('wake/').filter((key) => !key.includes('/reminder-due/'));
    return [
      ...this.#chats.owed(),
      ...[...this.#pending].map((one) => `${one} is never answered`),
      ...this.#store.keys('ticket-work/').map((key) => `${key} is never done`),
      ...jobs.map((key) => `${key} is never done`),
      ...this.#allTickets().flatMap(({ id, person, wake, outbox }) => [
        ...(person === null && wake === null ? [] : [`ticket ${id} still waits for its person`]),
        ...outbox.filter(({ fate }) => fate !== 'delivered').map(({ effect, fate }) => `${effect.id} is ${fate}`),
      ]),
    ];
  }

  #allTickets(): readonly Ticket[] {
    return this.#store
      .keys('ticket/')
      .map((key) => this.#tickets.ticket(key.slice('ticket/'.length)))
      .filter((ticket) => ticket !== null);
  }

  /** New work and work whose worker is gone waits for no time of day. What is gathered waits on purpose. */
  #ticketsToGoOn(): readonly Ticket[] {
    return this.#allTickets().filter(({ person, wake, outbox }) => {
      const next = [person, wake, outbox.find(({ fate }) => fate === 'waiting') ?? null].find((one) => one !== null);
      const isGathered = next !== undefined && 'isHeld' in next && next.isHeld;
      return next !== undefined && !isGathered && (next.tries === 0 || next.leaseUntil > 0);
    });
  }

  async #talks(person: Person): Promise<void> {
    const acts = this.#chance.between(3, 10);
    for (let act = 0; act < acts; act += 1) {
      await this.#time.pause(this.#chance.below(4) === 0 ? 100 : this.#chance.between(500, 15 * second));
      const link = person.channelId === 'directline' ? this.#links.pop() : undefined;
      const next =
        link === undefined
          ? nextAct(person, this.#channel.chat(person.conversation), this.#chance)
          : { type: 'event', name: 'ticket.open', value: { code: link } };
      const id = this.#says(person, next);
      while (this.#chance.below(4) > 0 && this.#pending.has(id)) await this.#time.pause(200);
    }
  }

  /** Sends an activity, at least once, and again until it is acknowledged. Returns its id. */
  #says(person: Person, act: Partial<Activity>): string {
    this.#activities += 1;
    const activity = activityOf(person, `act-${this.#activities}`, act);
    const id = activity.id ?? '';
    this.#pending.add(id);
    if (act.text !== undefined) this.#chats.typed(id);
    void this.#untilTaken(id, async ({ adapter, conversations }) => {
      await adapter.receive(activity, conversations.runTurn);
      const key = `conversation/${person.channelId}/${person.conversation}/one`;
      this.#chats.acknowledged(key, id, this.#store.value(key));
      return true;
    });
    return id;
  }

  async #handsOver(): Promise<void> {
    const events = this.#chance.below(6);
    for (let event = 0; event < events; event += 1) {
      await this.#time.pause(this.#chance.between(1_000, 30 * second));
      this.#delivers(this.#nextEvent());
    }
  }

  #nextEvent(): DeskEvent {
    const number = `T${this.#chance.below(3)}`;
    const kind = this.#chance.pick(['handed-over', 'handed-over', 'handed-over', 'colleague-answered', 'withdrawn']);
    if (kind === 'colleague-answered') return { kind, number, text: secrets.words, version: null };
    if (kind === 'withdrawn') return { kind, number, version: null };
    const { personId, userPrincipalName } = this.#chance.pick(this.#people) ?? { personId: '', userPrincipalName: '' };
    const isNamed = this.#chance.below(2) === 0;
    const requester = {
      personId: isNamed ? personId : null,
      userPrincipalName: isNamed ? null : userPrincipalName,
      tenantId: deskTenantId,
    };
    const about: TicketSubject = this.#chance.pick(['add-azure', 'status'] as const) ?? 'ask';
    const ticket = { number, title: secrets.words, requester, about, locale: 'en', version: null };
    return { kind: 'handed-over', ticket };
  }

  #delivers(event: DeskEvent): void {
    this.#deliveries += 1;
    const deliveryId = `delivery-${this.#deliveries}`;
    const delivery = asDelivery({ deliveryId, event });
    this.#pending.add(deliveryId);
    void this.#untilTaken(deliveryId, async ({ conversations: { tickets } }) => {
      const read = tickets.check(deskId, delivery);
      if (read?.kind !== 'read') throw new Error('the simulated desk sends what it cannot read');
      const answer = await tickets.accept(deskId, delivery, read);
      if (answer.kind === 'other-body') throw new Error('the same delivery has another body');
      if (answer.kind === 'accepted' && answer.id !== null) this.#tickets.acknowledged(answer.id, deliveryId);
      return answer.kind === 'accepted';
    });
  }

  /** Brings something to any replica until one of them takes it; now and then, twice. */
  async #untilTaken(id: string, bring: (replica: RunningReplica) => Promise<boolean>): Promise<void> {
    if (this.#weather.repeats()) void this.#try(bring);
    while (!(await this.#try(bring))) await this.#time.pause(this.#chance.between(500, 3_000));
    this.#happens(`${id} is acknowledged`);
    this.#pending.delete(id);
  }

  async #try(bring: (replica: RunningReplica) => Promise<boolean>): Promise<boolean> {
    await this.#time.pause(this.#chance.between(1, 50));
    const replica = this.#chance.pick(this.#replicas.filter((one) => one !== null));
    if (replica === undefined) return false;
    const taken = bring(replica).catch((error: unknown) => this.#refused(error));
    return Promise.race([taken, this.#time.pause(channelPatienceMs).then(() => false)]);
  }

  /** A store that fails is told to whoever delivers; anything else is a fault of the bot. */
  #refused(error: unknown): false {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const isOfOthers = error instanceof Error && /on every try/.test(error.message);
    if (code !== 'STORE_UNAVAILABLE' && !isOfOthers) this.#breaks(`a turn failed: ${String(error)}`);
    return false;
  }

  #begins(index: number): void {
    this.#lives += 1;
    const name = `replica-${index}.${this.#lives}`;
    this.#happens(`${name} begins`);
    const replica = startReplica(
      name,
      {
        time: this.#time,
        weather: this.#weather,
        chance: this.#chance,
        store: this.#store,
        channel: this.#channel,
        desk: this.#desk,
        noted: (event, by) => this.#noted(event, by),
        factsOf: (token) => this.#personOf(token).facts,
        directory: (name) => this.#directory(name),
      },
      () => {
        this.#happens(`${name} dies`);
        this.#replicas[index] = null;
        this.#time.after(this.#chance.between(second, longestRestartMs), () => this.#begins(index));
      },
    );
    this.#replicas[index] = replica;
    replica.life.stopwatch.every(15 * second, () => {
      if (this.#weather.jumps()) replica.life.clockJumps();
    });
  }

  #personOf(token: string): Person {
    const person = this.#people.find((one) => one.token === token);
    if (person === undefined) throw new Error('nobody has this token');
    return person;
  }

  #directory(userPrincipalName: string) {
    const person = this.#people.find((one) => [one.userPrincipalName, one.personId].includes(userPrincipalName));
    return person === undefined
      ? ({ kind: 'absent' } as const)
      : ({ kind: 'found', personId: person.personId } as const);
  }

  #deskTook(note: DeskNote): void {
    this.#happens(`${note.by.name} wrote ${note.effect.id}`);
    this.#tickets.wrote(note);
    const code = /#([\w-]+)/.exec(note.effect.reply)?.[1];
    if (code !== undefined) this.#links.push(code);
  }

  #stored(change: DocumentChange): void {
    const { key, before, after, text, by } = change;
    this.#happens(
      `${by.name} ${after === null ? 'removed' : before === null ? 'made' : 'changed'} ${key} ${text.length}`,
    );
    if (text.includes(secrets.token)) this.#breaks(`${key} has a token in it`);
    if (key.startsWith('conversation/')) this.#chats.changed(change);
    if (key.startsWith('ticket/')) this.#tickets.changed(after);
  }

  #noted(event: JournalEvent, by: Life): void {
    const text = JSON.stringify(event);
    this.#happens(`${by.name} ${text}`);
    for (const [what, secret] of Object.entries(secrets))
      if (text.includes(secret)) this.#breaks(`the log has ${what} in it: ${event.event}`);
  }

  async #passes(ms: number, until: () => boolean): Promise<void> {
    await this.#time.passes(
      ms,
      () => undefined,
      () => until() || this.#faults.length >= faultsMax,
    );
  }

  #happens(what: string): void {
    const line = `${this.#time.now} ${what}\n`;
    this.#events += 1;
    this.#digest.update(line);
    if (this.#traces) this.#trace.push(line.trimEnd());
  }

  #breaks(promise: string): void {
    this.#happens(`FAULT ${promise}`);
    if (this.#faults.length < faultsMax) this.#faults.push(`after ${this.#time.now} ms: ${promise}`);
  }
}
