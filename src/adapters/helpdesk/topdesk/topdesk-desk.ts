import { z } from 'zod';
import type { DeskDescriptor } from '../desk-descriptor.ts';
import { headerSecretSample, readWithSecret } from '../header-secret.ts';
import { mendWritten } from '../mended-body.ts';
import { mail, name, noRequester, ownStates, states } from '../options.ts';
import { probeThrough } from '../probe.ts';
import { basic } from '../requester.ts';
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
      requesterMail: mail,
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
    receive: (delivery, now) => readWithSecret(delivery, now, entry),
    create: (effect, way) => createAtTopdesk(entry, effect, way),
    update: (effect, number, way) => updateAtTopdesk(entry, effect, number, way),
    probe: (send) => probeThrough(send, whoAmI),
    mend: mendWritten,
  }),
  sample: headerSecretSample,
};
