const signInCard = 'application/vnd.microsoft.card.oauth';

/**
 * Signs somebody in without a card when the page that shows the panel can give a token: the token goes to the bot, which
 * has the token service check it. Any doubt, and the card is shown as always.
 *
 * @param {any} activity What the bot said.
 * @param {import('./host-page.js').HostPage} hostPage
 * @param {(activity: object) => Promise<boolean>} postOnce
 */
export async function signOn(activity, hostPage, postOnce) {
  const card = activity.attachments?.find(({ contentType }) => contentType === signInCard)?.content;
  const exchange = card?.tokenExchangeResource;
  if (!exchange?.uri) return false;
  const token = await hostPage.tokenFor(exchange.uri);
  if (!token) return false;
  return postOnce({
    type: 'invoke',
    name: 'signin/tokenExchange',
    value: { id: exchange.id, connectionName: card.connectionName, token },
  });
}
