import type { Dialog } from 'botbuilder-dialogs';
import { adminRequestDialog } from '../../dialogs/admin-request-dialog.ts';
import { checkDialog } from '../../dialogs/check-dialog.ts';
import type { Progress } from '../../dialogs/conversation-context.ts';
import { proofDialog } from '../../dialogs/proof-dialog.ts';
import { statusDialog } from '../../dialogs/status-dialog.ts';
import { suggestionDialog } from '../../dialogs/suggestion-dialog.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { onTheWay } from '../builders/played-conversation.ts';
import { kelley } from '../builders/stories.ts';

/** Every dialog that reads facts goes the same ways where there are none to be had. */
const readers: readonly (readonly [string, () => Dialog, Progress])[] = [
  ['check', checkDialog, onTheWay('add-azure')],
  ['proof', proofDialog, onTheWay('add-azure', { factsBefore: kelley })],
  ['status', statusDialog, { ...onTheWay('join'), goal: { kind: 'status' } }],
  ['suggestion', suggestionDialog, { ...onTheWay('join'), goal: { kind: 'suggestion' } }],
  [
    'admin-request',
    adminRequestDialog,
    { ...onTheWay('join'), goal: { kind: 'admin-request', requestId: 'of-kelley' } },
  ],
];

test.each(readers)('%s has whoever is not signed in sign in', async (_name, dialog, progress) => {
  const chat = await beginDialog(dialog(), { progress, reading: { kind: 'not-signed-in' } });

  expect(chat.wentTo).toEqual({ dialogId: 'sign-in', options: null });
  expect(chat.conversation.said).toEqual([]);
  expect(chat.conversation.shown).toEqual([]);
});

test.each(readers)('%s says so where a sign-in has run out', async (_name, dialog, progress) => {
  const chat = await beginDialog(dialog(), { progress, reading: { kind: 'sign-in-needed' } });

  expect(chat.wentTo).toEqual({ dialogId: 'sign-in', options: null });
  expect(chat.conversation.said).toEqual(['sign-in-needed']);
});

test.each(
  readers.flatMap(([name, dialog, progress]) =>
    (['foreign-token', 'tenant-not-allowed'] as const).map((because) => ({ name, dialog, progress, because })),
  ),
)('$name signs out who may not use the bot ($because), says why, and waits', async ({ dialog, progress, because }) => {
  const chat = await beginDialog(dialog(), { progress, reading: { kind: 'refused', because } });
  const { conversation } = chat;

  expect(conversation.signOuts).toBe(1);
  expect(conversation.titles).toEqual([conversation.t(`message.${because}.title`)]);
  expect(conversation.lastCard?.offers).toEqual([
    { do: 'sign-in' },
    { do: 'without-sign-in' },
    { do: 'talk-to-person' },
  ]);
  expect(chat.wentTo).toEqual({ dialogId: 'explain-sign-in', options: { isQuiet: true } });
  expect(conversation.progress.facts).toBeNull();
});
