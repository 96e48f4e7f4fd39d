import { type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { ticketNoticeCard } from '../cards/ticket-notice-card.ts';
import { talkOf } from './talk.ts';

/**
 * Opens a ticket for who signed in, and goes on where the person is in it. Somebody else gets nothing of it, and goes on
 * where they were before.
 */
export function ticketDialog(): WaterfallDialog {
  return new WaterfallDialog('ticket', [openTicket]);
}

async function openTicket(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  const opened = await talk.openTicket();
  switch (opened.kind) {
    case 'opened':
      return step.replaceDialog(opened.moment);
    case 'not-signed-in':
      return step.replaceDialog('sign-in');
    case 'refused':
      await talk.show(ticketNoticeCard({ notice: opened.because }, talk.t));
      return step.replaceDialog(opened.moment, { isQuiet: true });
  }
}
