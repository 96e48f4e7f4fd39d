import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { scenarios } from '../../domain/scenario.ts';
import { type Locale, locales } from '../../i18n/locales.ts';
import type { Clock } from '../../ports/clock.ts';
import { endingRetention } from '../../ports/document-keys.ts';
import type { DocumentStore, Json } from '../../ports/document-store.ts';
import type { UserToken } from '../../ports/facts-source.ts';
import type { RetentionOwner } from '../../ports/retention.ts';
import type { SignInAttempt } from '../../ports/sign-in-attempt.ts';
import type { BroughtBack, StepUpEnd, StepUpOrder, StepUpSignIn } from '../../ports/step-up-sign-in.ts';
import type { ScheduledJobs } from '../proactive/scheduled-jobs.ts';

/** What step-ups need. */
export interface StepUpParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly jobs: Pick<ScheduledJobs, 'planIn'>;
  readonly signIn: StepUpSignIn;
  /** Origin of the bot, as browsers see it. */
  readonly publicUrl: string;
  /** 32 random bytes or more, as text for an address. */
  readonly randomKey: () => string;
}

/** A step-up to offer in a chat. */
export interface StepUpOffer extends Omit<StepUpOrder, 'signIn' | 'choosesAccount'> {
  readonly userToken: UserToken;
  /** Key of the conversation that goes on after it. */
  readonly conversation: string;
  readonly locale: Locale;
}

/** What opening the link leads to. */
export type OpenedStepUp =
  /** `verifier` stays in this browser, and nowhere else, until somebody brings `state` back. */
  | { readonly kind: 'begun'; readonly url: string; readonly state: string; readonly verifier: string }
  /** `used`: somebody came back with it already. */
  | { readonly kind: 'unavailable' | 'used'; readonly locale: Locale }
  /** It ran out, or never was. */
  | { readonly kind: 'old'; readonly locale: Locale | null };

/** What coming back from Entra leads to. */
export type FinishedStepUp =
  /** `used`: another window came back first. */
  | { readonly kind: 'done' | 'refused' | 'used'; readonly locale: Locale }
  /** `wanted`: sign-in name of the account that it takes; null if it is not known. */
  | { readonly kind: 'other-account'; readonly wanted: string | null; readonly locale: Locale }
  /** It ran out, never was, or this is not the browser that began it. */
  | { readonly kind: 'old'; readonly locale: Locale | null };

/** How far a step-up is. */
export type StepUpState = 'offered' | 'opened' | 'used';

/** What the button opens, followed by the id. */
export const stepUpOpenPath = '/step-up/open';
/** Where Entra sends the browser back to: the sign-in registration lists it. */
export const stepUpRedirectPath = '/step-up/signed-in';

/**
 * How long the button of a step-up works, and how long a sign-in that it opened may take, in milliseconds. More than 20 hours, so that
 * nobody has to hurry (WCAG 2.2.1).
 */
export const stepUpMs = 24 * 60 * 60_000;

/** Windows in which one step-up may be open at once; the oldest gives way. */
const windowsMax = 5;
/** Two windows may come at the same moment; whoever is second looks again, this many times. */
const looksMax = 5;

const prefix = 'step-up/';
const idPattern = /^[\w-]{43,64}$/;

const orderSchema = z.object({
  identity: z.object({ personId: z.string(), tenantId: z.string(), account: z.enum(['work', 'guest', 'personal']) }),
  challenge: z.object({ service: z.enum(['graph', 'azure']), claims: z.string().nullable() }),
  purpose: z.enum([...scenarios, 'status']),
  signIn: z.string(),
  loginHint: z.string().nullable(),
  choosesAccount: z.boolean(),
});
const keptSchema = orderSchema.extend({
  conversation: z.string(),
  locale: z.enum(locales as [Locale, ...Locale[]]),
  /** Milliseconds since 1970. */
  until: z.number(),
  /** One per window in which it was opened. */
  attempts: z.array(z.object({ state: z.string(), nonce: z.string() })),
  isUsed: z.boolean(),
});
type KeptStepUp = z.infer<typeof keptSchema>;

/** A step-up that can be pressed. */
export interface OfferedStepUp {
  readonly id: string;
  readonly url: string;
}

type Claimed =
  | { readonly kind: 'claimed'; readonly id: string; readonly kept: KeptStepUp; readonly attempt: SignInAttempt }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'used'; readonly locale: Locale }
  | { readonly kind: 'old'; readonly locale: Locale | null };

interface FoundStepUp {
  readonly kept: KeptStepUp;
  readonly etag: string;
}

/**
 * Step-ups: sign-ins of a browser in which a person proves more than their sign-in showed. Each belongs to one person, one
 * conversation and one reading, works once, and ends by itself. What comes of it continues the conversation. It may be open in
 * several windows: the first that comes back counts, and the others are told so.
 */
export class StepUps {
  readonly #parts: StepUpParts;

  constructor(parts: StepUpParts) {
    this.#parts = parts;
  }

  /** The id of a new step-up, and the address that its button opens. */
  async offer(offer: StepUpOffer): Promise<OfferedStepUp> {
    const signIn = this.#parts.signIn.digestOf(offer.userToken);
    return this.#offer({ ...offer, ...orderSchema.parse({ ...offer, signIn, choosesAccount: false }) });
  }

  /** The same once more, where somebody signed in with another account: now Microsoft asks which one. Null if it is gone. */
  async offerAgain(id: string): Promise<OfferedStepUp | null> {
    const found = await this.#find(id);
    return found === null ? null : this.#offer({ ...found.kept, choosesAccount: true });
  }

  /** Somebody pressed the button, perhaps once more. */
  async open(id: string): Promise<OpenedStepUp> {
    for (let look = 0; look < looksMax; look += 1) {
      const opened = await this.#open(id);
      if (opened !== 'changed-meanwhile') return opened;
    }
    return { kind: 'old', locale: null };
  }

  /** Somebody came back from Entra. `verifier` is what their browser kept; null if it kept nothing. */
  async finish(state: string, verifier: string | null, brought: BroughtBack): Promise<FinishedStepUp> {
    const { signIn, jobs } = this.#parts;
    for (let look = 0; look < looksMax; look += 1) {
      const claimed = await this.#claim(state, verifier);
      if (claimed.kind === 'changed-meanwhile') continue;
      if (claimed.kind !== 'claimed') return claimed;
      const { id, kept, attempt } = claimed;
      const end = await signIn.finish(orderOf(kept), attempt, brought);
      await jobs.planIn(0, kept.conversation, { kind: 'step-up-ended', stepUpId: id, end });
      return finishedBy(end, kept);
    }
    return { kind: 'old', locale: null };
  }

  /** Whether it was opened, and whether somebody came back from Entra with it, however that ended. */
  async stateOf(id: string): Promise<StepUpState> {
    const kept = (await this.#find(id))?.kept;
    if (kept?.isUsed === true) return 'used';
    return kept === undefined || kept.attempts.length === 0 ? 'offered' : 'opened';
  }

  async #offer(order: StepUpOrder & Pick<StepUpOffer, 'conversation' | 'locale'>): Promise<OfferedStepUp> {
    const { store, clock, publicUrl, randomKey } = this.#parts;
    const id = randomKey();
    const kept: KeptStepUp = {
      ...orderSchema.parse(order),
      conversation: order.conversation,
      locale: order.locale,
      until: clock.now() + stepUpMs,
      attempts: [],
      isUsed: false,
    };
    await store.write(`${prefix}${id}`, kept as Json, null);
    return { id, url: `${publicUrl}${stepUpOpenPath}/${id}` };
  }

  async #open(id: string): Promise<OpenedStepUp | 'changed-meanwhile'> {
    const { clock, signIn } = this.#parts;
    const found = await this.#find(id);
    if (found === null) return { kind: 'old', locale: null };
    const { kept } = found;
    const { locale } = kept;
    if (kept.isUsed) return { kind: 'used', locale };
    if (kept.until <= clock.now()) return { kind: 'old', locale };
    const begun = await signIn.begin(orderOf(kept), id);
    if (begun.kind === 'unavailable') return { kind: 'unavailable', locale };
    const { state, nonce, verifier } = begun.attempt;
    const until = clock.now() + stepUpMs;
    const attempts = [...kept.attempts, { state, nonce }].slice(-windowsMax);
    const isKept = await this.#change(id, found, { ...kept, until, attempts });
    return isKept ? { kind: 'begun', url: begun.url, state, verifier } : 'changed-meanwhile';
  }

  /** Marks it as used before the code is redeemed: whoever comes second, or again, comes too late. */
  async #claim(state: string, verifier: string | null): Promise<Claimed> {
    const [id = ''] = state.split('.');
    const found = await this.#find(id);
    if (found === null) return { kind: 'old', locale: null };
    const { kept } = found;
    const { locale } = kept;
    const begun = kept.attempts.find((one) => isSameSecret(one.state, state));
    if (begun === undefined) return { kind: 'old', locale };
    if (kept.isUsed) return { kind: 'used', locale };
    // Without the verifier this is another browser than the one that was sent to Entra.
    if (verifier === null) return { kind: 'old', locale };
    if (kept.until <= this.#parts.clock.now()) return { kind: 'old', locale };
    const isFirst = await this.#change(id, found, { ...kept, isUsed: true });
    return isFirst ? { kind: 'claimed', id, kept, attempt: { ...begun, verifier } } : { kind: 'changed-meanwhile' };
  }

  async #find(id: string): Promise<FoundStepUp | null> {
    if (!idPattern.test(id)) return null;
    const stored = await this.#parts.store.read(`${prefix}${id}`);
    const parsed = keptSchema.safeParse(stored?.value);
    return stored === null || !parsed.success ? null : { kept: parsed.data, etag: stored.etag };
  }

  async #change(id: string, { etag }: FoundStepUp, changed: KeptStepUp): Promise<boolean> {
    return (await this.#parts.store.write(`${prefix}${id}`, changed as Json, etag)).kind === 'written';
  }
}

function orderOf(kept: KeptStepUp): StepUpOrder {
  return orderSchema.parse(kept);
}

function finishedBy(end: StepUpEnd, { loginHint: wanted, locale }: KeptStepUp): FinishedStepUp {
  if (end.kind === 'other-account') return { kind: 'other-account', wanted, locale };
  return { kind: end.kind === 'read' && end.isEnough ? 'done' : 'refused', locale };
}

function isSameSecret(kept: string, given: string): boolean {
  const [one, other] = [Buffer.from(kept), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const endingSchema = z.object({ until: z.number(), conversation: z.string() });

/** A step-up goes when its time is over, used or not. */
export function stepUpRetention(store: DocumentStore): RetentionOwner {
  return endingRetention(store, prefix, {
    schema: endingSchema,
    endsAt: ({ until }) => until,
    conversationOf: ({ conversation }) => conversation,
  });
}
