import { lacksSomething } from '../../dialogs/recheck.ts';
import { cannotTell, known } from '../../src/domain/known.ts';
import { aSubscription, withoutArm } from '../builders/facts.ts';
import { onTheWay, PlayedConversation } from '../builders/played-conversation.ts';
import { cutShort, kelley, kelleyWithAzure } from '../builders/stories.ts';

const onTheWayTo = (...way: Parameters<typeof onTheWay>) =>
  Object.assign(new PlayedConversation(), { progress: onTheWay(...way) });

test('the status lacks whatever was cut short, and nothing else', () => {
  const conversation = new PlayedConversation();

  expect(lacksSomething(conversation, 'status', cutShort)).toBe(true);
  expect(lacksSomething(conversation, 'status', kelley)).toBe(false);
  expect(lacksSomething(conversation, 'status', withoutArm())).toBe(false);
});

test('the verdict lacks only what its own checks could not see', () => {
  const billingIsLate = { ...kelleyWithAzure, billingAccounts: cannotTell('too-slow') };

  expect(lacksSomething(onTheWayTo('join', { agreementAnswer: 'not-sure' }), 'verdict', cutShort)).toBe(true);
  expect(lacksSomething(onTheWayTo('add-azure'), 'verdict', kelley)).toBe(false);
  expect(lacksSomething(onTheWayTo('add-azure'), 'verdict', billingIsLate)).toBe(false);
  expect(lacksSomething(onTheWayTo('add-azure', { agreementAnswer: 'neither' }), 'verdict', withoutArm())).toBe(false);
});

test('the proof lacks something only where it cannot tell', () => {
  const rolesAreLate = { ...kelleyWithAzure, activeRoles: cannotTell('throttled') };
  const conversation = onTheWayTo('add-azure', { factsBefore: kelley });

  expect(lacksSomething(conversation, 'proof', cutShort)).toBe(true);
  expect(lacksSomething(conversation, 'proof', rolesAreLate)).toBe(false);
  expect(lacksSomething(conversation, 'proof', withoutArm({ products: known([]) }))).toBe(false);
});

test('without a scenario there is neither a verdict nor a proof that could lack something', () => {
  const conversation = new PlayedConversation();
  const late = { ...cutShort, ownership: known([]), subscriptions: known([aSubscription()]) };

  expect(lacksSomething(conversation, 'verdict', late)).toBe(false);
  expect(lacksSomething(conversation, 'proof', late)).toBe(false);
});
