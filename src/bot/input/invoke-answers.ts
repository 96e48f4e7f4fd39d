import { ActivityTypes, type TurnContext } from 'botbuilder';

/** What an invoke is answered with: the HTTP status, and a body where the channel reads one. */
export async function answerInvoke(context: TurnContext, status: number, body?: object): Promise<void> {
  const value = body === undefined ? { status } : { status, body };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
}

/** A sentence that is shown with the card that was pressed. Source: Universal Actions for Adaptive Cards, response format. */
export function sentenceAnswer(text: string): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}

/** A card that takes the place of the one that was pressed. */
export function cardAnswer(card: object): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}
