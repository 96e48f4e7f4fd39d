import { ManagedIdentityCredential } from '@azure/identity';
import { AzureMonitorMetricExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import type { Exporters } from './telemetry-shape.ts';

/** Exports to Application Insights. With a managed identity no key is needed: the resource may have local authentication turned off. */
export function azureExporters(connectionString: string, managedIdentityId: string | undefined): Exporters {
  const options = {
    connectionString,
    // The image has a read-only file system; what cannot be sent in time is dropped.
    disableOfflineStorage: true,
    ...(managedIdentityId === undefined
      ? {}
      : { credential: new ManagedIdentityCredential({ clientId: managedIdentityId }) }),
  };
  return { spans: new AzureMonitorTraceExporter(options), metrics: new AzureMonitorMetricExporter(options) };
}
