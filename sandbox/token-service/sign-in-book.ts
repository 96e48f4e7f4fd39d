import { createHash, randomBytes, randomUUID } from 'node:crypto';

export interface SignInPlan {
  readonly connectionName: string;
  readonly channelId: string;
  /** The person as the bot knows them. */
  readonly userId: string;
  readonly conversationId: string | null;
  readonly locale: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface StartedSignIn extends SignInPlan {
  readonly id: string;
  /** Travels through the sign-in page and back; works once. */
  readonly returnKey: string;
  readonly codeVerifier: string;
  readonly codeChallenge: string;
}

const signInLifetimeMs = 60 * 60_000;

/** Sign-ins that were offered and are not finished. */
export class SignInBook {
  readonly #offered = new Map<string, StartedSignIn>();
  readonly #underway = new Map<string, StartedSignIn>();

  begin(plan: SignInPlan): StartedSignIn {
    const codeVerifier = randomBytes(32).toString('base64url');
    const signIn: StartedSignIn = {
      ...plan,
      id: randomUUID(),
      returnKey: '',
      codeVerifier,
      codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    };
    this.#offered.set(signIn.id, signIn);
    return signIn;
  }

  /** The same link may be opened again: every visit gets a return key of its own. */
  visit(id: string, now: number): StartedSignIn | null {
    const offered = this.#offered.get(id);
    if (!offered || now - offered.now > signInLifetimeMs) return null;
    const underway = { ...offered, returnKey: randomBytes(24).toString('base64url') };
    this.#underway.set(underway.returnKey, underway);
    return underway;
  }

  takeReturn(returnKey: string): StartedSignIn | null {
    const signIn = this.#underway.get(returnKey) ?? null;
    this.#underway.delete(returnKey);
    return signIn;
  }

  clear(): void {
    this.#offered.clear();
    this.#underway.clear();
  }
}
