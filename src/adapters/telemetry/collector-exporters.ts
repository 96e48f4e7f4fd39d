import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { Exporters } from './telemetry-shape.ts';

/** How long an export is retried; no longer than the bot waits for its last export. */
const timeoutMillis = 2_500;

/** Exports to any collector that accepts OTLP over HTTP. The libraries read further `OTEL_EXPORTER_OTLP_…` variables, such as headers. */
export function collectorExporters(endpoint: string): Exporters {
  const base = endpoint.replace(/\/+$/, '');
  return {
    spans: new OTLPTraceExporter({ url: `${base}/v1/traces`, timeoutMillis }),
    metrics: new OTLPMetricExporter({ url: `${base}/v1/metrics`, timeoutMillis }),
  };
}
