import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { z } from 'zod';
import { askWeb } from './web-answer.ts';

const answerSchema = z.object({ environment: z.record(z.string(), z.string()), caCertificatePem: z.string() });

/** The settings that a running sandbox gives to bots; null if none is running there. */
export async function readSandbox(origin: string): Promise<Readonly<Record<string, string>> | null> {
  const answer = await askWeb(`${origin}/sandbox/settings`);
  const parsed = answerSchema.safeParse(answer.kind === 'answered' ? answer.body : null);
  if (!parsed.success) return null;
  // The simulated cloud has its own certificate authority, created when it started.
  setDefaultCACertificates([...getCACertificates('default'), parsed.data.caCertificatePem]);
  return parsed.data.environment;
}
