import type { z } from 'zod';
import { type Refusal, refusal } from '../channel/refusal.ts';

export const personNotFound = refusal(404, 'PersonNotFound', 'There is no such person in the sandbox.');

/** Names the invalid field and what it accepts. */
export function unclear(error: z.ZodError): Refusal {
  const problems = error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  return refusal(400, 'BadArgument', problems.join('; '));
}
