import { z } from 'zod';
import type { DeskEffect, DeskStatus } from '../../../domain/ticket.ts';
import { isDeskTag, noteAlone, sparesEnded } from '../../../domain/ticket-life.ts';
import type { DeskWriting } from '../../../ports/desk.ts';
import type { DeskParts } from '../desk-adapter.ts';
import type { DeskFields } from '../desk-entry.ts';
import type { DeskSend } from '../desk-send.ts';
import { markedNote, noteMark, stillToWrite } from '../marks.ts';
import { again, failureOf, inSteps, putWithState, unreadable, written } from '../outcomes.ts';
import { requesterFields, requesterMail } from '../requester.ts';

const foundSchema = z.object({ id: z.number(), number: z.string() });
/** Older releases return a list of ids and the tickets separately. */
const searchSchema = z.union([
  z.array(foundSchema),
  z
    .object({ assets: z.object({ Ticket: z.record(z.string(), foundSchema).optional() }) })
    .transform(({ assets }) => Object.values(assets.Ticket ?? {})),
]);

const statedSchema = z.object({ state: z.string().default('') });
const tagsSchema = z.object({ tags: z.array(z.string()) });
/** Zammad's own names for states that end a ticket. */
const ended: readonly (string | undefined)[] = ['closed', 'merged', 'removed'];

const idsKept = 1_000;
const remindAfterMs = 3 * 24 * 60 * 60_000;

/** People use a ticket's number, the API its id. Remembers the last thousand. */
export class TicketIds {
  readonly #ids = new Map<string, string>();

  keep(number: string, id: string | null): void {
    if (id === null || !/^\d{1,18}$/.test(id)) return;
    this.#ids.delete(number);
    this.#ids.set(number, id);
    const [oldest] = this.#ids.keys();
    if (this.#ids.size > idsKept && oldest !== undefined) this.#ids.delete(oldest);
  }

  find(number: string): string | null {
    return this.#ids.get(number) ?? null;
  }
}

/** Writes through Zammad's REST API: note articles, states, tags. */
export class ZammadWriter {
  readonly #parts: DeskParts;
  readonly #ids: TicketIds;
  readonly #send: DeskSend;

  constructor(parts: DeskParts, ids: TicketIds, send: DeskSend) {
    this.#parts = parts;
    this.#ids = ids;
    this.#send = send;
  }

  async update(effect: DeskEffect, number: string, mayBeThere: boolean): Promise<DeskWriting> {
    const id = this.#ids.find(number) ?? (await this.#search(number, (found) => found.number === number));
    if (typeof id !== 'string' && id !== null) return id;
    // Zammad's search index lags behind, so a ticket that is not found is not necessarily gone.
    if (id === null) return again(404, null, mayBeThere);
    const there = mayBeThere ? await this.#articles(id) : '';
    if (typeof there !== 'string') return there;
    const left = stillToWrite(effect, there);
    if (left === null) return written();
    const isEnded = sparesEnded(left) && (await this.#isEnded(id));
    if (typeof isEnded !== 'boolean') return isEnded;
    const { note, reply, status, tag } = isEnded ? noteAlone(left) : left;
    const put = (body: object) => this.#send({ method: 'PUT', path: `/api/v1/tickets/${id}`, body });
    const noted = note === '' ? {} : { article: articleOf(note, true) };
    return inSteps([
      tag === null ? null : (isBegun) => this.#setTag(id, tag, isBegun),
      reply === ''
        ? null
        : async (isBegun) => {
            const body = { ticket_id: Number(id), ...articleOf(reply, false) };
            return failureOf(await this.#send({ method: 'POST', path: '/api/v1/ticket_articles', body }), isBegun);
          },
      (isBegun) => putWithState(put, this.#stateOf(status), noted, isBegun),
    ]);
  }

  async #isEnded(id: string): Promise<boolean | DeskWriting> {
    const answer = await this.#send({ method: 'GET', path: `/api/v1/tickets/${id}?expand=true` });
    const parsed = statedSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
    if (failureOf(answer) !== null || !parsed.success) return unreadable(answer, false);
    return [...ended, this.#parts.entry.options?.stateSolved].includes(parsed.data.state);
  }

  async create(effect: DeskEffect, mayBeThere: boolean): Promise<DeskWriting> {
    const found = mayBeThere ? await this.#findMade(effect) : null;
    if (found !== null) return found;
    const mail = requesterMail(this.#parts.entry, effect);
    const { options, user } = this.#parts.entry;
    const body = {
      title: effect.title,
      group: options?.group ?? 'Users',
      ...(mail === null ? { customer: options?.customer ?? user } : { customer_id: `guess:${mail}` }),
      ...(effect.tag === null ? {} : { tags: effect.tag }),
      ...this.#stateOf(effect.status),
      ...this.#parts.entry.createdWith,
      ...Object.fromEntries(requesterFields(this.#parts.entry, effect)),
      article: articleOf(markedNote(effect) || noteMark(effect), true),
    };
    const answer = await this.#send({ method: 'POST', path: '/api/v1/tickets', body });
    const failed = failureOf(answer);
    if (failed !== null) return failed;
    const made = foundSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
    if (!made.success) return unreadable(answer, true);
    this.#ids.keep(made.data.number, String(made.data.id));
    return written(made.data.number);
  }

  /** The search splits words, so a result counts only if it really contains our mark. */
  async #findMade(effect: DeskEffect): Promise<DeskWriting | null> {
    // A leading dash would negate the search.
    const id = await this.#search(effect.id.replace(/^-+/, ''), () => true);
    if (id === null || typeof id !== 'string') return id;
    const there = await this.#articles(id);
    if (typeof there !== 'string') return there;
    if (!there.includes(noteMark(effect))) return null;
    const answer = await this.#send({ method: 'GET', path: `/api/v1/tickets/${id}` });
    const parsed = foundSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
    return parsed.success ? written(parsed.data.number) : unreadable(answer, true);
  }

  /** The id of a ticket, null if there is none, or why that is unknown. */
  async #search(
    words: string,
    isMeant: (found: { readonly id: number; readonly number: string }) => boolean,
  ): Promise<string | null | DeskWriting> {
    const path = `/api/v1/tickets/search?limit=10&query=${encodeURIComponent(words)}`;
    const answer = await this.#send({ method: 'GET', path });
    const parsed = searchSchema.safeParse(answer.kind === 'answered' ? answer.json : null);
    if (failureOf(answer) !== null || !parsed.success) return unreadable(answer, false);
    const found = parsed.data.find(isMeant);
    if (found === undefined) return null;
    this.#ids.keep(found.number, String(found.id));
    return String(found.id);
  }

  async #articles(id: string): Promise<string | DeskWriting> {
    const answer = await this.#send({ method: 'GET', path: `/api/v1/ticket_articles/by_ticket/${id}` });
    if (answer.kind === 'answered' && failureOf(answer) === null) return answer.text;
    return unreadable(answer, true);
  }

  /** An earlier tag of ours goes; those of the desk stay. */
  async #setTag(id: string, item: string, isBegun: boolean): Promise<DeskWriting | null> {
    const of = { object: 'Ticket', o_id: Number(id) };
    const seen = await this.#send({ method: 'GET', path: `/api/v1/tags?object=Ticket&o_id=${id}` });
    const parsed = tagsSchema.safeParse(seen.kind === 'answered' ? seen.json : null);
    if (failureOf(seen) !== null || !parsed.success) return unreadable(seen, isBegun);
    for (const old of parsed.data.tags.filter((tag) => isDeskTag(tag) && tag !== item)) {
      const body = { item: old, ...of };
      const failed = failureOf(await this.#send({ method: 'DELETE', path: '/api/v1/tags/remove', body }), isBegun);
      if (failed !== null) return failed;
    }
    const body = { item, ...of };
    return failureOf(await this.#send({ method: 'POST', path: '/api/v1/tags/add', body }), isBegun);
  }

  /** A pending ticket in Zammad requires a reminder time. */
  #stateOf(status: DeskStatus | null): DeskFields {
    if (status === null) return {};
    if (status === 'open') return { state: this.#parts.entry.options?.stateOpen ?? 'open' };
    const { options, solvedWith } = this.#parts.entry;
    if (status === 'solved') return { state: options?.stateSolved ?? 'closed', ...solvedWith };
    return {
      state: this.#parts.entry.options?.statePending ?? 'pending reminder',
      pending_time: new Date(this.#parts.clock.now() + remindAfterMs).toISOString(),
    };
  }
}

function articleOf(body: string, internal: boolean): object {
  return { body, type: 'note', internal, content_type: 'text/plain' };
}
