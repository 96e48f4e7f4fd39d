const signInCard = 'application/vnd.microsoft.card.oauth';

/** Whether the bot sent its card to sign in with. @param {any} activity */
export function asksToSignIn(activity) {
  return signInCardOf(activity) !== undefined;
}

/**
 * Signs the person in without a card if the page that embeds the panel can provide a token. The bot has
 * the token service verify it. If anything is in doubt, the card is shown as usual.
 *
 * @param {any} activity What the bot sent.
 * @param {import('./host-page.js').HostPage} hostPage
 * @param {(activity: object) => Promise<boolean>} postOnce
 */
export async function signOn(activity, hostPage, postOnce) {
  const card = signInCardOf(activity);
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

function signInCardOf(activity) {
  return activity.attachments?.find(({ contentType }) => contentType === signInCard)?.content;
}
