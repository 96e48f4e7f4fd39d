import { randomUUID } from 'node:crypto';
import { ownedStore } from '../adapters/storage/document-rules.ts';
import { openDocumentStore } from '../adapters/storage/open-document-store.ts';
import { createRetention } from '../adapters/storage/retention.ts';
import { StoreHealth } from '../adapters/storage/store-health.ts';
import { watchedStore } from '../adapters/storage/watched-store.ts';
import { callsTo, createLogJournal, type ObservedCall } from '../adapters/telemetry/log-journal.ts';
import { openTelemetry } from '../adapters/telemetry/telemetry.ts';
import type { Telemetry } from '../adapters/telemetry/telemetry-shape.ts';
import type { Settings } from '../config/settings.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentStore } from '../ports/document-store.ts';
import type { Journal } from '../ports/journal.ts';
import type { Retention } from '../ports/retention.ts';
import { machineStopwatch, type Stopwatch } from '../ports/stopwatch.ts';
import { retentionOwners } from './retention.ts';

/** What every other part is built on. */
export interface Foundation {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly stopwatch: Stopwatch;
  readonly chance: Chance;
  readonly telemetry: Telemetry;
  readonly journal: Journal;
  readonly observe: (call: ObservedCall) => void;
  readonly store: DocumentStore;
  readonly storeHealth: StoreHealth;
  readonly retention: Retention;
}

/** What nobody can foresee. */
export interface Chance {
  /** A UUID, which nobody can guess. */
  randomId(): string;
  /** From 0 to 1. */
  share(): number;
}

const systemClock: Clock = { now: () => Date.now() };
const systemChance: Chance = { randomId: () => randomUUID(), share: () => Math.random() };

/** Opens log, telemetry and store. Rejects with `STORE_UNAVAILABLE` if the store cannot be opened. */
export async function openFoundation(
  settings: Settings,
  {
    clock = systemClock,
    stopwatch = machineStopwatch,
  }: { readonly clock?: Clock; readonly stopwatch?: Stopwatch } = {},
): Promise<Foundation> {
  const telemetry = await openTelemetry(settings);
  const journal = telemetry.watch(createLogJournal(settings.LOG_LEVEL));
  const observe = callsTo(journal);
  const raw = openDocumentStore(settings);
  const storeHealth = new StoreHealth({ store: raw, journal });
  const opened = watchedStore(raw, observe, (fault) => storeHealth.hear(fault));
  const owners = retentionOwners({ store: opened, clock, keepIdleDays: settings.KEEP_IDLE_DAYS });
  const retention = createRetention({ store: opened, clock, owners });
  const store = ownedStore(opened, owners);
  const chance = systemChance;
  return { settings, clock, stopwatch, chance, telemetry, journal, observe, store, storeHealth, retention };
}
