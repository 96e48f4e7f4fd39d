import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Journal } from '../../ports/journal.ts';

/** Traces and metrics, built only from journal events. */
export interface Telemetry {
  /** A journal that also measures. Events of a turn belong to that turn's trace. */
  watch(journal: Journal): Journal;
  /** Runs one turn as one trace. */
  inTurn<T>(run: () => Promise<T>): Promise<T>;
  /** Sends what is left, within 3 seconds. */
  stop(): Promise<void>;
}

/** One destination for traces and metrics. */
export interface Exporters {
  readonly spans: SpanExporter;
  readonly metrics: PushMetricExporter;
}
