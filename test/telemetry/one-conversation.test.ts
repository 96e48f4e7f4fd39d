import { DatabaseSync } from 'node:sqlite';
import { type Stage, setStage } from '../conversations/stage.ts';
import { type Collector, openCollector, type ReceivedSpan } from './collector.ts';

/** What a collector hears of one conversation, over real HTTP. */

const marker = 'purple-elephant-4711';

let collector: Collector;
let stage: Stage;
let reference: string;
let transcript: string;

beforeAll(async () => {
  collector = await openCollector();
  stage = await setStage({ settings: { OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.origin}/` } });
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await chat.types(`what is a ${marker}`);
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.signsIn();
  damageRequest('AAAAAAAAAAAAAAAAAAAAAAAA');
  await chat.types('request AAAAAAAAAAAAAAAAAAAAAAAA');
  reference = /\b[A-Z0-9]{8}\b/.exec(chat.words().replaceAll('OneTenant', ''))?.[0] ?? '';
  transcript = chat.words();
  await stage.stop();
});

afterAll(() => collector.close());

/** A document that no release wrote, which the bot cannot foresee. */
function damageRequest(id: string): void {
  const database = new DatabaseSync(stage.settings.DATA_FILE);
  database
    .prepare('INSERT INTO documents (key, value, etag) VALUES (?, ?, ?)')
    .run(`admin-request/${id}`, '{}', 'damaged');
  database.close();
}

const turns = (): readonly ReceivedSpan[] => collector.spans().filter(({ name }) => name === 'turn');
const childrenOf = ({ spanId, traceId }: ReceivedSpan): readonly ReceivedSpan[] =>
  collector.spans().filter((span) => span.parentSpanId === spanId && span.traceId === traceId);

test('every turn is a trace of its own', () => {
  expect(turns().length).toBeGreaterThanOrEqual(5);
  expect(new Set(turns().map(({ traceId }) => traceId)).size).toBe(turns().length);
  expect(turns().filter(({ parentSpanId }) => (parentSpanId ?? '') !== '')).toEqual([]);
});

test('every call belongs to the turn that made it', () => {
  const calls = collector.spans().filter(({ name }) => name !== 'turn');

  expect(turns().flatMap((turn) => childrenOf(turn)).length).toBe(calls.length);
});

test('the check is one turn with its calls to the store, the sign-in, Graph, Azure and the channel', () => {
  const check = turns().find((turn) => turn.attributes['onetenant.verdict'] !== undefined);

  expect(check?.attributes).toMatchObject({ 'onetenant.scenario': 'add-azure', 'onetenant.verdict': 'ready' });
  const services = check === undefined ? [] : childrenOf(check).map(({ name }) => name);
  expect([...new Set(services)].sort()).toEqual(['arm', 'connector', 'graph', 'login', 'storage', 'token-service']);
});

test('the reference that the person was shown finds the trace', () => {
  const found = turns().filter((turn) => turn.attributes['onetenant.reference'] === reference);

  expect(transcript).toContain(reference);
  expect(reference).toHaveLength(8);
  expect(found).toHaveLength(1);
  expect(found[0]?.status.code).toBe(2);
  expect(found.flatMap((turn) => childrenOf(turn)).map(({ attributes }) => attributes['onetenant.outcome'])).toContain(
    '2xx',
  );
});

test('turns, calls, verdicts and failures are counted', () => {
  const names = new Set(collector.metrics().map(({ name }) => name));

  expect([...names]).toEqual(
    expect.arrayContaining([
      'onetenant.turns',
      'onetenant.turn.duration',
      'onetenant.upstream.calls',
      'onetenant.upstream.duration',
      'onetenant.verdicts',
      'onetenant.events',
    ]),
  );
});

test('no label tells people apart', () => {
  const labels = new Set(
    collector.metrics().flatMap(({ points }) => points.flatMap(({ attributes }) => Object.keys(attributes))),
  );

  expect([...labels].filter((label) => !allowedLabels.includes(label))).toEqual([]);
});

test('nothing that somebody typed, is called or holds reaches the collector', () => {
  const person = stage.sandbox.core.people.get('global-admin-m365');

  const sent = collector.raw();

  expect(sent.length).toBeGreaterThan(1_000);
  for (const private_ of [
    marker,
    person?.displayName,
    person?.userPrincipalName,
    person?.objectId,
    person?.homeTenantId,
    'dl_',
    'eyJ',
    'Bearer',
  ])
    expect(sent).not.toContain(private_);
});

const allowedLabels = ['channel', 'outcome', 'code', 'service', 'status', 'scenario', 'kind', 'event'];
