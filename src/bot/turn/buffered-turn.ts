import { type Activity, ActivityTypes, type ResourceResponse, TurnContext } from 'botbuilder';
import { plainCopy } from '../../domain/json.ts';
import { type BufferedMessage, type ConversationRecord, slotMark } from '../record/conversation-record.ts';

/** A turn whose messages are held back until its state is saved. */
export interface BufferedTurn {
  readonly context: TurnContext;
  readonly record: ConversationRecord;
  readonly messages: BufferedMessage[];
  /** Gives the answer to an invoke to the real turn. Without one, an invoke is answered 200. */
  settleInvoke(real: TurnContext): Promise<void>;
}

/** Begins a turn whose messages are held back. Only typing goes out at once. */
export function bufferedTurn(real: TurnContext, record: ConversationRecord): BufferedTurn {
  const context = new TurnContext(real.adapter, plainCopy(real.activity));
  for (const [key, value] of real.turnState) context.turnState.set(key, value);

  const messages: BufferedMessage[] = [];
  let invokeAnswer: Partial<Activity> | null = null;

  context.onSendActivities(async (_turn, activities, next): Promise<ResourceResponse[]> => {
    // Typing is worth nothing later, so it goes out at once.
    if (activities.every((activity) => activity.type === ActivityTypes.Typing)) return next();
    for (const activity of activities) {
      if (activity.type === ActivityTypes.InvokeResponse) invokeAnswer = activity;
      else messages.push(holdBack(activity));
    }
    return activities.map(() => ({ id: '' }));
  });

  return {
    context,
    record,
    messages,
    async settleInvoke(turn: TurnContext): Promise<void> {
      if (turn.activity.type !== ActivityTypes.Invoke) return;
      await turn.sendActivity(invokeAnswer ?? { type: ActivityTypes.InvokeResponse, value: { status: 200 } });
    },
  };
}

function holdBack(activity: Partial<Activity>): BufferedMessage {
  const mark: unknown = activity.channelData?.[slotMark];
  if (mark === undefined) return { kind: 'send', activity, activityId: null, slot: null };
  const { [slotMark]: _mark, ...channelData } = activity.channelData as Record<string, unknown>;
  const replaces =
    typeof mark === 'object' && mark !== null && 'replaces' in mark && typeof mark.replaces === 'string'
      ? mark.replaces
      : null;
  const clean: Partial<Activity> = { ...activity, channelData };
  if (Object.keys(channelData).length === 0) delete clean.channelData;
  return { kind: replaces === null ? 'send' : 'update', activity: clean, activityId: replaces, slot: 'steps' };
}
