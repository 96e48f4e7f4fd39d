import type { PeopleRegistry } from '../core/core.ts';
import type { Moment, Seat, StoryPerson } from './person.ts';

const dayMs = 24 * 3600_000;

/** The people to be, with how far each of them is in their story. */
export interface People extends PeopleRegistry {
  list(): readonly StoryPerson[];
  get(id: string): StoryPerson | undefined;
  /** When somebody's sessions were last revoked, in milliseconds since 1970; null if never. */
  revokedAt(person: StoryPerson): number | null;
  /** Their places in tenants as they are now, home first. */
  seatsOf(person: StoryPerson): readonly Seat[];
  seatIn(person: StoryPerson, tenantId: string): Seat | undefined;
  /** Whose object id this is in this tenant. */
  findByObjectId(tenantId: string, objectId: string): StoryPerson | undefined;
}

export function createPeople(people: readonly StoryPerson[], now: () => number): People {
  const complete = new Set<string>();
  const revoked = new Map<string, number>();
  const seatsOf = (person: StoryPerson): readonly Seat[] => {
    const moment: Moment = {
      progress: complete.has(person.id) ? 'complete' : 'before',
      inDays: (days) => `${new Date(now() + days * dayMs).toISOString().slice(0, 19)}Z`,
    };
    return person.seats(moment);
  };
  const seatIn = (person: StoryPerson, tenantId: string) =>
    seatsOf(person).find(({ tenant }) => tenant.id === tenantId.toLowerCase());
  return {
    list: () => people,
    get: (id) => people.find((person) => person.id === id),
    complete: (id) => void complete.add(id),
    isComplete: (id) => complete.has(id),
    revoke: (id) => void revoked.set(id, now()),
    revokedAt: ({ id }) => revoked.get(id) ?? null,
    reset() {
      complete.clear();
      revoked.clear();
    },
    seatsOf,
    seatIn,
    findByObjectId: (tenantId, objectId) => people.find((person) => seatIn(person, tenantId)?.objectId === objectId),
  };
}
