import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { sameId } from '../../domain/text.ts';
import { channelOf } from '../input/activity.ts';

/** Whether somebody signed in as who they are in the chat. */
export type AccountMatch = 'same' | 'other-account' | 'other-tenant';

const claimsSchema = z.object({
  oid: z.string(),
  tid: z.string(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
});

/**
 * Compares who signed in with who is in the Teams chat. Other channels do not say who somebody is, so there it is always the same.
 * The token comes from the token service; its claims are compared only, they prove nothing.
 */
export function matchAccount(token: string, activity: Activity): AccountMatch {
  const { knowsAccount, accountId, tenantId } = channelOf(activity);
  if (!knowsAccount) return 'same';
  const claims = claimsOf(token);
  // Teams sends its own object id and tenant with what people do. Without them nothing can be compared, so nothing is trusted.
  if (claims === null || accountId === null || tenantId === null) return 'other-account';
  if (!sameId(claims.tid, tenantId)) return 'other-tenant';
  return sameId(claims.oid, accountId) ? 'same' : 'other-account';
}

/** Who a token of the token service is for; null when it cannot be read. */
export function claimsOf(token: string): z.infer<typeof claimsSchema> | null {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const parsed = claimsSchema.safeParse(payload);
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The sign-in name in a token, to spare the person a choice of accounts. For that only: it can be changed. */
export function loginHintIn(token: string): string | null {
  return claimsOf(token)?.preferred_username ?? null;
}
