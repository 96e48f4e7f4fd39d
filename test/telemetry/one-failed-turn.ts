import { openTelemetry } from '../../src/adapters/telemetry/telemetry.ts';

// A program of its own: jest cannot load the packages of Azure Monitor. Its argument is the connection string.
const telemetry = await openTelemetry({ APPLICATIONINSIGHTS_CONNECTION_STRING: process.argv[2] });
const journal = telemetry.watch({ note: () => undefined });
await telemetry.inTurn?.(async () => {
  journal.note({ event: 'upstream.called', service: 'graph', outcome: '5xx', tookMs: 5 });
  journal.note({ event: 'turn.failed', reference: 'REF12345', code: 'UNEXPECTED', error: 'TypeError' });
});
await telemetry.stop();
process.exit(0);
