import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cleanQuestion, type Naming } from '../../domain/clean-question.ts';
import type { Clock } from '../../ports/clock.ts';
import { keysUnder, partOf, readAs, removeAll, removePast } from '../../ports/document-keys.ts';
import { type DocumentStore, StoreFault } from '../../ports/document-store.ts';
import {
  badOutcomes,
  type EndedQuestion,
  type KeptQuestion,
  type QuestionCount,
  type QuestionLog,
  type QuestionRecords,
  questionOutcomes,
} from '../../ports/question-log.ts';
import type { RetentionOwner } from '../../ports/retention.ts';
import { machineStopwatch, type Stopwatch } from '../../ports/stopwatch.ts';

/** Days for which the wording of a question is kept. */
export const keepTextDays = 30;
/** Days for which counts are kept. They tell of nobody. */
export const keepCountDays = 90;

const countPrefix = 'question-count/';
const textPrefix = 'question-text/';
const dayMs = 86_400_000;
/** How long counts are collected before they are written, in milliseconds. A process that is killed loses those. */
const collectMs = 2_000;
const triesAtMost = 5;
/** The most texts that a page of them shows; the newest. */
const textsMax = 2_000;

const countsSchema = z.record(z.string(), z.number());
const textSchema = z.object({
  outcome: z.enum(questionOutcomes),
  found: z.string().nullable(),
  locale: z.string(),
  text: z.string(),
});

export interface QuestionLogOptions {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keeps: 'counts' | 'text';
  /** Words of the questions and answers, lower case and without accents. */
  readonly vocabulary: () => ReadonlySet<string>;
  readonly naming: Naming;
  /** By default the stopwatch of this machine. */
  readonly stopwatch?: Stopwatch;
}

/** Counts in one document per day; texts in one each. Nothing in them tells who asked. */
export class StoredQuestions implements QuestionLog, QuestionRecords {
  readonly #options: QuestionLogOptions;
  #collected = new Map<string, Map<string, number>>();
  #stopCollecting: (() => void) | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: QuestionLogOptions) {
    this.#options = options;
  }

  get keepsTexts(): boolean {
    return this.#options.keeps === 'text';
  }

  async note(question: EndedQuestion): Promise<void> {
    const day = dayOf(this.#options.clock.now());
    this.#count(day, `${question.outcome}|${question.found ?? ''}`, 1);
    const { stopwatch = machineStopwatch } = this.#options;
    this.#stopCollecting ??= stopwatch.every(collectMs, () => void this.flush());
    if (this.keepsTexts && badOutcomes.includes(question.outcome)) await this.#keep(day, question);
  }

  /** Writes what was counted so far. Never rejects; what could not be written is tried again with the next. */
  flush(): Promise<void> {
    this.#stopCollecting?.();
    this.#stopCollecting = null;
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  async counts(): Promise<readonly QuestionCount[]> {
    await this.flush();
    const all: QuestionCount[] = [];
    for await (const key of keysUnder(this.#options.store, countPrefix)) {
      const counts = (await readAs(this.#options.store, key, countsSchema)) ?? {};
      for (const [name, count] of Object.entries(counts)) {
        const [outcome = '', found = ''] = name.split('|');
        const known = questionOutcomes.find((one) => one === outcome);
        if (known !== undefined) all.push({ day: partOf(key, 1), outcome: known, found: found || null, count });
      }
    }
    return all;
  }

  async texts(): Promise<readonly KeptQuestion[]> {
    const keys: string[] = [];
    for await (const key of keysUnder(this.#options.store, textPrefix)) keys.push(key);
    const texts: KeptQuestion[] = [];
    for (const key of keys.toReversed().slice(0, textsMax)) {
      const kept = await readAs(this.#options.store, key, textSchema);
      if (kept !== null) texts.push({ day: partOf(key, 1), ...kept });
    }
    return texts;
  }

  async #keep(day: string, question: EndedQuestion): Promise<void> {
    const { vocabulary, naming, store } = this.#options;
    const { outcome, found, locale, conversation, activityId } = question;
    const words = vocabulary();
    const text = cleanQuestion(question.asked, {
      names: question.names,
      naming,
      knows: (word) => words.has(word),
    });
    if (!/\p{L}{2}/u.test(text)) return;
    try {
      await store.write(textKey(day, activityId, conversation), { outcome, found, locale, text }, null);
    } catch (fault) {
      if (!(fault instanceof StoreFault)) throw fault;
    }
  }

  #count(day: string, name: string, times: number): void {
    const counts = this.#collected.get(day) ?? new Map<string, number>();
    counts.set(name, (counts.get(name) ?? 0) + times);
    this.#collected.set(day, counts);
  }

  async #writeAll(): Promise<void> {
    const collected = this.#collected;
    this.#collected = new Map();
    for (const [day, counts] of collected) {
      if (await this.#write(day, counts)) continue;
      for (const [name, times] of counts) this.#count(day, name, times);
    }
  }

  async #write(day: string, counts: ReadonlyMap<string, number>): Promise<boolean> {
    const { store } = this.#options;
    try {
      for (let tries = 0; tries < triesAtMost; tries += 1) {
        const stored = await store.read(countPrefix + day);
        const sum = { ...countsSchema.safeParse(stored?.value).data };
        for (const [name, times] of counts) sum[name] = (sum[name] ?? 0) + times;
        const written = await store.write(countPrefix + day, sum, stored?.etag ?? null);
        if (written.kind === 'written') return true;
      }
      return false;
    } catch (fault) {
      if (fault instanceof StoreFault) return false;
      throw fault;
    }
  }
}

/** Texts go after 30 days, counts after 90. A text knows its conversation only by a digest that no other text shares. */
export function questionRetention(store: DocumentStore): RetentionOwner {
  async function* keysOf(conversation: string): AsyncGenerator<string> {
    for await (const key of keysUnder(store, textPrefix)) {
      const [id = '', digest] = partOf(key, 2).split('.');
      if (digest === digestOf(id, conversation)) yield key;
    }
  }
  return {
    prefixes: [countPrefix, textPrefix],
    async sweep(now) {
      const before = (days: number) => (key: string) => partOf(key, 1) < dayOf(now - days * dayMs);
      const texts = await removePast(store, textPrefix, before(keepTextDays));
      return texts + (await removePast(store, countPrefix, before(keepCountDays)));
    },
    forget: (conversation) => removeAll(store, keysOf(conversation)),
    keysOf,
  };
}

function textKey(day: string, activityId: string, conversation: string): string {
  const id = digestOf('text', activityId);
  return `${textPrefix}${day}/${id}.${digestOf(id, conversation)}`;
}

function digestOf(salt: string, text: string): string {
  return createHash('sha256').update(`${salt}/${text}`).digest('base64url').slice(0, 22);
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
