import type { ActiveRole, EligibleRole } from '../../domain/facts.ts';
import { cannotTell, type Known, known } from '../../domain/known.ts';
import { purchaseRoleOf } from '../../domain/roles.ts';
import { onePer, sameId } from '../../domain/text.ts';
import type { DirectoryObject, DirectoryRole, RoleInstance } from './directory-schemas.ts';

/** Everything Graph can say about the roles that a person holds now. */
export interface RoleSources {
  /** Every role, direct or through a group. */
  readonly held: Known<readonly DirectoryRole[]>;
  /** Only roles assigned to the person directly. */
  readonly direct: Known<readonly DirectoryRole[]>;
  /** With end dates and groups, if the tenant lets us read them. */
  readonly instances: Known<readonly RoleInstance[]>;
  /** The person's groups, read only if a role comes through one. */
  readonly groups: readonly DirectoryObject[];
}

/**
 * The active roles. A role without a template id could be any role, so the list is `ids-missing`
 * unless another role in it already decides.
 */
export function joinActiveRoles({ held, direct, instances, groups }: RoleSources): Known<readonly ActiveRole[]> {
  const assigned = instances.kind === 'known' ? instances.value.filter(isTenantWide) : [];
  const ids = [
    ...(held.kind === 'known' ? held.value.map((role) => role.roleTemplateId ?? '') : []),
    ...assigned.map((instance) => instance.roleDefinitionId),
  ];
  const roles = onePer(
    ids.filter((id) => id !== ''),
    (id) => id.toLowerCase(),
  ).map((id): ActiveRole => {
    const own = assigned.filter((instance) => sameId(instance.roleDefinitionId, id));
    return {
      roleTemplateId: id,
      displayName: nameOf(id, held),
      through: throughOf(id, own, direct, groups),
      endsAt: endOf(own),
    };
  });
  const decides = roles.some((role) => purchaseRoleOf(role.roleTemplateId) !== null);
  if (decides) return known(roles);
  if (held.kind === 'cannot-tell') return held;
  return ids.includes('') ? cannotTell('ids-missing') : known(roles);
}

/** Roles that the person may activate; tenant-wide only. */
export function readEligibleRoles(instances: Known<readonly RoleInstance[]>): Known<readonly EligibleRole[]> {
  if (instances.kind === 'cannot-tell') return instances;
  const wide = instances.value.filter(isTenantWide);
  return known(
    onePer(wide, (instance) => instance.roleDefinitionId.toLowerCase()).map(({ roleDefinitionId }) => ({
      roleTemplateId: roleDefinitionId,
      displayName: null,
      endsAt: endOf(wide.filter((instance) => sameId(instance.roleDefinitionId, roleDefinitionId))),
    })),
  );
}

/** Whether a role seems to come through a group, so that it is worth reading the group's name. */
export function hasRoleThroughGroup(sources: Omit<RoleSources, 'groups'>): boolean {
  const roles = joinActiveRoles({ ...sources, groups: [] });
  return roles.kind === 'known' && roles.value.some((role) => role.through.kind === 'group');
}

/** A scope of an administrative unit or a single app is not tenant-wide. */
function isTenantWide(instance: RoleInstance): boolean {
  return instance.directoryScopeId === '/' && !instance.appScopeId;
}

function nameOf(id: string, held: RoleSources['held']): string | null {
  if (held.kind === 'cannot-tell') return null;
  return held.value.find((role) => sameId(role.roleTemplateId ?? null, id))?.displayName ?? null;
}

function throughOf(
  id: string,
  own: readonly RoleInstance[],
  direct: RoleSources['direct'],
  groups: readonly DirectoryObject[],
): ActiveRole['through'] {
  const types = own.map((instance) => instance.memberType?.toLowerCase());
  if (types.includes('direct')) return { kind: 'direct' };
  if (types.includes('group')) return { kind: 'group', groupName: groupName(own, groups) };
  if (direct.kind === 'cannot-tell') return { kind: 'unknown' };
  const isDirect = direct.value.some((role) => sameId(role.roleTemplateId ?? null, id));
  return isDirect ? { kind: 'direct' } : { kind: 'group', groupName: groupName(own, groups) };
}

/** The group that Graph names, or else the only group that can hold a role at all. */
function groupName(own: readonly RoleInstance[], groups: readonly DirectoryObject[]): string | null {
  const named = groups.find((group) => own.some(({ principalId }) => sameId(principalId ?? null, group.id ?? null)));
  if (named !== undefined) return named.displayName ?? null;
  const [only, ...more] = groups.filter((group) => group.isAssignableToRole === true);
  return more.length === 0 ? (only?.displayName ?? null) : null;
}

/** The latest end if a role was assigned several times; none if any assignment has no end. */
function endOf(own: readonly RoleInstance[]): string | null {
  const ends = own.map((instance) => instance.endDateTime);
  if (ends.length === 0 || ends.includes(null)) return null;
  return ends.reduce((latest, end) => (Date.parse(end ?? '') > Date.parse(latest ?? '') ? end : latest)) ?? null;
}
