import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Journal } from '../../ports/journal.ts';

/** Runs one turn as one trace. */
export type TraceTurn = (run: () => Promise<void>) => Promise<void>;

/** Traces and metrics, built only from journal events. */
export interface Telemetry {
  /** A journal that also measures. Events of a turn belong to that turn's trace. */
  watch(journal: Journal): Journal;
  /** Undefined where nothing is traced. */
  readonly inTurn: TraceTurn | undefined;
  /** Sends what is left, within 3 seconds. */
  stop(): Promise<void>;
}

/** One destination for traces and metrics. */
export interface Exporters {
  readonly spans: SpanExporter;
  readonly metrics: PushMetricExporter;
}
