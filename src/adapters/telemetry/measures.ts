import type { Attributes, Counter, Histogram, Meter } from '@opentelemetry/api';
import type { JournalEvent } from '../../ports/journal.ts';
import { type Measure, type MetricName, metrics, type Telling, tellings } from './tellings.ts';

/** Counts and durations. Labels come from our own closed lists, never from a person. */
export interface Measures {
  note(event: JournalEvent): void;
}

const bucketsMs = [10, 25, 50, 100, 250, 500, 1_000, 2_000, 4_000, 8_000, 15_000];

export function createMeasures(meter: Meter): Measures {
  const instruments = new Map<MetricName, Instrument>();
  for (const name of Object.keys(metrics) as MetricName[]) instruments.set(name, createInstrument(meter, name));
  const events = meter.createCounter('onetenant.events', { description: 'Every event of the journal, by name.' });
  return {
    note(event) {
      events.add(1, { event: event.event });
      const { measures = [] }: Telling = tellings[event.event];
      for (const measure of measures) add(instruments.get(measure.metric), measure, { ...event });
    },
  };
}

type Instrument =
  | { readonly kind: 'counter'; readonly of: Counter }
  | { readonly kind: 'histogram'; readonly of: Histogram };

function createInstrument(meter: Meter, name: MetricName): Instrument {
  const { about: description, ...rest } = metrics[name];
  if (!('unit' in rest)) return { kind: 'counter', of: meter.createCounter(name, { description }) };
  const advice = { explicitBucketBoundaries: bucketsMs };
  return { kind: 'histogram', of: meter.createHistogram(name, { description, unit: rest.unit, advice }) };
}

function add(instrument: Instrument | undefined, measure: Measure, fields: Fields): void {
  const labels: Attributes = { ...measure.with, ...attributesFrom(fields, measure.by ?? []) };
  const value = measure.value === undefined ? 1 : Number(fields[measure.value]);
  if (instrument?.kind === 'counter') instrument.of.add(value, labels);
  if (instrument?.kind === 'histogram') instrument.of.record(value, labels);
}

type Fields = Readonly<Record<string, unknown>>;

function attributesFrom(fields: Fields, names: readonly string[]): Attributes {
  return Object.fromEntries(names.map((name) => [name, attributeOf(fields[name])]));
}

/** The value of a field, as a label or an attribute has it. What is not known, such as the status of a lost call, is 0. */
export function attributeOf(value: unknown): string | number {
  return typeof value === 'number' || typeof value === 'string' ? value : 0;
}
