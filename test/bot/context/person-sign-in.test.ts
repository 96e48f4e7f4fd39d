import { personIn } from '../../../src/bot/context/person-sign-in.ts';
import { onTheWay } from '../../builders/played-conversation.ts';
import { aPlace, aRecordInTicket, person1 } from '../../builders/records.ts';
import { kelley } from '../../builders/stories.ts';
import { inTeams, tokenOf } from '../../builders/turn-context.ts';
import { theParts } from '../../builders/turn-parts.ts';

test('a sign-in is there when the token service has one', async () => {
  const { signIn, tokens } = theParts();
  expect([await signIn.isThere(), await signIn.lookFor(), await signIn.who()]).toEqual([false, 'not-signed-in', null]);

  tokens.token = tokenOf('person-1', 'tenant-1');
  expect([await signIn.isThere(), await signIn.lookFor(), await signIn.who()]).toEqual([true, 'signed-in', person1]);
});

test('a code is handed to the token service', async () => {
  const { signIn, tokens } = theParts();
  tokens.codes.set('123456', tokenOf('person-1', 'tenant-1'));

  expect(await signIn.lookFor('654321')).toBe('not-signed-in');
  expect(await signIn.lookFor('123456')).toBe('signed-in');
});

test.each([
  ['other-account', tokenOf('person-2', 'tenant-1')],
  ['other-tenant', tokenOf('person-1', 'tenant-2')],
] as const)('in Teams a sign-in of %s is taken away, told and logged', async (found, token) => {
  const { signIn, tokens, events, messages } = theParts(inTeams);
  tokens.token = token;

  expect(await signIn.lookFor()).toBe(found);
  expect(tokens.token).toBeNull();
  expect(events).toEqual([{ event: 'sign-in.foreign', because: found }]);
  expect(messages.takeLead()).toBe(messages.t(`message.sign-in-${found}.text`));
});

test('in a chat window whoever signs in is the person', async () => {
  const { signIn, tokens } = theParts();
  tokens.token = tokenOf('person-2', 'tenant-2');

  expect(await signIn.lookFor()).toBe('signed-in');
});

test('signing out leaves nothing that was read, in no ticket either', async () => {
  const record = aRecordInTicket({ place: aPlace() }, { progress: onTheWay('join', { facts: kelley }) });
  const { signIn, tokens, events } = theParts({}, record);
  tokens.token = tokenOf('person-1', 'tenant-1');
  await signIn.signOut();

  expect(tokens.token).toBeNull();
  expect(record.progress).toEqual({ ...onTheWay('join'), goal: null });
  expect(record.tickets).toMatchObject({ current: null, known: [{ openedBy: null, place: null }] });
  expect(events).toEqual([{ event: 'sign-out.done' }]);
});

test('a token that cannot be read is nobody', () => {
  expect(personIn('no token at all')).toBeNull();
});
