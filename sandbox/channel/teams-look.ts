import { z } from 'zod';
import { type Activity, membersOf } from './activity.ts';

/**
 * Web Chat draws `Action.Execute` as a button that does nothing. To show a Teams conversation in it, the channel
 * hands such a button out as a submit with a mark, and turns the mark back into the invoke that Teams would send.
 */
const mark = 'sandboxExecute';

const pressSchema = z.object({ verb: z.string().optional(), id: z.string().optional(), activityId: z.string() });

export interface ExecutePress {
  readonly activityId: string;
  readonly action: Record<string, unknown>;
}

export function showAsWebChat(activity: Activity): Activity {
  if (!activity.attachments?.length) return activity;
  const activityId = activity.id ?? '';
  return {
    ...activity,
    attachments: activity.attachments.map((attachment) =>
      attachment.contentType === 'application/vnd.microsoft.card.adaptive'
        ? { ...attachment, content: replaceExecutes(attachment.content, activityId) }
        : attachment,
    ),
  };
}

export function readExecutePress(activity: Activity): ExecutePress | null {
  const { [mark]: marked, ...data } = membersOf(activity.value);
  const press = pressSchema.safeParse(marked);
  if (activity.type !== 'message' || !press.success) return null;
  const { activityId, ...named } = press.data;
  return { activityId, action: { type: 'Action.Execute', ...named, data } };
}

export function executeInvoke(press: ExecutePress): Activity {
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: press.activityId,
    value: { action: press.action, trigger: 'manual' },
  };
}

export type ExecuteOutcome =
  | { readonly kind: 'new-card'; readonly content: unknown }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'nothing' };

export function readExecuteOutcome(body: unknown): ExecuteOutcome {
  const { type, value } = membersOf(body);
  if (type === 'application/vnd.microsoft.card.adaptive') return { kind: 'new-card', content: value };
  if (type === 'application/vnd.microsoft.activity.message') return { kind: 'message', text: String(value) };
  return { kind: 'nothing' };
}

function replaceExecutes(node: unknown, activityId: string): unknown {
  if (Array.isArray(node)) return node.map((item) => replaceExecutes(item, activityId));
  if (typeof node !== 'object' || node === null) return node;
  const members = membersOf(node);
  if (members.type === 'Action.Execute') return asSubmit(members, activityId);
  const { msteams } = membersOf(members.data);
  if (membersOf(msteams).type === 'signin') return asLink(members, String(membersOf(msteams).value));
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, replaceExecutes(value, activityId)]));
}

/** The button that opens the sign-in window of Teams; here it is a window of the browser. */
function asLink({ title, style }: Record<string, unknown>, url: string): Record<string, unknown> {
  return { type: 'Action.OpenUrl', title, style, url };
}

function asSubmit(action: Record<string, unknown>, activityId: string): Record<string, unknown> {
  const { fallback: _fallback, verb, ...rest } = action;
  return {
    ...rest,
    type: 'Action.Submit',
    data: { ...membersOf(action.data), [mark]: { verb, id: action.id, activityId } },
  };
}
