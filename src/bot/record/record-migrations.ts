import type { Json } from '../../ports/document-store.ts';

type Stored = Readonly<Record<string, Json | undefined>>;

/** Carries a stored conversation from one version to the next. Changes the shape only: no clock, no store, no words. */
type Migration = (older: Stored) => Stored;

/**
 * The first carries version 1 to version 2, the second 2 to 3, and so on. Conversations last weeks, so none is ever taken out,
 * and one that was released is never changed. Each needs a kept record in `test/bot/record/snapshots`.
 */
const migrations: readonly Migration[] = [
  addLookingOnAndConfirming,
  addTickets,
  allowSameFacts,
  renameFields,
  moveByRequest,
];

/** The version that this program writes. */
export const recordVersion = migrations.length + 1;

/** A stored conversation, brought to the version of this program. */
export type CarriedOver =
  | { readonly kind: 'current'; readonly value: Stored }
  /** A later release wrote it. Only that release knows what it means, so nobody here may change it. */
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unknown' };

/** Brings a stored conversation to the version of this program, one version after the other. */
export function carryOver(stored: Json): CarriedOver {
  const version = versionOf(stored);
  if (version === null) return { kind: 'unknown' };
  if (version > recordVersion) return { kind: 'newer', version };
  const value = migrations
    .slice(version - 1)
    .reduce((older, migrate, index) => ({ ...migrate(older), version: version + index + 1 }), stored as Stored);
  return { kind: 'current', value };
}

function versionOf(stored: Json): number | null {
  if (typeof stored !== 'object' || stored === null || !('version' in stored)) return null;
  const { version } = stored;
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : null;
}

/** Version 2 adds what the bot will check again on its own, and the open question about deleting data. */
function addLookingOnAndConfirming(older: Stored): Stored {
  return { ...older, recheck: null, confirming: null };
}

/** Version 3 knows tickets, each with its own place. */
function addTickets(older: Stored): Stored {
  return { ...older, tickets: { current: null, outside: null, known: [], asking: null }, ticketNews: [] };
}

/** Version 4 need not hold the facts of the first check twice: `factsBefore` may say that they are `facts`. */
function allowSameFacts(older: Stored): Stored {
  return older;
}

/** Version 5 calls its fields by the field's own words: dialog, goal, progress, recheck. */
function renameFields(older: Stored): Stored {
  const { lookingOn, tickets, ...rest } = older;
  return {
    ...renamePlace(rest),
    recheck: isObject(lookingOn) ? rename(lookingOn, { moment: 'dialogId', looks: 'tries' }) : null,
    tickets: isObject(tickets) ? renameTickets(tickets) : tickets,
  };
}

function renameTickets(tickets: Stored): Stored {
  const { outside, known } = tickets;
  return {
    ...tickets,
    outside: isObject(outside) ? renamePlace(outside) : null,
    known: asList(known).map((ticket) => ({
      ...ticket,
      place: isObject(ticket.place) ? renamePlace(ticket.place) : null,
    })) as Json,
  };
}

/** Where the person is: in the conversation itself, in a ticket, or outside of tickets. */
function renamePlace(place: Stored): Stored {
  const { journey, reminder, ...rest } = place;
  return {
    ...rename(rest, { checkpoint: 'dialogId' }),
    progress: isObject(journey) ? rename(journey, { errand: 'goal' }) : journey,
    reminder: isObject(reminder)
      ? rename(reminder, { wish: 'kind', looks: 'readings', blindLooks: 'failedReadings' })
      : null,
  };
}

const stepsOfMoving: Readonly<Record<string, readonly string[]>> = {
  'join-become-member-of-both': ['join-find-who-accepts'],
  'join-choose-target': ['join-send-request', 'join-accept-request'],
};

/** Version 6 moves a subscription by a request that somebody accepts. What was ticked of the old way says nothing about the new steps. */
function moveByRequest(older: Stored): Stored {
  const inPlace = (place: Stored): { [name: string]: Json } =>
    ({ ...place, progress: isObject(place.progress) ? withNewSteps(place.progress) : place.progress }) as {
      [name: string]: Json;
    };
  const { tickets } = older;
  if (!isObject(tickets)) return inPlace(older);
  const known = asList(tickets.known).map((ticket) => ({
    ...ticket,
    place: isObject(ticket.place) ? inPlace(ticket.place) : null,
  }));
  const outside = isObject(tickets.outside) ? inPlace(tickets.outside) : null;
  return { ...inPlace(older), tickets: { ...tickets, outside, known: known as Json } };
}

function withNewSteps(progress: Stored): { [name: string]: Json } {
  const { plan } = progress;
  if (!isObject(plan)) return { ...progress } as { [name: string]: Json };
  const { steps, done } = plan;
  const texts = (list: Json | undefined) => (Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []);
  const renewed = { steps: texts(steps).flatMap((step) => stepsOfMoving[step] ?? [step]), done: texts(done) };
  const isOld = (step: string): boolean => Object.hasOwn(stepsOfMoving, step);
  return {
    ...progress,
    plan: { ...plan, steps: renewed.steps, done: renewed.done.filter((step) => !isOld(step)) },
  } as { [name: string]: Json };
}

function rename(older: Stored, names: Readonly<Record<string, string>>): { [name: string]: Json } {
  const entries = Object.entries(older).map(([name, value]) => [names[name] ?? name, value]);
  return Object.fromEntries(entries) as { [name: string]: Json };
}

function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: Json | undefined): readonly { readonly [name: string]: Json }[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
