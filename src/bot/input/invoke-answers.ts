import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { refreshVerb } from '../../../cards/dialect.ts';

/** A press on a button of a card, as Teams tells it. */
export const pressInvoke = 'adaptiveCard/action';

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

/** Whether an activity is a pressed button of a card in Teams. */
export function isPressInvoke({ type, name }: Activity): boolean {
  return type === ActivityTypes.Invoke && name === pressInvoke;
}

/** What a pressed button carries, as the client says it. */
export function pressedData({ value }: Activity): unknown {
  return memberOf(memberOf(value, 'action'), 'data');
}

/** Teams asks by itself how a card looks now, or somebody asks it to. Nothing may change by that. */
export function isRefresh(activity: Activity): boolean {
  if (!isPressInvoke(activity)) return false;
  return (
    memberOf(activity.value, 'trigger') === 'automatic' ||
    memberOf(memberOf(activity.value, 'action'), 'verb') === refreshVerb
  );
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
