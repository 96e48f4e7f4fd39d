import { createLogJournal } from '../../src/adapters/telemetry/log-journal.ts';
import { redact } from '../../src/adapters/telemetry/redact.ts';
import { redactConsole } from '../../src/adapters/telemetry/redacted-console.ts';
import { growthOf, inProportion } from '../builders/growth.ts';

/** Lines as they would be written, and a clock that the test moves. */
function aLog() {
  const lines: string[] = [];
  let now = 1_000;
  const journal = createLogJournal('info', {
    destination: { write: (line: string) => void lines.push(line) },
    now: () => now,
  });
  return { lines, journal, passSecond: () => (now += 1_000) };
}

const token = `eyJhbGciOiJSUzI1NiJ9.${'QUJD'.repeat(30)}.c2lnbmF0dXJl`;

test.each([
  ['a token', `sent ${token} away`, 'sent [token] away'],
  ['half a token', `sent ${token.slice(0, 90)}`, 'sent [token]'],
  ['a header', 'Authorization: Bearer abc.DEF-123_~+/=', 'Authorization: [authorization]'],
  [
    'a key of a storage account',
    'DefaultEndpointsProtocol=https;AccountKey=abc123==;x=1',
    'DefaultEndpointsProtocol=https;AccountKey=[secret];x=1',
  ],
  ['a client secret in a form', 'client_secret=Ab~8Q&grant_type=x', 'client_secret=[secret]&grant_type=x'],
  ['a token in JSON', '{"access_token":"abc","expires":1}', '{"access_token":"[secret]","expires":1}'],
  ['a webhook secret', 'key whsec_MfKQ9r8GKYqrTwjU', 'key [secret]'],
  ['a mail address', 'for ann.o-brien+x@mail.contoso.com.', 'for [mail].'],
  ['a code', 'your code is 123456', 'your code is [code]'],
  ['a number that is no code', 'took 123456 ms', 'took 123456 ms'],
  ['an id', 'user 11111111-2222-3333-4444-555555555555', 'user [id]'],
  ['a query', 'GET https://x.example/a?sv=2&sig=abc failed', 'GET https://x.example/a?[query] failed'],
  ['a line that pretends to be another', 'x\n{"level":"fatal"}\u2028y\u001b[31m', 'x {"level":"fatal"} y [31m'],
])('%s is written so that it is fit for a log', (_what, said, written) => {
  expect(redact(said)).toBe(written);
});

test.each(['a', 'a@', 'eyJ', 'code', 'https://'])('a long text of %s is cut, in proportion to its length', (unit) => {
  const long = (length: number): string => unit.repeat(length / unit.length);

  expect(redact(long(1_000_000)).length).toBeLessThanOrEqual(1_000);
  expect(growthOf((length) => redact(long(length)), 125_000)).toBeLessThan(inProportion);
});

test('what a library says on the console becomes one redacted line', () => {
  const { lines, journal } = aLog();
  const speaker = { debug: stay, log: stay, info: stay, warn: stay, error: stay, trace: stay };
  redactConsole(speaker, journal);

  speaker.error(
    'onTurnError',
    Object.assign(new Error(`no: Bearer ${token}`), { request: { headers: { authorization: token } } }),
    { token },
  );

  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    event: 'library.said',
    level: 'error',
    text: "onTurnError Error: no: [authorization] { token: '[token]' }",
  });
});

function stay(..._said: unknown[]): void {
  throw new Error('the real console was used');
}

test('ten thousand refusals are ten lines and a count, and nothing else is left out', () => {
  const { lines, journal, passSecond } = aLog();

  for (let count = 0; count < 10_000; count += 1) journal.note({ event: 'door.denied', reason: 'signature' });
  for (let count = 0; count < 100; count += 1) journal.note({ event: 'turn.duplicate' });
  passSecond();
  journal.note({ event: 'door.denied', reason: 'claims' });

  const events = lines.map((line) => JSON.parse(line) as { event: string; of?: string; count?: number });
  expect(events.filter(({ event }) => event === 'door.denied')).toHaveLength(11);
  expect(events.filter(({ event }) => event === 'turn.duplicate')).toHaveLength(100);
  expect(events).toContainEqual(expect.objectContaining({ event: 'log.left-out', of: 'door.denied', count: 9_990 }));
});
