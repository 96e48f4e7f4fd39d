import { z } from 'zod';
import type { DeskDelivery, DeskReading } from '../../../ports/desk.ts';
import type { DeskDescriptor } from '../desk-descriptor.ts';
import { headerSecretFault, headerSecretSample, readProved } from '../header-secret.ts';
import { mendWritten } from '../mended-body.ts';
import { name, noRequester, ownStates, states } from '../options.ts';
import { probeThrough } from '../probe.ts';
import { refused } from '../proof.ts';
import { basic, ownUsersOf } from '../requester.ts';
import { createAtTopdesk, updateAtTopdesk } from './topdesk-writer.ts';

/** Only operators may ask. Source: developers.topdesk.com, Supporting Files API, "operators/current". */
const whoAmI = { path: '/tas/api/operators/current', answer: z.object({ id: z.string() }) };

const ownField = z
  .string()
  .regex(/^optionalFields[12]\.text[1-5]$/, 'must be a free text field, such as optionalFields1.text1');

export const topdesk: DeskDescriptor = {
  title: 'TOPdesk',
  needsUser: true,
  secrets: 'text',
  options: z
    .strictObject({
      group: name,
      requesterMail: z.string().regex(/^\S+@\S+$/, 'must be an email address'),
      requester: noRequester,
      tagField: ownField,
      states,
      ...ownStates,
    })
    .partial(),
  // Organisations choose the form themselves: `I 2605 001`, `I-250520-058`, `C2603-34823`.
  numbers: { shape: /^[A-Za-z]{0,8}[ -]?\d{2,8}(?:[ -]\d{1,8})?$/, example: 'I 2605 001' },
  signsDeliveryId: false,
  // An application password takes the place of the operator's own. Source: developers.topdesk.com, "Tutorial".
  signIn: ({ user, key }) => ({ authorization: basic(user ?? '', key) }),
  oauth: null,
  create: ({ entry }) => ({
    receive: (delivery, now) => receive(delivery, now, entry.secrets, ownUsersOf(entry)),
    create: (effect, way) => createAtTopdesk(entry, effect, way),
    update: (effect, number, way) => updateAtTopdesk(entry, effect, number, way),
    probe: (send) => probeThrough(send, whoAmI),
    mend: mendWritten,
  }),
  sample: headerSecretSample,
};

/** Its HTTP requests are neither signed nor named. */
function receive(
  delivery: DeskDelivery,
  now: number,
  secrets: readonly string[],
  ownUsers: readonly string[],
): DeskReading {
  const fault = headerSecretFault(delivery.headers, secrets);
  return fault === null ? readProved(delivery, ownUsers, now) : refused(401, fault);
}
