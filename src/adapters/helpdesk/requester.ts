import type { DeskEffect } from '../../domain/ticket.ts';
import type { DeskEntry, DeskFieldName } from './desk-entry.ts';

/** Values for the desk's own fields on a ticket that we make, by the names that its entry gives. */
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
 * The mail address that the desk may file our ticket under: the name that the person signed in with.
 * Null where the entry says `requester: "none"`, or there is no such name.
 */
export function requesterMail(entry: DeskEntry, effect: DeskEffect): string | null {
  if (entry.options?.requester === 'none') return null;
  const name = effect.requester?.userPrincipalName ?? null;
  return name?.includes('@') === true ? name : null;
}

export function basic(user: string, key: string): string {
  return `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}`;
}

/** How deliveries of this desk name our own API user. */
export function ownUsersOf(entry: DeskEntry): readonly string[] {
  return [entry.ownUser, entry.user].filter((one) => one !== undefined);
}
