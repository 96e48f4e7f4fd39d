import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { bearerOf } from '../core/bearer.ts';
import { isSameSecret } from './desk-at-work.ts';
import type { SandboxDesk } from './sandbox-desk.ts';

/** How a kind of desk gives tokens. */
export interface TokenHabits {
  /** Below the desk's own address. */
  readonly path: string;
  /** The one encoding that it reads. */
  readonly body: 'form' | 'json';
  readonly lifeSeconds: number;
  /** Gives the token that is still valid again, with the time that it has left. */
  readonly repeats: boolean;
  readonly grants: readonly ('client_credentials' | 'refresh_token')[];
  readonly refusal: { readonly status: number; readonly body: unknown };
  /** The answer to a body that it does not read. */
  readonly unread: { readonly status: number; readonly body: unknown };
}

const askedSchema = z.looseObject({
  grant_type: z.string(),
  client_id: z.string(),
  client_secret: z.string(),
  refresh_token: z.string().optional(),
  scope: z.string().optional(),
});

/** The access tokens of one desk. */
export class DeskTokens {
  readonly #desk: SandboxDesk;
  readonly #now: () => number;
  /** When each ends, in milliseconds since 1970. */
  readonly #endsAt = new Map<string, number>();

  constructor(desk: SandboxDesk, now: () => number) {
    this.#desk = desk;
    this.#now = now;
  }

  /** Whether a request brings a token of this desk that has not ended. */
  accepts(header: string | undefined): boolean {
    return (this.#endsAt.get(bearerOf(header) ?? '') ?? 0) > this.#now();
  }

  /** Ends every token, as an administrator does who revokes them. */
  revoke(): void {
    this.#endsAt.clear();
  }

  addTo(app: FastifyInstance, habits: TokenHabits): void {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    app.post(habits.path, async ({ headers, body }, reply) => {
      const fields = readBody(habits.body, headers['content-type'] ?? '', String(body));
      const asked = askedSchema.safeParse(fields);
      if (fields === null || !asked.success) return reply.code(habits.unread.status).send(habits.unread.body);
      if (!this.#isRight(asked.data, habits)) return reply.code(habits.refusal.status).send(habits.refusal.body);
      return this.#give(habits, asked.data.scope);
    });
  }

  #isRight(asked: z.infer<typeof askedSchema>, { grants }: TokenHabits): boolean {
    const { clientId, clientSecret, refreshToken } = this.#desk.oauth;
    const isClient = asked.client_id === clientId && isSameSecret(asked.client_secret, clientSecret);
    const isRenewal = asked.grant_type === 'refresh_token';
    const isRefreshed = !isRenewal || isSameSecret(asked.refresh_token, refreshToken);
    return isClient && isRefreshed && grants.some((grant) => grant === asked.grant_type);
  }

  #give({ lifeSeconds, repeats }: TokenHabits, scope = '') {
    const now = this.#now();
    const known = repeats ? [...this.#endsAt].find(([, endsAt]) => endsAt > now) : undefined;
    const [token, endsAt] = known ?? [randomBytes(32).toString('base64url'), now + lifeSeconds * 1000];
    this.#endsAt.set(token, endsAt);
    return { access_token: token, token_type: 'Bearer', scope, expires_in: Math.floor((endsAt - now) / 1000) };
  }
}

/** Null if it is in another encoding. */
function readBody(as: TokenHabits['body'], contentType: string, text: string): unknown {
  if (as === 'form')
    return contentType.startsWith('application/x-www-form-urlencoded')
      ? Object.fromEntries(new URLSearchParams(text))
      : null;
  if (!contentType.startsWith('application/json')) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
