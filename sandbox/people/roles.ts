import { stableId } from './stable-id.ts';

/** Built-in directory roles; the ids are the same in every tenant. Source: Microsoft Entra built-in roles. */
export const directoryRoles = {
  'Global Administrator': '62e90394-69f5-4237-9190-012177145e10',
  'Billing Administrator': 'b0f54661-2d74-4c50-afa3-1ec803f12efe',
  'Global Reader': 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  'User Administrator': 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  'Helpdesk Administrator': '729827e3-9c14-49f7-bb1b-9608f156bbb8',
} as const;
export type RoleName = keyof typeof directoryRoles;

export interface RoleGroup {
  readonly id: string;
  readonly name: string;
}

/** A directory role as somebody holds it. */
export interface HeldRole {
  readonly name: RoleName;
  readonly state: 'active' | 'eligible';
  /** Null when it was given to the person. */
  readonly group: RoleGroup | null;
  /** ISO 8601; null when it does not end. */
  readonly endsAt: string | null;
}

export function activeRole(name: RoleName, endsAt: string | null = null): HeldRole {
  return { name, state: 'active', group: null, endsAt };
}

export function eligibleRole(name: RoleName, endsAt: string | null = null): HeldRole {
  return { name, state: 'eligible', group: null, endsAt };
}

/** A role that somebody has because they are in a role-assignable group. */
export function roleThroughGroup(name: RoleName, groupName: string): HeldRole {
  return { name, state: 'active', group: { id: stableId(`group ${groupName}`), name: groupName }, endsAt: null };
}
