import type { Activity, TurnContext } from 'botbuilder';
import { channelOf, isReferenceAllowed, isTenantAllowed } from '../../../src/bot/input/activity.ts';
import { conversationKey } from '../../../src/bot/record/conversation-record.ts';

/** What a channel says about a conversation, and what follows from it. */

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
  expect(isTenantAllowed(channelOf(anActivity(members as Partial<Activity>)), [contoso])).toBe(expected);
});

test('without a list every tenant is served', () => {
  expect(isTenantAllowed(channelOf(anActivity({})), [])).toBe(true);
});

test('a tenant that was taken off the list is not spoken to any more', () => {
  const reference = { channelId: 'msteams', conversation: { id: 'a:1', tenantId: fabrikam } } as Parameters<
    typeof isReferenceAllowed
  >[0];

  expect(isReferenceAllowed(reference, [fabrikam])).toBe(true);
  expect(isReferenceAllowed(reference, [contoso])).toBe(false);
});

test('the private chat is opened by the id of the bot', () => {
  expect(channelOf(anActivity({ recipient: { id: '28:bot id', name: '' } } as Partial<Activity>)).privateChatUrl).toBe(
    'https://teams.microsoft.com/l/chat/0/0?users=28:bot%20id',
  );
  expect(channelOf(anActivity({})).privateChatUrl).toBeNull();
});

const inConversation = (channelId: string, conversation: object) =>
  anActivity({
    channelId,
    conversation: { id: 'a:1', ...conversation },
    from: { id: 'ann', name: '' },
  } as Partial<Activity>);

test.each([
  ['a personal chat of Teams', 'msteams', { conversationType: 'personal' }, true],
  ['a group chat of Teams', 'msteams', { conversationType: 'groupChat', isGroup: true }, false],
  ['a channel of Teams', 'msteams', { conversationType: 'channel', isGroup: true }, false],
  ['a kind of Teams that is new to us', 'msteams', { conversationType: 'meetingStage' }, false],
  ['a conversation of Teams without a kind', 'msteams', {}, false],
  ['a chat window', 'directline', {}, true],
  ['a group of another channel', 'directline', { isGroup: true }, false],
])('%s is personal or not, and is kept accordingly', (_what, channelId, conversation, expected) => {
  const activity = inConversation(channelId, conversation);

  expect(channelOf(activity).isPersonal).toBe(expected);
  expect(conversationKey({ activity } as TurnContext).endsWith(expected ? '/one' : '/ann')).toBe(true);
});

test('only Teams says who somebody is in Entra', () => {
  const from = { id: 'ann', name: '', aadObjectId: fabrikam };

  expect(channelOf(anActivity({ from })).accountId).toBe(fabrikam);
  expect(channelOf(anActivity({ from, channelId: 'directline' })).accountId).toBeNull();
  expect(
    channelOf(anActivity({ channelId: 'directline', channelData: { tenant: { id: contoso } } })).tenantId,
  ).toBeNull();
});
