import { z } from 'zod';
import type { DeskDescriptor } from '../desk-descriptor.ts';
import { headerSecretSample, readWithSecret } from '../header-secret.ts';
import { mendWritten } from '../mended-body.ts';
import { digits, mail, noRequester, states } from '../options.ts';
import { probeThrough, type SaidRights } from '../probe.ts';
import { basic } from '../requester.ts';
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
      requesterMail: mail,
      requester: noRequester,
      states,
    })
    .partial(),
  numbers: { shape: /^\d{1,18}$/, example: '1017' },
  signsDeliveryId: false,
  signIn: ({ key }) => ({ authorization: basic(key ?? '', 'X') }),
  oauth: null,
  create: ({ entry }) => ({
    receive: (delivery, now) => readWithSecret(delivery, now, entry),
    create: (effect, way) => createAtFreshdesk(entry, effect, way),
    update: (effect, number, way) => updateAtFreshdesk(entry, effect, number, way),
    probe: (send) => probeThrough(send, whoAmI),
    mend: mendWritten,
  }),
  sample: headerSecretSample,
};
