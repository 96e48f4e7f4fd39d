import type { Activity } from 'botbuilder';
import { reasonIn } from '../../src/adapters/bot-framework/http-call.ts';
import { isReferenceAllowed, isTenantAllowed, privateChatUrl } from '../../src/bot/input/teams-activity.ts';
import { decideSendFate, type SendTrial } from '../../src/bot/turn/send-again.ts';

const contoso = '11111111-1111-4111-8111-111111111111';
const fabrikam = '22222222-2222-4222-8222-222222222222';

function anActivity(members: Partial<Activity>): Activity {
  return { channelId: 'msteams', conversation: { id: 'a:1' }, ...members } as Activity;
}

test.each([
  ['its own tenant', { conversation: { id: 'a:1', tenantId: contoso.toUpperCase() } }, true],
  ['its tenant in the channel data only', { channelData: { tenant: { id: contoso } } }, true],
  ['another tenant', { conversation: { id: 'a:1', tenantId: fabrikam } }, false],
  ['no tenant', {}, false],
  ['another channel', { channelId: 'webchat' }, true],
])('with a list of tenants, a conversation with %s is let in or not', (_what, members, expected) => {
  expect(isTenantAllowed(anActivity(members as Partial<Activity>), [contoso])).toBe(expected);
});

test('without a list every tenant is served', () => {
  expect(isTenantAllowed(anActivity({}), [])).toBe(true);
});

test('a tenant that was taken off the list is not spoken to any more', () => {
  const reference = { channelId: 'msteams', conversation: { id: 'a:1', tenantId: fabrikam } } as Parameters<
    typeof isReferenceAllowed
  >[0];

  expect(isReferenceAllowed(reference, [fabrikam])).toBe(true);
  expect(isReferenceAllowed(reference, [contoso])).toBe(false);
});

test('the private chat is opened by the id of the bot', () => {
  expect(privateChatUrl(anActivity({ recipient: { id: '28:bot id', name: '' } }))).toBe(
    'https://teams.microsoft.com/l/chat/0/0?users=28:bot%20id',
  );
  expect(privateChatUrl(anActivity({}))).toBeNull();
});

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

const trial: SendTrial = { tries: 1, began: 'bot', isTeams: true, now: 0, jitter: 0 };
const fault = (status: number | null, retryAfterSeconds: number | null = null) => ({
  status,
  code: 'x',
  retryAfterSeconds,
});

test.each([
  ['403', fault(403), trial, { kind: 'gone' }],
  ['404', fault(404), trial, { kind: 'gone' }],
  ['403 on another channel', fault(403), { ...trial, isTeams: false }, { kind: 'waits' }],
  ['no answer', fault(null), trial, { kind: 'waits' }],
  ['500', fault(500), trial, { kind: 'waits' }],
  ['413', fault(413), trial, { kind: 'waits' }],
  ['412', fault(412), trial, { kind: 'again', at: 15_000 }],
  ['the third 503', fault(503), { ...trial, tries: 3 }, { kind: 'again', at: 60_000 }],
  ['the fifth 503', fault(503), { ...trial, tries: 5 }, { kind: 'waits' }],
  ['429 with a long pause', fault(429, 600), trial, { kind: 'again', at: 600_000 }],
  ['429 with the most jitter', fault(429), { ...trial, jitter: 1 }, { kind: 'again', at: 22_500 }],
  ['502 for an answer to somebody', fault(502), { ...trial, began: 'person' as const }, { kind: 'waits' }],
  ['429 for an answer to somebody', fault(429), { ...trial, began: 'person' as const }, { kind: 'again', at: 15_000 }],
])('%s has its fate', (_what, met, when, expected) => {
  expect(decideSendFate(met, when)).toEqual(expected);
});
