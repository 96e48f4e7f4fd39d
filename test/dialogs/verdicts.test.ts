import { scenarioOf, verdictOf } from '../../dialogs/verdicts.ts';
import { onTheWay, PlayedConversation } from '../builders/played-conversation.ts';
import { cutShort, kelley } from '../builders/stories.ts';

const onTheWayTo = (...way: Parameters<typeof onTheWay>) =>
  Object.assign(new PlayedConversation(), { progress: onTheWay(...way) });

test('only a scenario has a verdict', () => {
  expect(scenarioOf(onTheWayTo('join'))).toBe('join');
  expect(scenarioOf(new PlayedConversation())).toBeNull();
});

test('the same question is decided once in a turn', () => {
  const conversation = onTheWayTo('add-azure');

  expect(verdictOf(conversation, 'add-azure', kelley)).toBe(verdictOf(conversation, 'add-azure', kelley));
});

test('another answer about the agreement, another scenario and other facts are decided anew', () => {
  const conversation = onTheWayTo('add-azure');
  const before = verdictOf(conversation, 'add-azure', cutShort);
  conversation.keep({ agreementAnswer: 'enterprise' });

  expect(before.outcome).not.toBe('out-of-scope');
  expect(verdictOf(conversation, 'add-azure', cutShort).outcome).toBe('out-of-scope');
  expect(verdictOf(conversation, 'join', cutShort).scenario).toBe('join');
  expect(verdictOf(conversation, 'join', kelley)).not.toBe(verdictOf(conversation, 'join', cutShort));
});

test('the tenant that the chat is in counts', () => {
  const elsewhere = Object.assign(onTheWayTo('add-azure'), { chatTenantId: '99999999-9999-4999-8999-999999999999' });

  expect(verdictOf(elsewhere, 'add-azure', kelley).notices.map(({ id }) => id)).toContain('chat-in-other-tenant');
  expect(verdictOf(onTheWayTo('add-azure'), 'add-azure', kelley).notices.map(({ id }) => id)).not.toContain(
    'chat-in-other-tenant',
  );
});
