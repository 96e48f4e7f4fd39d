import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Journal } from '../../ports/journal.ts';

/** Traces and metrics, made from the events of the journal and nothing else. */
export interface Telemetry {
  /** A journal that also measures. Events of a turn belong to the turn's trace. */
  watch(journal: Journal): Journal;
  /** Runs one turn as one trace. */
  inTurn<T>(run: () => Promise<T>): Promise<T>;
  /** Sends what is left, within 3 seconds. */
  stop(): Promise<void>;
}

/** One place that traces and metrics go to. */
export interface Exporters {
  readonly spans: SpanExporter;
  readonly metrics: PushMetricExporter;
}
