import { joinConfirmationDialog } from '../../dialogs/join-confirmation-dialog.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { onTheWay } from '../builders/played-conversation.ts';
import { azureHere } from '../builders/stories.ts';

const joining = { progress: onTheWay('join', { facts: azureHere }) };

test('names the subscription and the two tenants of the move, and asks for a yes', async () => {
  const { conversation } = await beginDialog(joinConfirmationDialog(), joining);

  for (const name of ['Webshop', 'Contoso', 'Fabrikam']) expect(conversation.lastCard?.spoken).toContain(name);
  expect(conversation.lastCard?.offers).toEqual(
    expect.arrayContaining([{ do: 'confirm-join' }, { do: 'cancel' }, { do: 'talk-to-person' }]),
  );
  expect(conversation.waitsIn).toBe('join-confirmation');
});

test('asks without names where nothing was read', async () => {
  const { conversation } = await beginDialog(joinConfirmationDialog(), { progress: onTheWay('join') });

  expect(conversation.shown).toHaveLength(1);
  expect(conversation.lastCard?.spoken).not.toMatch(/Contoso|null|\{/);
});

test.each([
  ['another scenario', onTheWay('add-azure', { facts: azureHere })],
  ['whoever said yes before', onTheWay('join', { joinConfirmed: true })],
])('%s passes straight on to the steps', async (_what, progress) => {
  const chat = await beginDialog(joinConfirmationDialog(), { progress });

  expect(chat.conversation.shown).toEqual([]);
  expect(chat.wentTo).toEqual({ dialogId: 'steps', options: null });
});

test.each(['confirm-join', 'yes'] as const)('%s is remembered, and the steps follow', async (wish) => {
  const chat = await beginDialog(joinConfirmationDialog(), joining);
  await chat.presses({ do: wish });

  expect(chat.conversation.progress.joinConfirmed).toBe(true);
  expect(chat.wentTo).toEqual({ dialogId: 'steps', options: null });
});

test('a no leads back to the verdict, or to the choices where there is none', async () => {
  const read = await beginDialog(joinConfirmationDialog(), joining);
  await read.types('no', { do: 'no' });
  expect(read.wentTo?.dialogId).toBe('verdict');
  expect(read.conversation.progress.joinConfirmed).toBe(false);

  const unread = await beginDialog(joinConfirmationDialog(), { progress: onTheWay('join') });
  await unread.types('no', { do: 'no' });
  expect(unread.wentTo?.dialogId).toBe('choose-scenario');
});

test('anything else is no yes: the question comes again', async () => {
  const chat = await beginDialog(joinConfirmationDialog(), joining);
  await chat.types('whatever');

  expect(chat.conversation.progress.joinConfirmed).toBe(false);
  expect(chat.conversation.said).toEqual(['not-understood']);
  expect(chat.conversation.titles).toHaveLength(2);
});

test('quiet, it waits without a card', async () => {
  const { conversation } = await beginDialog(joinConfirmationDialog(), joining, { isQuiet: true });

  expect(conversation.shown).toEqual([]);
  expect(conversation.waitsIn).toBe('join-confirmation');
});
