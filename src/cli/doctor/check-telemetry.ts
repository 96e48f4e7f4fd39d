import { broken, type Diagnosis, type Examination, ok, skipped } from './check.ts';
import { askWeb, silence } from './web-answer.ts';

const why = 'There are no traces and metrics; the bot itself keeps working.';

export const checkTelemetry: Examination = {
  id: 'telemetry',
  title: 'Traces and metrics',
  async run({ settings }) {
    const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, APPLICATIONINSIGHTS_CONNECTION_STRING: connection } = settings;
    if (endpoint !== undefined) return askCollector(endpoint);
    if (connection !== undefined) return askAzureMonitor(connection);
    return skipped({
      what: 'nothing is exported',
      why: 'Neither OTEL_EXPORTER_OTLP_ENDPOINT nor APPLICATIONINSIGHTS_CONNECTION_STRING is set.',
      fix: 'Set one of them; docs/operations.md says which.',
    });
  },
};

/** Every collector accepts an export without spans, and it leaves no trace. */
async function askCollector(endpoint: string): Promise<Diagnosis> {
  const answer = await askWeb(`${endpoint.replace(/\/+$/, '')}/v1/traces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"resourceSpans":[]}',
  });
  if (answer.kind === 'answered' && answer.status < 300) return ok('the collector accepts traces');
  const fix = 'Set OTEL_EXPORTER_OTLP_ENDPOINT to the OTLP/HTTP origin of the collector, usually port 4318.';
  const found =
    answer.kind === 'answered'
      ? { what: `answered ${answer.status}`, fix }
      : silence(answer, 'OTEL_EXPORTER_OTLP_ENDPOINT', fix);
  return broken({ what: `the collector ${found.what}`, why, fix: found.fix });
}

async function askAzureMonitor(connection: string): Promise<Diagnosis> {
  const ingestion = /(?:^|;)IngestionEndpoint=(https:\/\/[^;/]+)/i.exec(connection)?.[1];
  const fix = 'Copy the connection string from the overview page of the Application Insights resource.';
  if (ingestion === undefined) return broken({ what: 'the connection string names no ingestion endpoint', why, fix });
  const answer = await askWeb(ingestion);
  if (answer.kind === 'answered') return ok('Azure Monitor is reachable');
  const found = silence(answer, 'APPLICATIONINSIGHTS_CONNECTION_STRING', fix);
  return broken({ what: `Azure Monitor ${found.what}`, why, fix: found.fix });
}
