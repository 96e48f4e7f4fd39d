import type { Telemetry } from './telemetry-shape.ts';

/** The settings that say where traces and metrics go. */
export interface TelemetrySettings {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly APPLICATIONINSIGHTS_CONNECTION_STRING?: string | undefined;
  readonly MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}

const nothing: Telemetry = {
  watch: (journal) => journal,
  inTurn: undefined,
  stop: () => Promise.resolve(),
};

/** If no destination is set, nothing is measured and none of the libraries is loaded. */
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
