import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Journal } from '../../ports/journal.ts';
import type { DoorAnswer, MessageDoor } from '../../ports/message-door.ts';
import type { BotAdapter } from './bot-adapter.ts';
import type { ChannelGate, Denied } from './channel-gate.ts';

// These ids become part of document keys. No channel sends ids that are longer or use other characters.
const accountId = z
  .string()
  .min(1)
  .max(200)
  .refine((id) => id.isWellFormed() && !/\p{Cc}|\u{10FFFF}/u.test(id));
const account = z.looseObject({ id: accountId });

/** A list of at most so many. Its length is checked before its entries, so that an endless list costs one look. */
function atMost<T extends z.ZodType>(many: number, entry: T) {
  return z
    .unknown()
    .refine((list) => !Array.isArray(list) || list.length <= many)
    .pipe(z.array(entry));
}

// Teams tells of new members in one activity per event; the largest group chats and teams are announced in parts.
const members = atMost(1_000, z.looseObject({ id: z.string() }));
/** The SDK reads these in any case. */
const isMention = (type: string): boolean => type.toLowerCase() === 'mention';
const entity = z.union([
  z.looseObject({
    type: z.string().refine(isMention),
    mentioned: z.looseObject({ id: z.string() }),
    text: z.string().nullish(),
  }),
  z.looseObject({ type: z.string().refine((type) => !isMention(type)) }),
]);

/**
 * The fields of an activity that we check. A bad required field refuses the activity; a bad optional field is
 * dropped, because a client may have made it up. Everything else passes through unchanged.
 */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(64),
  id: z.string().max(512).optional(),
  channelId: z.string().min(1).max(64),
  serviceUrl: z.string().min(1).max(512),
  from: account,
  recipient: account.optional(),
  conversation: account,
  name: z.string().max(256).optional(),
  text: z.string().nullish(),
  locale: z.string().max(64).nullish(),
  replyToId: z.string().max(512).nullish(),
  membersAdded: members.optional().catch(undefined),
  membersRemoved: members.optional().catch(undefined),
  attachments: atMost(100, z.looseObject({ contentType: z.string() }))
    .optional()
    .catch(undefined),
  entities: atMost(250, entity).optional().catch(undefined),
});

/** Parses a dummy activity, so that the first real one does not wait for the schema to be compiled. */
export function warmChannelDoor(): void {
  const somebody = { id: 'warm' };
  const activity = { type: 'conversationUpdate', channelId: 'warm', serviceUrl: 'warm', membersAdded: [somebody] };
  activitySchema.safeParse({ ...activity, from: somebody, recipient: somebody, conversation: somebody });
}

/** What the door needs. */
export interface ChannelDoorParts {
  readonly gate: ChannelGate;
  readonly adapter: BotAdapter;
  readonly journal: Journal;
  readonly runTurn: (context: TurnContext) => Promise<void>;
}

/** The only entrance for Teams, Web Chat and Direct Line. */
export function createChannelDoor({ gate, adapter, journal, runTurn }: ChannelDoorParts): MessageDoor {
  return {
    async admit(authorization) {
      const decision = await gate.admit(authorization);
      if (decision.kind === 'keys-unavailable') return { kind: 'unavailable', retryAfterSeconds: 5 };
      const deny = ({ reason }: Denied): { kind: 'denied' } => {
        journal.note({ event: 'door.denied', reason });
        return { kind: 'denied' };
      };
      if (decision.kind === 'denied') return deny(decision);
      const receive = async (body: unknown): Promise<DoorAnswer> => {
        const parsed = activitySchema.safeParse(body);
        if (!parsed.success) return { kind: 'malformed' };
        const refusal = gate.refusalOf(decision.token, parsed.data);
        if (refusal !== null) return deny(refusal);
        // The schema checked every field that the bot reads; the SDK's type also lists fields that it adds itself.
        return runAdmitted(adapter, parsed.data as unknown as Activity, runTurn);
      };
      return { kind: 'admitted', receive };
    },
  };
}

async function runAdmitted(
  adapter: BotAdapter,
  activity: Activity,
  runTurn: (context: TurnContext) => Promise<void>,
): Promise<DoorAnswer> {
  try {
    const answer = await adapter.receive(activity, runTurn);
    return {
      kind: 'done',
      status: answer?.status ?? 200,
      ...(answer?.body === undefined ? {} : { body: answer.body }),
    };
  } catch {
    // The turn has already logged the error. The channel may deliver the activity again.
    return { kind: 'unavailable', retryAfterSeconds: 5 };
  }
}
