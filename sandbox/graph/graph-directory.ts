import type { SandboxCore } from '../core/core.ts';
import type { People } from '../people/people-registry.ts';
import { userShape } from './directory-shapes.ts';
import { type GraphAnswer, notFound } from './graph-answer.ts';
import { answerAbout } from './graph-questions.ts';

/** Answers `GET /users/{id | userPrincipalName}` to an application. A guest is found by the long name, not by their own. */
export function answerUser(
  core: SandboxCore,
  people: People,
  { user, tenantId, search }: { readonly user: string; readonly tenantId: string; readonly search: string },
): GraphAnswer {
  const asked = user.toLowerCase();
  for (const person of people.list()) {
    const seat = people.seatIn(person, tenantId);
    if (seat === undefined) continue;
    const { usual, onRequest } = userShape(person, seat);
    const isAsked = [usual.id, usual.userPrincipalName].some((name) => String(name).toLowerCase() === asked);
    if (!isAsked) continue;
    return answerAbout(
      { usual, onRequest },
      { origin: core.addresses.https, now: core.now(), query: new URLSearchParams(search) },
    );
  }
  return notFound(user, core.now());
}
