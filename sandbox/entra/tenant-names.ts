import type { SandboxCore } from '../core/core.ts';
import type { People } from '../people/people-registry.ts';
import type { StoryPerson } from '../people/person.ts';
import { personalAccountsTenantId, tenants } from '../people/tenants.ts';
import { type StsRefusal, stsRefusal } from './sts-refusal.ts';

/** What stands for the tenant in an address of Entra. */
export type TenantReading = { readonly kind: 'any' } | { readonly kind: 'one'; readonly tenantId: string } | StsRefusal;

/** Reads `common`, an id or a domain name. */
export function readTenant(core: SandboxCore, name: string): TenantReading {
  const asked = name.toLowerCase();
  if (asked === 'common' || asked === 'organizations') return { kind: 'any' };
  if (asked === 'consumers' || asked === personalAccountsTenantId) {
    return { kind: 'one', tenantId: personalAccountsTenantId };
  }
  if (asked === core.registrations.bot.tenantId) return { kind: 'one', tenantId: asked };
  const found = Object.values(tenants).find(
    ({ id, domain, initialDomain }) => id === asked || domain === asked || initialDomain === asked,
  );
  return found ? { kind: 'one', tenantId: found.id } : stsRefusal(90002);
}

/** The tenant in which a person would get a token. */
export function tenantFor(people: People, person: StoryPerson, reading: TenantReading): TenantReading {
  if (reading.kind === 'refused') return reading;
  if (reading.kind === 'any') return { kind: 'one', tenantId: person.signInTenantId };
  const isTheirs = reading.tenantId === person.signInTenantId || people.seatIn(person, reading.tenantId);
  return isTheirs ? reading : stsRefusal(50020);
}
