import { z } from 'zod';
import { isFaultNamed, networkFaults } from '../channel/fault-names.ts';
import type { SandboxCore } from '../core/core.ts';
import type { StartedSignIn } from './sign-in-book.ts';
import type { StoredUserToken } from './user-token-book.ts';

export type Redemption =
  | { readonly kind: 'redeemed'; readonly token: StoredUserToken }
  /** Entra said no: asking again with the same proof does not help. */
  | { readonly kind: 'refused' }
  /** Entra could not be asked. */
  | { readonly kind: 'unavailable' };

const answerSchema = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().optional(),
  expires_in: z.coerce.number(),
});

const loginTimeoutMs = 10_000;

export interface AuthorizeOptions {
  readonly person: string | null;
  readonly locale: string | null;
}

export function authorizeUrl(core: SandboxCore, signIn: StartedSignIn, { person, locale }: AuthorizeOptions): string {
  const url = new URL('/login/common/oauth2/v2.0/authorize', core.addresses.http);
  const query = {
    client_id: core.registrations.signIn.appId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: callbackUrl(core),
    scope: scopeOf(core),
    state: signIn.returnKey,
    code_challenge: signIn.codeChallenge,
    code_challenge_method: 'S256',
    ...(locale ? { ui_locales: locale } : {}),
    ...(person ? { person } : {}),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

export function redeemSignInCode(core: SandboxCore, signIn: StartedSignIn, code: string): Promise<Redemption> {
  return askForToken(core, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: callbackUrl(core),
    code_verifier: signIn.codeVerifier,
  });
}

export function redeemRefreshToken(core: SandboxCore, refreshToken: string): Promise<Redemption> {
  return askForToken(core, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

async function askForToken(core: SandboxCore, grant: Readonly<Record<string, string>>): Promise<Redemption> {
  const { appId, secret } = core.registrations.signIn;
  const form = { ...grant, client_id: appId, client_secret: secret, scope: scopeOf(core) };
  try {
    const response = await fetch(`${core.addresses.http}/login/common/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
      signal: AbortSignal.timeout(loginTimeoutMs),
    });
    if (response.status === 429 || response.status >= 500) return { kind: 'unavailable' };
    if (!response.ok) return { kind: 'refused' };
    return readAnswer(core, await response.json());
  } catch (fault) {
    // The connection broke, nobody answered in time, or the answer was not JSON.
    if (isFaultNamed(fault, [...networkFaults, 'SyntaxError'])) return { kind: 'unavailable' };
    throw fault;
  }
}

function readAnswer(core: SandboxCore, body: unknown): Redemption {
  const answer = answerSchema.safeParse(body);
  if (!answer.success) return { kind: 'unavailable' };
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = answer.data;
  return {
    kind: 'redeemed',
    token: { accessToken, refreshToken: refreshToken ?? null, expiresAt: core.now() + seconds * 1000 },
  };
}

function callbackUrl(core: SandboxCore): string {
  return `${core.addresses.http}/token-service/callback`;
}

function scopeOf(core: SandboxCore): string {
  return `openid profile offline_access ${core.registrations.signIn.scope}`;
}
