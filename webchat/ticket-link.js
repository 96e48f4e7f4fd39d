const ticketPage = '/webchat/ticket';

/**
 * The code in a link to a ticket; null on every other page. It is removed from the URL at once, so that it appears in no
 * history, bookmark or screenshot.
 */
export function takeTicketCode() {
  if (location.pathname !== ticketPage || location.hash.length < 2) return null;
  const code = location.hash.slice(1);
  history.replaceState(null, '', location.pathname + location.search);
  return code;
}

/** Sends the code to the bot in the chat. If the response is lost, the same chat may send it again. @param {string} code */
export function ticketActivity(code) {
  return {
    type: 'event',
    name: 'ticket.open',
    value: { code },
    channelData: { clientActivityID: crypto.randomUUID() },
  };
}
