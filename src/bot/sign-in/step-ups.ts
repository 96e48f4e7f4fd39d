import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { scenarios } from '../../domain/scenario.ts';
import { type Locale, locales } from '../../i18n/locales.ts';
import type { Clock } from '../../ports/clock.ts';
import { endingRetention } from '../../ports/document-keys.ts';
import type { DocumentStore, Json } from '../../ports/document-store.ts';
import type { UserToken } from '../../ports/facts-source.ts';
import type { RetentionOwner } from '../../ports/retention.ts';
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
export interface StepUpOffer extends Omit<StepUpOrder, 'signIn'> {
  readonly userToken: UserToken;
  /** Key of the conversation that goes on after it. */
  readonly conversation: string;
  readonly locale: Locale;
}

/** What opening the link leads to. */
export type OpenedStepUp =
  /** `verifier` stays in this browser, and nowhere else. */
  | { readonly kind: 'begun'; readonly url: string; readonly verifier: string }
  | { readonly kind: 'unavailable'; readonly locale: Locale }
  /** It ran out, was used, or never was. */
  | { readonly kind: 'old'; readonly locale: Locale | null };

/** What coming back from Entra leads to. */
export type FinishedStepUp =
  | { readonly kind: 'done' | 'other-account' | 'refused'; readonly locale: Locale }
  | { readonly kind: 'old'; readonly locale: Locale | null };

/** What the button opens, followed by the id. */
export const stepUpOpenPath = '/step-up/open';
/** Where Entra sends the browser back to: the sign-in registration lists it. */
export const stepUpRedirectPath = '/step-up/signed-in';

/** How long the button of a step-up works, in milliseconds. */
const stepUpOfferMs = 15 * 60_000;
/** How long the sign-in at Entra may take after it was opened, in milliseconds. */
const stepUpAttemptMs = 10 * 60_000;

const prefix = 'step-up/';
const idPattern = /^[\w-]{43,64}$/;

const orderSchema = z.object({
  identity: z.object({ personId: z.string(), tenantId: z.string(), account: z.enum(['work', 'guest', 'personal']) }),
  challenge: z.object({ service: z.enum(['graph', 'azure']), claims: z.string().nullable() }),
  purpose: z.enum([...scenarios, 'status']),
  signIn: z.string(),
  loginHint: z.string().nullable(),
});
const keptSchema = orderSchema.extend({
  conversation: z.string(),
  locale: z.enum(locales as [Locale, ...Locale[]]),
  /** Milliseconds since 1970. */
  until: z.number(),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('offered') }),
    z.object({ kind: z.literal('opened'), state: z.string(), nonce: z.string() }),
    z.object({ kind: z.literal('used') }),
  ]),
});
type KeptStepUp = z.infer<typeof keptSchema>;

interface FoundStepUp {
  readonly kept: KeptStepUp;
  readonly etag: string;
}

/**
 * Step-ups: sign-ins of a browser in which a person proves more than their sign-in showed. Each belongs to one person, one
 * conversation and one reading, works once, and ends by itself. What comes of it continues the conversation.
 */
export class StepUps {
  readonly #parts: StepUpParts;

  constructor(parts: StepUpParts) {
    this.#parts = parts;
  }

  /** The id of a new step-up, and the address that its button opens. */
  async offer(offer: StepUpOffer): Promise<{ readonly id: string; readonly url: string }> {
    const { store, clock, publicUrl, randomKey, signIn } = this.#parts;
    const id = randomKey();
    const kept: KeptStepUp = {
      ...orderSchema.parse({ ...offer, signIn: signIn.digestOf(offer.userToken) }),
      conversation: offer.conversation,
      locale: offer.locale,
      until: clock.now() + stepUpOfferMs,
      state: { kind: 'offered' },
    };
    await store.write(`${prefix}${id}`, kept as Json, null);
    return { id, url: `${publicUrl}${stepUpOpenPath}/${id}` };
  }

  /** Somebody pressed the button, perhaps once more: only the newest attempt counts. */
  async open(id: string): Promise<OpenedStepUp> {
    const { clock, signIn } = this.#parts;
    const found = await this.#find(id);
    if (found === null) return { kind: 'old', locale: null };
    const { kept } = found;
    if (kept.state.kind === 'used' || kept.until <= clock.now()) return { kind: 'old', locale: kept.locale };
    const begun = await signIn.begin(orderOf(kept), id);
    if (begun.kind === 'unavailable') return { kind: 'unavailable', locale: kept.locale };
    const { state, nonce, verifier } = begun.attempt;
    const until = Math.max(kept.until, clock.now() + stepUpAttemptMs);
    const isKept = await this.#change(id, found, { ...kept, until, state: { kind: 'opened', state, nonce } });
    return isKept ? { kind: 'begun', url: begun.url, verifier } : { kind: 'old', locale: kept.locale };
  }

  /** Somebody came back from Entra. `verifier` is what their browser kept; null if it kept nothing. */
  async finish(state: string, verifier: string | null, brought: BroughtBack): Promise<FinishedStepUp> {
    const { clock, signIn, jobs } = this.#parts;
    const [id = ''] = state.split('.');
    const found = await this.#find(id);
    if (found === null) return { kind: 'old', locale: null };
    const { kept } = found;
    const { locale } = kept;
    const isThis = kept.state.kind === 'opened' && isSameSecret(kept.state.state, state) && kept.until > clock.now();
    // Without the verifier this is another browser than the one that was sent to Entra.
    if (!isThis || verifier === null || kept.state.kind !== 'opened') return { kind: 'old', locale };
    const { nonce } = kept.state;
    // Used before it is redeemed: whoever comes second with the same address comes too late.
    const isFirst = await this.#change(id, found, { ...kept, state: { kind: 'used' } });
    if (!isFirst) return { kind: 'old', locale };
    const end = await signIn.finish(orderOf(kept), { state, nonce, verifier }, brought);
    await jobs.planIn(0, kept.conversation, { kind: 'step-up-ended', stepUpId: id, end });
    return { kind: pageOf(end), locale };
  }

  /** Whether somebody came back from Entra with it, however that ended. */
  async isUsed(id: string): Promise<boolean> {
    return (await this.#find(id))?.kept.state.kind === 'used';
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

function pageOf(end: StepUpEnd): 'done' | 'other-account' | 'refused' {
  if (end.kind === 'read') return end.isEnough ? 'done' : 'refused';
  return end.kind;
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
