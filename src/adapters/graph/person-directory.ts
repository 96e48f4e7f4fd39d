import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { PersonDirectory, PersonFound } from '../../ports/tickets.ts';
import { startDeadline } from '../upstream/deadline.ts';
import { createGuard } from '../upstream/guard.ts';
import { createSend, jsonIn, type ObserveUpstream, type UpstreamAnswer } from '../upstream/send.ts';
import { errorCodeIn, faultInAnswer, UpstreamFault } from '../upstream/upstream-fault.ts';
import { type AppTokenSettings, createAppTokens } from './app-tokens.ts';

/** The settings that locate Entra and Graph, and identify the sign-in registration. */
export type PersonDirectorySettings = AppTokenSettings;

const userSchema = z.object({ id: z.guid(), userType: z.string().nullish() });

/** How long looking up the person of a ticket may take, in milliseconds. */
const lookUpMs = 8_000;
const nobodyKnows: PersonFound = { kind: 'cannot-tell' };

/**
 * Looks people up as the sign-in registration itself, in the given tenant.
 * Needs the application permission User.Read.All there; without it every answer is "cannot tell".
 */
export function createPersonDirectory(
  settings: PersonDirectorySettings,
  clock: Clock,
  observe: ObserveUpstream = () => undefined,
): PersonDirectory {
  const graph = createSend('graph', settings.GRAPH_URL, observe);
  const graphGuard = createGuard();
  const tokens = createAppTokens(settings, clock, observe);

  return {
    async find(tenantId, name) {
      if (!/^(?:[^\s@/?]{1,200}@[^\s@/?]{1,200}|[0-9a-f-]{36})$/i.test(name)) return { kind: 'absent' };
      const deadline = startDeadline(lookUpMs);
      const token = await tokens.in(tenantId);
      if (token.kind === 'none') return nobodyKnows;
      const url = `${settings.GRAPH_URL}/v1.0/users/${encodeURIComponent(name)}?$select=id,userType`;
      const asked = await graphGuard.ask(deadline, async (signal) =>
        readUser(
          await graph({
            method: 'GET',
            url,
            signal,
            headers: { authorization: `Bearer ${token.token}`, accept: 'application/json' },
          }),
        ),
      );
      if (asked.kind === 'known') return asked.value;
      if (asked.because === 'permission-refused' || asked.because === 'sign-in-again') tokens.forget(tenantId);
      return nobodyKnows;
    },
  };
}

/** Absent only if Graph itself says so; a page from a proxy does not count. Guests belong to another tenant. */
function readUser(answer: UpstreamAnswer): PersonFound {
  if (answer.status === 404 && errorCodeIn(jsonIn(answer)) === 'Request_ResourceNotFound') return { kind: 'absent' };
  const fault = faultInAnswer({
    status: answer.status,
    errorCode: null,
    header: (name) => answer.headers.get(name),
  });
  if (fault !== null) throw fault;
  const parsed = userSchema.safeParse(jsonIn(answer));
  if (!parsed.success) throw new UpstreamFault('unreadable', 'the answer is no user');
  if (parsed.data.userType?.toLowerCase() === 'guest') return { kind: 'absent' };
  return { kind: 'found', personId: parsed.data.id };
}
