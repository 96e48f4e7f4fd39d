const ticketPage = '/webchat/ticket';

/**
 * The code of a link to a ticket, and null on every other page. It leaves the address at once, so that it stands in no
 * history, no bookmark and no picture of the screen.
 */
export function takeTicketCode() {
  if (location.pathname !== ticketPage || location.hash.length < 2) return null;
  const code = location.hash.slice(1);
  history.replaceState(null, '', location.pathname + location.search);
  return code;
}

/** Gives the code to the bot over the chat. The bot takes it again from the same chat when the answer got lost. @param {string} code */
export function ticketActivity(code) {
  return {
    type: 'event',
    name: 'ticket.open',
    value: { code },
    channelData: { clientActivityID: crypto.randomUUID() },
  };
}
