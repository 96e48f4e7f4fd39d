import { setTimeout as pause } from 'node:timers/promises';
import { ManagedIdentityCredential } from '@azure/identity';
import { z } from 'zod';
import { askWeb, type Unanswered } from './web-answer.ts';

/** Entra's response to a token request. Never printed: it may contain a token. */
export type TokenAnswer =
  | { readonly kind: 'granted'; readonly token: string }
  /** `code` is the AADSTS number; null if the response is not from Entra. */
  | { readonly kind: 'refused'; readonly code: number | null; readonly status: number }
  | Unanswered
  /** This machine has no managed identity. */
  | { readonly kind: 'no-identity' };

/** One of our app registrations, and how it authenticates. */
export interface AppAtEntra {
  readonly loginUrl: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly secret: string | undefined;
  readonly managedIdentityId: string | undefined;
}

const patienceMs = 5_000;

const tokenBody = z.object({ access_token: z.string().min(1) });
const refusalBody = z.object({ error: z.string(), error_codes: z.array(z.number()).default([]) });

/** Requests a token once from the app's tenant, with the app's secret or the managed identity. */
export async function askEntra(app: AppAtEntra, form: Readonly<Record<string, string>>): Promise<TokenAnswer> {
  const proof = await proofOf(app);
  if (proof === null) return { kind: 'no-identity' };
  const answer = await askWeb(`${app.loginUrl}/${app.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: app.appId, ...proof, ...form }).toString(),
  });
  if (answer.kind === 'no-answer') return answer;
  const granted = tokenBody.safeParse(answer.body);
  if (answer.status === 200 && granted.success) return { kind: 'granted', token: granted.data.access_token };
  const refused = refusalBody.safeParse(answer.body);
  return {
    kind: 'refused',
    status: answer.status,
    code: refused.success && answer.status < 500 && answer.status !== 429 ? (refused.data.error_codes[0] ?? 0) : null,
  };
}

/** A token of the managed identity; null if this machine has none. */
export async function identityToken(clientId: string, scope: string): Promise<string | null> {
  const identity = new ManagedIdentityCredential({ clientId, retryOptions: { maxRetries: 0 } });
  try {
    // On a machine without one, the identity endpoint may swallow requests without responding.
    const answer = await Promise.race([identity.getToken(scope), pause(patienceMs, null, { ref: false })]);
    return answer?.token ?? null;
  } catch {
    return null;
  }
}

async function proofOf(app: AppAtEntra): Promise<Record<string, string> | null> {
  if (app.secret !== undefined) return { client_secret: app.secret };
  const assertion = await identityToken(app.managedIdentityId ?? app.appId, 'api://AzureADTokenExchange');
  if (assertion === null) return null;
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  };
}
