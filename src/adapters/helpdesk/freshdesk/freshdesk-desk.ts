import { z } from 'zod';
import type { DeskDelivery, DeskReading } from '../../../ports/desk.ts';
import type { DeskDescriptor } from '../desk-descriptor.ts';
import { headerSecretFault, headerSecretSample, readProved } from '../header-secret.ts';
import { mendWritten } from '../mended-body.ts';
import { digits, noRequester, states } from '../options.ts';
import { probeThrough, type SaidRights } from '../probe.ts';
import { refused } from '../proof.ts';
import { basic, ownUsersOf } from '../requester.ts';
import { createAtFreshdesk, updateAtFreshdesk } from './freshdesk-writer.ts';

/** An agent's `ticket_scope` is 1 for all tickets, 2 for those of its groups, 3 for its own. Source: developers.freshdesk.com, "Agents". */
const scopeSchema = z.object({ ticket_scope: z.number() });
const whoAmI = {
  path: '/api/v2/agents/me',
  answer: z.object({ id: z.number() }),
  rights(json: unknown): SaidRights {
    const parsed = scopeSchema.safeParse(json);
    return parsed.success ? { read: parsed.data.ticket_scope === 1 } : {};
  },
};

export const freshdesk: DeskDescriptor = {
  title: 'Freshdesk',
  needsUser: false,
  secrets: 'text',
  options: z
    .strictObject({
      group: digits,
      requesterMail: z.string().regex(/^\S+@\S+$/, 'must be an email address'),
      requester: noRequester,
      states,
    })
    .partial(),
  numbers: { shape: /^\d{1,18}$/, example: '1017' },
  signsDeliveryId: false,
  signIn: ({ key }) => ({ authorization: basic(key ?? '', 'X') }),
  oauth: null,
  create: ({ entry }) => ({
    receive: (delivery, now) => receive(delivery, now, entry.secrets, ownUsersOf(entry)),
    create: (effect, way) => createAtFreshdesk(entry, effect, way),
    update: (effect, number, way) => updateAtFreshdesk(entry, effect, number, way),
    probe: (send) => probeThrough(send, whoAmI),
    mend: mendWritten,
  }),
  sample: headerSecretSample,
};

/** Freshdesk neither signs its deliveries nor gives them ids. */
function receive(
  delivery: DeskDelivery,
  now: number,
  secrets: readonly string[],
  ownUsers: readonly string[],
): DeskReading {
  const fault = headerSecretFault(delivery.headers, secrets);
  return fault === null ? readProved(delivery, ownUsers, now) : refused(401, fault);
}
