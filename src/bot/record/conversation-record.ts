import { type Activity, ActivityTypes, type ConversationReference, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { dialogIds, newProgress, type Progress } from '../../../dialogs/conversation-context.ts';
import { isPersonal } from '../../domain/channel.ts';
import type { Facts } from '../../domain/facts.ts';
import { type Recheck, recheckDialogs } from '../../domain/recheck.ts';
import type { Reminder } from '../../domain/reminders.ts';
import { handOverFates, type TicketNews } from '../../domain/ticket.ts';
import { type Locale, locales } from '../../i18n/locales.ts';
import type { Json } from '../../ports/document-store.ts';
import type { Tickets } from '../../ports/tickets.ts';
import { carryOver, recordVersion } from './record-migrations.ts';

/** Raised when a dialog's steps change: running dialogs then start again from their first step instead of at a step that moved. */
export const dialogShape = 1;

/** The mark that says which slot an outgoing message fills; taken off before it is sent. */
export const slotMark = 'onetenant.slot';

/** A message that was decided on, and is kept until the channel has it. */
export type BufferedMessage = z.infer<typeof bufferedMessageSchema>;

const bufferedMessageSchema = z.object({
  /** `update` replaces the message `activityId`; if the channel cannot do that, a new message is sent. */
  kind: z.enum(['send', 'update']),
  activity: z.custom<Partial<Activity>>((value) => typeof value === 'object' && value !== null),
  activityId: z.string().nullable(),
  slot: z.enum(['steps']).nullable(),
});

const outboxSchema = z.object({
  messages: z.array(bufferedMessageSchema),
  /** Who is sending them, and until when nobody else should. Milliseconds since 1970. */
  sender: z.string(),
  leaseUntil: z.number(),
  tries: z.number(),
});

/** Messages that wait for the channel. */
export type StoredOutbox = z.infer<typeof outboxSchema>;

const goalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scenario'), scenario: z.enum(['add-azure', 'add-microsoft-365', 'join']) }),
  z.object({ kind: z.literal('status') }),
  z.object({ kind: z.literal('suggestion') }),
  z.object({ kind: z.literal('admin-request'), requestId: z.string() }),
  z.object({ kind: z.literal('ticket'), ticketId: z.string() }),
]);

// Facts are written by this program only, so their inside is not parsed again; a shape that is no object is refused.
const factsSchema = z.custom<Progress['facts']>(
  (value) => value === null || (typeof value === 'object' && 'readAt' in value),
);

/** Stands for `factsBefore` while they are the facts of now: half of a record would be written down twice. */
const sameFacts = 'facts';

const progressSchema = z
  .object({
    goal: goalSchema.nullable(),
    facts: factsSchema,
    factsBefore: z.union([factsSchema, z.literal(sameFacts)]),
    agreementAnswer: z.custom<Progress['agreementAnswer']>((value) => value === null || typeof value === 'string'),
    joinConfirmed: z.boolean(),
    plan: z.custom<Progress['plan']>((value) => value === null || (typeof value === 'object' && 'steps' in value)),
    proofAttempts: z.number(),
  })
  .transform(({ factsBefore, ...progress }) => ({
    ...progress,
    factsBefore: factsBefore === sameFacts ? progress.facts : factsBefore,
  }));

const recheckSchema = z.object({
  dialogId: z.enum(recheckDialogs),
  readAt: z.string(),
  tries: z.number(),
  dueAt: z.string().nullable(),
}) satisfies z.ZodType<Recheck>;

const stepUpSchema = z.object({
  id: z.string(),
  url: z.string(),
  service: z.enum(['graph', 'azure']),
  account: z.string().nullable().default(null),
  wants: z.enum(['proof', 'sign-in']).default('proof'),
  isAgain: z.boolean().default(false),
  goesOn: z.enum(['check', 'status', 'suggestion', 'proof', 'admin-request']),
  facts: z.custom<Facts>((value) => typeof value === 'object' && value !== null && 'identity' in value),
});

/** A step-up that a conversation waits for. */
export type StoredStepUp = z.infer<typeof stepUpSchema>;

const reminderSchema = z.custom<Reminder | null>(
  (value) => value === null || (typeof value === 'object' && 'dueAt' in value),
);

const placeSchema = z.object({
  dialogId: z.enum(dialogIds).nullable(),
  trail: z.array(z.enum(dialogIds)),
  progress: progressSchema,
  reminder: reminderSchema,
});

/** Where the person is in one ticket, or outside of tickets, while the chat is in another. */
export type ConversationPlace = z.infer<typeof placeSchema>;

const knownTicketSchema = z.object({
  id: z.string(),
  /** Of the desk; not trusted. Empty while there is none. */
  number: z.string(),
  deskName: z.string(),
  deskLocale: z.string(),
  state: z.enum(['offered', 'put-off', 'open', 'declined', 'solved', 'with-human', 'withdrawn']),
  /** The ticket's person, once they have signed in to this chat. Until then nothing about the ticket is shown. */
  openedBy: z
    .object({ personId: z.string(), tenantId: z.string(), userPrincipalName: z.string().nullable() })
    .nullable(),
  /** Entra object id of the person whose chat in Teams was opened for it. */
  reachedAs: z.string().nullable(),
  /** Which of the people that the ticket was handed over for this chat knows it of. */
  round: z.number().default(0),
  /** It was created in this chat, for the person in it. */
  isRaisedHere: z.boolean(),
  /** A colleague wrote here, so the person can write back. */
  hasAnswers: z.boolean(),
  /** The desk knows that somebody else signed in. */
  hasToldOther: z.boolean(),
  /** What the person was told about how a hand-over fares; null when there was none. */
  toldHandOver: z.enum(handOverFates).nullable().default(null),
  /** Until when the ticket waits, as the person was reminded; empty if they were not. */
  toldWait: z.string().default(''),
  /** Digest of what the desk was told last, so that the same is not told again. */
  toldLast: z.string(),
  place: placeSchema.nullable(),
});

/** A known ticket as this folder may change it. */
export type WritableTicket = z.infer<typeof knownTicketSchema>;

/** A ticket that this chat knows. */
export type KnownTicket = Readonly<WritableTicket>;

const ticketsSchema = z.object({
  /** The ticket that the chat is in. */
  current: z.string().nullable(),
  /** Where the person was before they went into a ticket. */
  outside: placeSchema.nullable(),
  known: z.array(knownTicketSchema),
  /** What waits for a yes, or for the words of an answer; the next answer settles it. */
  asking: z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('hand-over'),
        /** What the person wrote for the colleague; empty while they wrote nothing. */
        asked: z.string().default(''),
      }),
      z.object({ kind: z.literal('answer'), ticketId: z.string(), text: z.string().nullable() }),
    ])
    .nullable(),
});

/** News for the tickets, kept until they have it. */
export type TicketPost =
  | { readonly kind: 'news'; readonly ticketId: string; readonly news: TicketNews; readonly round?: number }
  | { readonly kind: 'raise'; readonly from: Parameters<Tickets['raise']>[0] }
  /** The ticket now belongs to this chat. */
  | { readonly kind: 'place'; readonly ticketId: string; readonly round?: number };

// Written by this program only, so their inside is not parsed again.
const ticketPostSchema = z.custom<TicketPost>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
);

// A new field without a default is a new version: see `record-migrations.ts`.
const recordSchema = z.object({
  version: z.literal(recordVersion),
  dialogShape: z.number(),
  locale: z.enum(locales),
  /** Chosen by the person, so the channel's language no longer counts. */
  localeIsChosen: z.boolean(),
  /** The channel has told the person's language, so it is no guess. It jumps between messages in Teams, so it counts once. */
  localeIsHeard: z.boolean().default(false),
  /** Of the person's client, by its IANA name; null as long as no activity has named one. */
  timeZone: z.string().nullable().default(null),
  welcomed: z.boolean(),
  /** Who a one-to-one conversation is with, as the channel knows them. Nobody else may act in it. */
  personId: z.string().nullable().default(null),
  /** Where the person can be reached later; null after the bot was taken away or blocked. */
  reference: z.custom<Partial<ConversationReference> | null>((value) => typeof value === 'object').default(null),
  /** Sign-ins that Teams could not finish without asking, newest last. */
  failedExchanges: z.array(z.string()).default([]),
  /** Wrong codes that no prompt waited for, since the last sign-in. */
  strayCodes: z.number().default(0),
  /** The failure that was told last; the person's other clients report the same one at the same moment. */
  toldSignInFailure: z.string().nullable().default(null),
  dialogId: z.enum(dialogIds).nullable(),
  /** The checkpoints before, for "back". */
  trail: z.array(z.enum(dialogIds)),
  dialogs: z.record(z.string(), z.unknown()),
  progress: progressSchema,
  /** The promise to look or to ask again, while there is one. */
  reminder: reminderSchema,
  /** What the bot will check again on its own, after an incomplete reading. */
  recheck: recheckSchema.nullable(),
  /** The second proof that a service wants, while the person is asked for it. */
  stepUp: stepUpSchema.nullable().default(null),
  /** What waits for a yes; the next answer settles it, whatever it is. */
  confirming: z.enum(['delete-my-data']).nullable(),
  /** Choices by place: questions, routes and the status that were offered, or answers for when the first did not help. */
  otherAnswers: z.array(z.string()),
  /** The question that was answered last; null when something else was said since. */
  lastAnswer: z.string().nullable().default(null),
  /** Old product names that were explained here. */
  explainedNames: z.array(z.string()),
  misses: z.number(),
  /** Milliseconds since 1970. */
  lastHeardAt: z.number(),
  /** Ids of activities that were answered, newest last. */
  seen: z.array(z.string()),
  /** The cards whose buttons still count: those of the last turn that showed any. */
  liveNonces: z.array(z.string()),
  /** What the buttons of the last card do, in their order: a typed yes answers that card, and no other. */
  lastCard: z.array(z.string()).default([]),
  /** The last press that had an effect, to answer a double press in kind. */
  spentPress: z.string().nullable(),
  /** The steps card, when it is the last thing in the chat and can be replaced in place. */
  stepsCardId: z.string().nullable(),
  outbox: outboxSchema.nullable(),
  tickets: ticketsSchema,
  /** Saved together with what the chat says, told to the tickets after that, and crossed off when they know. */
  ticketNews: z.array(ticketPostSchema),
});

/** A conversation as this folder may change it. */
export type WritableRecord = z.infer<typeof recordSchema>;

/** Everything that is kept of one conversation. Only the modules of this folder change it: see `conversation-changes.ts`. */
export type ConversationRecord = ReadOnly<Omit<WritableRecord, 'tickets' | 'progress'>> & {
  readonly progress: Readonly<WritableRecord['progress']>;
  readonly tickets: ReadOnly<WritableRecord['tickets']>;
};

type ReadOnly<T> = { readonly [Name in keyof T]: T[Name] extends (infer One)[] ? readonly Readonly<One>[] : T[Name] };

/** For the modules of this folder only. */
export function writable(record: ConversationRecord): WritableRecord {
  return record as WritableRecord;
}

/** A conversation in which nothing was said yet. `now` in milliseconds since 1970. */
export function newRecord(locale: Locale, now: number): ConversationRecord {
  return {
    version: recordVersion,
    dialogShape,
    locale,
    localeIsChosen: false,
    localeIsHeard: false,
    timeZone: null,
    welcomed: false,
    personId: null,
    reference: null,
    failedExchanges: [],
    strayCodes: 0,
    toldSignInFailure: null,
    dialogId: null,
    trail: [],
    dialogs: {},
    progress: newProgress(null),
    reminder: null,
    recheck: null,
    stepUp: null,
    confirming: null,
    otherAnswers: [],
    lastAnswer: null,
    explainedNames: [],
    misses: 0,
    lastHeardAt: now,
    seen: [],
    liveNonces: [],
    lastCard: [],
    spentPress: null,
    stepsCardId: null,
    outbox: null,
    tickets: noTickets(),
    ticketNews: [],
  };
}

function noTickets(): z.infer<typeof ticketsSchema> {
  return { current: null, outside: null, known: [], asking: null };
}

/** What a stored conversation turns out to be. */
export type OpenedRecord =
  | { readonly kind: 'opened'; readonly record: ConversationRecord }
  /** A later release wrote it, so it is not for this one to read or to change. */
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unreadable' };

/** Opens a stored conversation, of this version or an older one. A dialog whose steps changed starts again from its first step. */
export function openRecord(stored: Json): OpenedRecord {
  // Almost every record is of today's version, so the migrations are asked only about the others.
  const today = recordSchema.safeParse(stored);
  if (today.success) return openToday(today.data);
  const carried = carryOver(stored);
  if (carried.kind === 'newer') return carried;
  if (carried.kind === 'unknown') return { kind: 'unreadable' };
  const parsed = recordSchema.safeParse(carried.value);
  return parsed.success ? openToday(parsed.data) : { kind: 'unreadable' };
}

function openToday(record: WritableRecord): OpenedRecord {
  return {
    kind: 'opened',
    record: record.dialogShape === dialogShape ? record : { ...record, dialogShape, dialogs: {} },
  };
}

/** The conversation as it is stored. It holds what JSON can hold; the store writes it down at once and leaves out what is undefined. */
export function storedRecord(record: ConversationRecord): Json {
  const { progress } = record;
  const isSame = progress.facts !== null && progress.factsBefore === progress.facts;
  const stored = isSame ? { ...record, progress: { ...progress, factsBefore: sameFacts } } : record;
  return stored as unknown as Json;
}

/** Where conversations are kept. */
export const conversationPrefix = 'conversation/';

/** One document per person per conversation, so that in a group nobody acts on another's state. */
export function conversationKey(context: TurnContext): string {
  const { activity } = context;
  const { channelId, conversation, from, type } = activity;
  // That the bot came or went concerns everybody in a group, whoever did it.
  const isForAll = type === ActivityTypes.ConversationUpdate || type === ActivityTypes.InstallationUpdate;
  const inGroup = isForAll ? 'everybody' : from.id;
  if (isPersonal(activity)) return personalChatKey(channelId, conversation.id);
  return `${conversationPrefix}${channelId}/${conversation.id}/${inGroup}`;
}

/** Where the chat with one person is kept. */
export function personalChatKey(channelId: string, conversationId: string): string {
  return `${conversationPrefix}${channelId}/${conversationId}/one`;
}
