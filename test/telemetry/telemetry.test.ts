import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { localCertificates } from '../../sandbox/core/certificates.ts';
import { openTelemetry } from '../../src/adapters/telemetry/telemetry.ts';
import { version } from '../../src/config/version.ts';
import type { JournalEvent } from '../../src/ports/journal.ts';
import { nobodysOrigin } from '../doctor/a-patient.ts';
import { openCollector } from './collector.ts';

const silent = { note: () => undefined };
const told: JournalEvent = { event: 'verdict.told', scenario: 'join', outcome: 'blocked' };

describe('without a place to send to', () => {
  beforeEach(() => {
    jest.resetModules();
    jest.doMock('../../src/adapters/telemetry/tracing.ts', () => {
      throw new Error('the libraries were loaded');
    });
  });

  afterEach(() => {
    jest.dontMock('../../src/adapters/telemetry/tracing.ts');
    jest.resetModules();
  });

  test('nothing is loaded and the journal is the journal itself', async () => {
    const telemetry = await openTelemetry({});

    expect(telemetry.watch(silent)).toBe(silent);
    expect(await telemetry.inTurn?.(async () => undefined)).toBeUndefined();
    await telemetry.stop();
  });

  test('the libraries are what a place to send to would load', async () => {
    await expect(openTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:1' })).rejects.toThrow(
      'the libraries were loaded',
    );
  });
});

test('events outside a turn are counted, and make no trace', async () => {
  const collector = await openCollector();
  const telemetry = await openTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin });

  telemetry.watch(silent).note(told);
  await telemetry.stop();
  collector.close();

  const verdicts = collector.metrics().find(({ name }) => name === 'onetenant.verdicts');
  expect(verdicts?.points.map(({ attributes }) => attributes)).toEqual([{ scenario: 'join', outcome: 'blocked' }]);
  expect(collector.spans()).toEqual([]);
});

test('each event is counted as its line says, and traced on the turn or as an event of it', async () => {
  const collector = await openCollector();
  const telemetry = await openTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin });
  const journal = telemetry.watch(silent);

  await telemetry.inTurn?.(async () => {
    journal.note({ event: 'turn.conflict', attempt: 1 });
    journal.note({ event: 'send.failed', status: null, code: 'CHANNEL_FAULT' });
    journal.note({ event: 'question.asked', outcome: 'none', found: 'q12' });
    journal.note({ event: 'turn.failed', reference: 'REF12345', code: 'UNEXPECTED', error: 'Error' });
  });
  await telemetry.stop();
  collector.close();

  const counted = new Map(
    collector.metrics().map(({ name, points }) => [name, points.map(({ attributes }) => attributes)]),
  );
  expect(counted.get('onetenant.replays')).toEqual([{}]);
  expect(counted.get('onetenant.send.failures')).toEqual([{ status: 0, code: 'CHANNEL_FAULT' }]);
  expect(counted.get('onetenant.questions')).toEqual([{ outcome: 'none' }]);
  expect(counted.get('onetenant.turns')).toEqual([{ outcome: 'failed', code: 'UNEXPECTED' }]);
  expect(collector.spans()).toMatchObject([
    {
      attributes: { 'onetenant.reference': 'REF12345', 'error.type': 'UNEXPECTED', 'onetenant.error': 'Error' },
      status: { code: 2 },
    },
  ]);
});

test('a turn that is rejected is told with the kind of error, and never with its words', async () => {
  const collector = await openCollector();
  const telemetry = await openTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin });

  const turn = telemetry.inTurn?.(() => Promise.reject(new RangeError('purple-elephant')));
  await expect(turn).rejects.toThrow('purple-elephant');
  await telemetry.stop();
  collector.close();

  expect(collector.spans()).toMatchObject([{ name: 'turn', attributes: { 'error.type': 'RangeError' } }]);
  expect(collector.raw()).toContain(JSON.stringify({ key: 'service.version', value: { stringValue: version } }));
  expect(collector.raw()).not.toContain('purple-elephant');
});

test('turns that run at the same time keep their calls apart', async () => {
  const collector = await openCollector();
  const telemetry = await openTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin });
  const journal = telemetry.watch(silent);
  const gate = Promise.withResolvers<void>();
  const turn = (service: string) =>
    telemetry.inTurn?.(async () => {
      await gate.promise;
      journal.note({ event: 'upstream.called', service, outcome: '2xx', tookMs: 5 });
      journal.note({ event: 'turn.done', channel: 'webchat', kind: 'message', dialog: service, tookMs: 9, replays: 0 });
    });

  const both = [turn('graph'), turn('arm')];
  gate.resolve();
  await Promise.all(both);
  await telemetry.stop();
  collector.close();

  const pairs = collector
    .spans()
    .filter(({ name }) => name !== 'turn')
    .map((call) => [call.name, collector.spans().find(({ spanId }) => spanId === call.parentSpanId)?.attributes]);
  expect(pairs).toEqual([
    ['graph', expect.objectContaining({ 'onetenant.dialog': 'graph' })],
    ['arm', expect.objectContaining({ 'onetenant.dialog': 'arm' })],
  ]);
});

test('a collector that is away keeps nothing from ending', async () => {
  const telemetry = await openTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: await nobodysOrigin() });

  telemetry.watch(silent).note(told);
  await telemetry.inTurn?.(async () => undefined);

  await expect(telemetry.stop()).resolves.toBeUndefined();
});

test('Application Insights gets the same, with the reference to search for', async () => {
  const { caPem, certificatePem: cert, keyPem: key } = await localCertificates();
  const folder = await mkdtemp(join(tmpdir(), 'onetenant-insights-'));
  const authority = join(folder, 'authority.pem');
  await writeFile(authority, caPem);
  const insights = await openCollector({ cert, key });
  const connection = `InstrumentationKey=11111111-2222-3333-4444-555555555555;IngestionEndpoint=${insights.origin}/;LiveEndpoint=${insights.origin}/`;

  await promisify(execFile)(process.execPath, ['test/telemetry/one-failed-turn.ts', connection], {
    env: { NODE_EXTRA_CA_CERTS: authority, APPLICATIONINSIGHTS_STATSBEAT_DISABLED: 'true' },
  });
  insights.close();
  await rm(folder, { recursive: true });

  expect(insights.raw()).toContain('"onetenant.reference":"REF12345"');
  expect(insights.raw()).toContain('RemoteDependencyData');
});
