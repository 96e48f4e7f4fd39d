import type { Journal } from '../../ports/journal.ts';

/** The settings that say where traces and metrics go. */
export interface TelemetrySettings {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly APPLICATIONINSIGHTS_CONNECTION_STRING?: string | undefined;
  readonly MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}

/** Traces and metrics, made from the events of the journal and nothing else. */
export interface Telemetry {
  /** A journal that also measures. Events of a turn belong to the turn's trace. */
  watch(journal: Journal): Journal;
  /** Runs one turn as one trace. */
  inTurn<T>(run: () => Promise<T>): Promise<T>;
  /** Sends what is left, within 3 seconds. */
  stop(): Promise<void>;
}

const nothing: Telemetry = {
  watch: (journal) => journal,
  inTurn: (run) => run(),
  stop: () => Promise.resolve(),
};

/** Where neither place is set, nothing is measured and none of the libraries is loaded. */
export async function openTelemetry(settings: TelemetrySettings): Promise<Telemetry> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: collector, APPLICATIONINSIGHTS_CONNECTION_STRING: insights } = settings;
  if (collector === undefined && insights === undefined) return nothing;
  const { createTracing } = await import('./tracing.ts');
  const { collectorExporters } = await import('./collector-exporters.ts');
  const toCollector = collector === undefined ? [] : [collectorExporters(collector)];
  if (insights === undefined) return createTracing(toCollector);
  const { azureExporters } = await import('./azure-exporters.ts');
  return createTracing([...toCollector, azureExporters(insights, settings.MANAGED_IDENTITY_CLIENT_ID)]);
}
