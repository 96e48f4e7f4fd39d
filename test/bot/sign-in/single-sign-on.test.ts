import { exchangedBody, notExchangedBody, SingleSignOn } from '../../../src/bot/sign-in/single-sign-on.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';
import { anActivity, aTurnContext, inTeams, PlayedChannel, tokenOf } from '../../builders/turn-context.ts';

/** Every client that somebody has open hands over the same sign-in at the same moment. */

const value = { id: 'sign-in-1', connectionName: 'entra', token: 'of the client' };

function aSignOn(who = tokenOf('person-1', 'tenant-1'), store = new MemoryDocumentStore()) {
  const channel = new PlayedChannel();
  channel.tokens.exchanges.set('of the client', who);
  const singleSignOn = new SingleSignOn(store, 'entra');
  const handsOver = (id: string, changes: object = {}) =>
    singleSignOn.take(aTurnContext({ ...inTeams, type: 'invoke', id, value: { ...value, ...changes } }, channel));
  return { channel, store, handsOver };
}

test('the first client counts, and every other one is a copy', async () => {
  const { handsOver, channel } = aSignOn();

  expect(await handsOver('from the phone')).toEqual({ kind: 'counts' });
  expect(await handsOver('from the desktop')).toEqual({ kind: 'copy' });
  expect(channel.tokens.asked).toEqual(['exchange']);
});

test('the turn that counted still counts when it is run again', async () => {
  const { handsOver } = aSignOn();
  await handsOver('from the phone');

  expect(await handsOver('from the phone')).toEqual({ kind: 'counts' });
});

test('a client without an id for its activity is taken for nobody else', async () => {
  const { handsOver } = aSignOn();
  await handsOver('');

  expect(await handsOver('')).toEqual({ kind: 'copy' });
});

test('of two replicas that trade at the same moment one counts', async () => {
  const store = new MemoryDocumentStore();
  const one = aSignOn(undefined, store);
  const other = aSignOn(undefined, store);
  store.beforeNextWrite = async () => {
    expect(await other.handsOver('from the phone')).toEqual({ kind: 'counts' });
  };

  expect(await one.handsOver('from the desktop')).toEqual({ kind: 'copy' });
});

test('the next sign-in, and the same one in another chat, begin anew', async () => {
  const { handsOver, channel, store } = aSignOn();
  await handsOver('first');

  expect(await handsOver('second', { id: 'sign-in-2' })).toEqual({ kind: 'counts' });
  const elsewhere = { ...inTeams, conversation: { ...inTeams.conversation, id: 'a:2' }, type: 'invoke', value };
  const taken = await new SingleSignOn(store, 'entra').take(aTurnContext({ ...elsewhere, id: 'third' }, channel));
  expect(taken).toEqual({ kind: 'counts' });
});

test.each([
  ['other-account', tokenOf('person-2', 'tenant-1')],
  ['other-tenant', tokenOf('person-1', 'tenant-2')],
] as const)('a sign-in of %s is taken away, and fails for every other client', async (match, token) => {
  const { handsOver, channel } = aSignOn(token);

  expect(await handsOver('from the phone')).toEqual({ kind: 'foreign', match });
  expect(channel.tokens.token).toBeNull();
  expect(await handsOver('from the desktop')).toEqual({ kind: 'failed' });
});

test('what cannot be traded fails, and may be tried again', async () => {
  const { handsOver, channel, store } = aSignOn();
  channel.tokens.exchanges.clear();
  expect(await handsOver('from the phone')).toEqual({ kind: 'failed' });
  expect(store.documents.size).toBe(0);

  channel.tokens.exchanges.set('of the client', tokenOf('person-1', 'tenant-1'));
  expect(await handsOver('from the phone')).toEqual({ kind: 'counts' });
});

test.each([
  ['another connection', { connectionName: 'of another bot' }],
  ['no id', { id: '' }],
  ['an id with a space', { id: 'sign in' }],
  ['an id that is too long', { id: 'x'.repeat(201) }],
  ['no token', { token: '' }],
  ['a token that is too long', { token: 'x'.repeat(16_385) }],
])('with %s nothing is traded', async (_what, changes) => {
  const { handsOver, channel, store } = aSignOn();

  expect(await handsOver('from the phone', changes)).toEqual({ kind: 'malformed' });
  expect(channel.tokens.asked).toEqual([]);
  expect(store.documents.size).toBe(0);
});

test('nothing of a token is kept', async () => {
  const { handsOver, store } = aSignOn();
  await handsOver('from the phone');

  const kept = JSON.stringify([...store.documents.values()]);
  expect(kept).not.toContain('of the client');
  expect(kept).not.toContain('person-1');
});

test('Teams reads what became of it', () => {
  expect(exchangedBody(anActivity({ value }))).toEqual({
    id: 'sign-in-1',
    connectionName: 'entra',
    failureDetail: null,
  });
  expect(notExchangedBody(anActivity({ value }))).toEqual({
    connectionName: 'entra',
    failureDetail: expect.any(String),
  });
  expect(notExchangedBody(anActivity({ value: 'nothing' }))).not.toHaveProperty('connectionName');
});
