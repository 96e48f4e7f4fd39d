import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { z } from 'zod';
import { askWeb } from './web-answer.ts';

const answerSchema = z.object({ environment: z.record(z.string(), z.string()), caCertificatePem: z.string() });

/** What a running sandbox tells the bots that run against it; null when none runs there. */
export async function readSandbox(origin: string): Promise<Readonly<Record<string, string>> | null> {
  const answer = await askWeb(`${origin}/sandbox/settings`);
  const parsed = answerSchema.safeParse(answer.kind === 'answered' ? answer.body : null);
  if (!parsed.success) return null;
  // The simulated cloud has an authority of its own, made when it started.
  setDefaultCACertificates([...getCACertificates('default'), parsed.data.caCertificatePem]);
  return parsed.data.environment;
}
