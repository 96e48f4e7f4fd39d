import { type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { ticketNoticeCard } from '../cards/ticket-notice-card.ts';
import { conversationOf } from './conversation-context.ts';

/**
 * Opens a ticket for who signed in, and goes on where the person is in it. Somebody else gets nothing of it, and goes on
 * where they were before.
 */
export function ticketDialog(): WaterfallDialog {
  return new WaterfallDialog('ticket', [openTicket]);
}

async function openTicket(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const opened = await conversation.desk.openTicket();
  switch (opened.kind) {
    case 'opened':
      return step.replaceDialog(opened.dialogId);
    case 'not-signed-in':
      return step.replaceDialog('sign-in');
    case 'refused':
      await conversation.show(ticketNoticeCard({ notice: opened.because }, conversation.t));
      return step.replaceDialog(opened.dialogId, { isQuiet: true });
  }
}
