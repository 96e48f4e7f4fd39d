import { reasonIn } from '../../src/adapters/bot-framework/http-call.ts';
import { decideSendFate, type SendTrial } from '../../src/bot/turn/send-again.ts';

test.each([
  ['{"error":{"code":"BotNotInConversationRoster","message":"x"}}', 'BotNotInConversationRoster'],
  [
    JSON.stringify({ errorCode: 209, message: JSON.stringify({ subCode: 'MessageWritesBlocked' }) }),
    'MessageWritesBlocked',
  ],
  ['{"error":{"code":"somebody@contoso.com"}}', null],
  ['<html>no</html>', null],
])('the name of a fault is read from %s', (text, expected) => {
  expect(reasonIn(text)).toBe(expected);
});

const trial: SendTrial = { tries: 1, began: 'bot', refusesForGood: true, now: 0, jitter: 0 };
const fault = (status: number | null, retryAfterSeconds: number | null = null) => ({
  status,
  code: 'x',
  retryAfterSeconds,
});

test.each([
  ['403', fault(403), trial, { kind: 'gone' }],
  ['404', fault(404), trial, { kind: 'gone' }],
  ['403 on another channel', fault(403), { ...trial, refusesForGood: false }, { kind: 'waits' }],
  ['no answer', fault(null), trial, { kind: 'waits' }],
  ['500', fault(500), trial, { kind: 'waits' }],
  ['413', fault(413), trial, { kind: 'waits' }],
  ['412', fault(412), trial, { kind: 'again', at: 15_000 }],
  ['the third 503', fault(503), { ...trial, tries: 3 }, { kind: 'again', at: 60_000 }],
  ['the fifth 503', fault(503), { ...trial, tries: 5 }, { kind: 'waits' }],
  ['429 with a long pause', fault(429, 600), trial, { kind: 'again', at: 600_000 }],
  ['429 with the most jitter', fault(429), { ...trial, jitter: 1 }, { kind: 'again', at: 22_500 }],
  ['502 for an answer to somebody', fault(502), { ...trial, began: 'person' as const }, { kind: 'waits' }],
  ['412 for an answer to somebody', fault(412), { ...trial, began: 'person' as const }, { kind: 'again', at: 15_000 }],
  ['429 for an answer to somebody', fault(429), { ...trial, began: 'person' as const }, { kind: 'again', at: 15_000 }],
])('%s has its fate', (_what, met, when, expected) => {
  expect(decideSendFate(met, when)).toEqual(expected);
});
