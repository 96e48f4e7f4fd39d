import type { DeskEffect } from '../../domain/ticket.ts';
import type { DeskEntry, DeskFieldName } from './desk-entry.ts';

/** Values for the desk's own fields on a ticket that we create, under the field names in its entry. */
export function requesterFields(entry: DeskEntry, effect: DeskEffect): readonly (readonly [string, string])[] {
  const { requester } = effect;
  if (requester === null) return [];
  const values: readonly (readonly [DeskFieldName, string | null])[] = [
    ['personId', requester.personId],
    ['userPrincipalName', requester.userPrincipalName],
    ['tenantId', requester.tenantId],
  ];
  return values.flatMap(([name, value]) => {
    const field = entry.fields?.[name];
    return field === undefined || value === null ? [] : [[field, value] as const];
  });
}

/**
 * The requester's email address for our ticket: the name that the person signed in with.
 * Null if the entry says `requester: "none"`, or there is no such name.
 */
export function requesterMail(entry: DeskEntry, effect: DeskEffect): string | null {
  if (entry.options?.requester === 'none') return null;
  const name = effect.requester?.userPrincipalName ?? null;
  return name?.includes('@') === true ? name : null;
}

/** The same, or the address in the entry for tickets without one, at desks that file no ticket under nobody. */
export function mailToFileUnder(entry: DeskEntry, effect: DeskEffect): string | undefined {
  return requesterMail(entry, effect) ?? entry.options?.requesterMail;
}

export function basic(user: string, key = ''): string {
  return `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}`;
}

/** The names under which our own API user appears in this desk's deliveries. */
export function ownUsersOf(entry: DeskEntry): readonly string[] {
  return [entry.ownUser, entry.user].filter((one) => one !== undefined);
}
