import { z } from 'zod';
import type { DeskDelivery, DeskReading } from '../../../ports/desk.ts';
import type { DeskDescriptor } from '../desk-descriptor.ts';
import type { DeskEntry } from '../desk-entry.ts';
import type { DeskSend } from '../desk-send.ts';
import { headerSecretFault, headerSecretSample, readProved } from '../header-secret.ts';
import { digits, name, states } from '../options.ts';
import { type ProbeQuestion, probeThrough, type SaidRights } from '../probe.ts';
import { isSignedBy, macOf, refused } from '../proof.ts';
import { basic, ownUsersOf } from '../requester.ts';
import { createAtServiceNow, tablePath, updateAtServiceNow } from './servicenow-writer.ts';

const rowsSchema = z.object({ result: z.array(z.unknown()) });

const column = z.string().regex(/^[a-z][a-z0-9_]{0,79}$/, 'must be the name of a table or column, such as u_onetenant');

export const servicenow: DeskDescriptor = {
  title: 'ServiceNow',
  needsUser: true,
  secrets: 'text',
  options: z
    .strictObject({
      group: name,
      states,
      caller: name,
      table: column,
      tagField: column,
      closeCode: name,
      holdReason: name,
      stateOpen: digits,
      statePending: digits,
      stateSolved: digits,
      signed: z.enum(['yes', 'no'], 'must be yes or no'),
    })
    .partial(),
  // Each table has a prefix of letters that an administrator can change.
  numbers: { shape: /^[A-Za-z]{1,20}\d{1,20}$/, example: 'INC0010023' },
  signsDeliveryId: false,
  signIn: ({ user, key }) => ({ authorization: basic(user ?? '', key) }),
  // It takes a form only, and a refresh token until its own end. Source: servicenow.com/docs, "OAuth API request parameters".
  oauth: {
    address: (url) => `${url}/oauth_token.do`,
    body: 'form',
    scope: null,
    keepsRefreshTokens: true,
  },
  create: ({ entry }) => ({
    receive: (delivery, now) => receive(delivery, now, entry),
    create: (effect, way) => createAtServiceNow(entry, effect, way),
    update: (effect, number, way) => updateAtServiceNow(entry, effect, number, way),
    probe: (send) => probeThrough(send, oneRow(entry), askForJournal),
  }),
  sample(ticket, parts) {
    const { body, headers } = headerSecretSample(ticket, parts);
    const signature = macOf('sha256', parts.secret, [body]).toString('base64');
    return { body, headers: { ...headers, 'x-onetenant-signature': signature } };
  },
};

/** The table that notes go to. The user table would say who we are, but few accounts may read it. */
function oneRow(entry: DeskEntry): ProbeQuestion {
  return {
    path: `${tablePath(entry)}?sysparm_limit=1&sysparm_fields=sys_id`,
    answer: rowsSchema,
    rights: () => ({ read: true }),
  };
}

/** Without the right to read what is written in records, ServiceNow answers 403, or as if nothing were written at all. */
async function askForJournal(send: DeskSend): Promise<SaidRights> {
  const answer = await send({
    method: 'GET',
    path: '/api/now/table/sys_journal_field?sysparm_limit=1&sysparm_fields=sys_id',
  });
  if (answer.kind === 'silent') return {};
  const rows = rowsSchema.safeParse(answer.json);
  return { 'find-notes': answer.status === 200 && rows.success && rows.data.result.length > 0 };
}

/** The business rule sends the record's id and update count as its delivery, which stay the same if it sends again. */
function receive(delivery: DeskDelivery, now: number, entry: DeskEntry): DeskReading {
  const fault = proofFault(delivery, entry);
  return fault === null ? readProved(delivery, ownUsersOf(entry), now) : refused(401, fault);
}

/** If the business rule signs, the signature must be right; otherwise the long secret in the header must. */
function proofFault({ headers, bytes }: DeskDelivery, { secrets, options }: DeskEntry): string | null {
  const signature = headers['x-onetenant-signature'];
  if (signature !== undefined) {
    const isRight = isSignedBy(signature, secrets, { algorithm: 'sha256', encoding: 'base64' }, [bytes]);
    return isRight ? null : 'wrong-signature';
  }
  return options?.signed === 'yes' ? 'unsigned' : headerSecretFault(headers, secrets);
}
