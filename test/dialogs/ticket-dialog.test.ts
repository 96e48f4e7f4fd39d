import { ticketDialog } from '../../dialogs/ticket-dialog.ts';
import { beginDialog } from '../builders/dialog-chat.ts';

test.each(['check', 'steps', 'status'] as const)(
  'its own person goes on where they are in it: %s',
  async (dialogId) => {
    const chat = await beginDialog(ticketDialog(), { openedTicket: { kind: 'opened', dialogId } });

    expect(chat.wentTo).toEqual({ dialogId, options: null });
    expect(chat.conversation.shown).toEqual([]);
  },
);

test('whoever is not signed in signs in first', async () => {
  const chat = await beginDialog(ticketDialog(), { openedTicket: { kind: 'not-signed-in' } });

  expect(chat.wentTo).toEqual({ dialogId: 'sign-in', options: null });
});

test.each(['gone', 'other-person'] as const)(
  'a ticket that is %s is told, and the place before waits without a card',
  async (because) => {
    const chat = await beginDialog(ticketDialog(), { openedTicket: { kind: 'refused', because, dialogId: 'verdict' } });

    expect(chat.conversation.titles).toEqual([chat.conversation.t(`tickets.notice.${because}.title`)]);
    expect(chat.wentTo).toEqual({ dialogId: 'verdict', options: { isQuiet: true } });
  },
);
