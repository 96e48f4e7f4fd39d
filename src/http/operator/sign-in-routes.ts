import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'restify';
import { decideOperator, type OperatorClaims } from '../../domain/operators.ts';
import { createTranslator, localeOf, type Translator } from '../../i18n/index.ts';
import { StoreFault } from '../../ports/document-store.ts';
import { callerAddress } from '../caller-address.ts';
import { NetworkLimit } from '../network-limit.ts';
import type { OperatorCookies, OperatorSession, PendingSignIn } from './operator-cookies.ts';
import type { OperatorParts } from './operator-parts.ts';
import { ownPlace } from './own-place.ts';
import { placePage } from './page-parts.ts';
import { type NoteId, notePage, placeSignIn, type WayOut } from './pages.ts';
import { sendElsewhere, sendPage } from './send-page.ts';

type Handler = (request: Request, response: Response) => Promise<void>;

export interface SignInRoutes {
  /** Sends the browser to Entra; after that it returns to `goesTo`. */
  begin(request: Request, response: Response, goesTo: string): Promise<void>;
  readonly signIn: Handler;
  readonly signedIn: Handler;
  readonly signedOut: Handler;
  /** Shows a page if the store is unavailable, instead of failing silently. */
  orUnavailable(handler: Handler): Handler;
  /** Shows a message with a next step. */
  tell(request: Request, response: Response, note: SignInNotice): void;
}

export interface SignInNotice {
  readonly note: NoteId;
  readonly status: number;
  readonly wayOut?: WayOut;
  readonly cookies?: readonly string[];
  readonly retryAfterSeconds?: number;
}

const startsPerMinute = 20;
const toSignIn: WayOut = { says: 'sign-in', href: placeSignIn };
const withAnother: WayOut = { says: 'sign-in-again', href: placeSignIn };
const entraRetrySeconds = 30;
const storeRetrySeconds = 5;

/** Signing in and out. Nothing about a ticket is read before this is done. */
export function signInRoutes(parts: OperatorParts, cookies: OperatorCookies): SignInRoutes {
  const { clock, journal, publicUrl, rules, signIn } = parts;
  const limit = new NetworkLimit({ perAddress: startsPerMinute, now: () => clock.now() });

  const tell: SignInRoutes['tell'] = (request, response, { note, wayOut = toSignIn, ...options }) =>
    sendPage(response, publicUrl, notePage(translatorFor(request), note, wayOut, rules.role), options);

  /** Whether this caller has started too many sign-ins and must wait. */
  const mustWait = (request: Request, response: Response): boolean => {
    const admission = limit.admit(callerAddress(request, parts.trustedProxies));
    if (admission.kind === 'admitted') return false;
    tell(request, response, { note: 'too-many', status: 429, retryAfterSeconds: admission.retryAfterSeconds });
    return true;
  };

  async function begin(request: Request, response: Response, goesTo: string): Promise<void> {
    if (mustWait(request, response)) return;
    const begun = await signIn.begin();
    if (begun.kind === 'unavailable')
      return tell(request, response, { note: 'unavailable', status: 503, retryAfterSeconds: entraRetrySeconds });
    const pending: PendingSignIn = { ...begun.attempt, goesTo };
    sendElsewhere(response, publicUrl, begun.url, [await cookies.keep('attempt', pending)]);
  }

  function refuse(request: Request, response: Response, because: Refusal): void {
    journal.note({ event: 'operator.refused', because });
    // A link that fails must not sign people out, because anyone can get them to follow one.
    const isOut = because === 'role-missing' || because === 'foreign-tenant';
    const dropped = isOut ? [cookies.drop('attempt'), cookies.drop('session')] : [cookies.drop('attempt')];
    tell(request, response, { ...refusals[because], cookies: dropped });
  }

  async function letIn(request: Request, response: Response, claims: OperatorClaims, goesTo: string): Promise<void> {
    const decision = decideOperator(claims, rules);
    if (decision.kind !== 'operator') return refuse(request, response, decision.kind);
    const { tenantId, sees } = decision;
    const session: OperatorSession = { tenantId, sees, formToken: randomBytes(24).toString('base64url') };
    journal.note({ event: 'operator.signed-in' });
    sendElsewhere(response, publicUrl, goesTo, [cookies.drop('attempt'), await cookies.keep('session', session)]);
  }

  const orUnavailable: SignInRoutes['orUnavailable'] = (handler) => async (request, response) => {
    try {
      await handler(request, response);
    } catch (fault) {
      if (!(fault instanceof StoreFault) || response.headersSent) throw fault;
      const wayOut = { says: 'to-list', href: placePage } as const;
      tell(request, response, { note: 'unavailable', status: 503, retryAfterSeconds: storeRetrySeconds, wayOut });
    }
  };

  return {
    begin,
    tell,
    orUnavailable,
    signIn: orUnavailable((request, response) => {
      const asked = new URL(request.url ?? '/', publicUrl).searchParams.get('to');
      return begin(request, response, ownPlace(asked));
    }),
    signedIn: orUnavailable(async (request, response) => {
      const query = new URL(request.url ?? '/', publicUrl).searchParams;
      const pending = await cookies.read('attempt', request);
      // A different state means that this browser did not start this sign-in, but was led to the link.
      if (pending.kind !== 'read' || query.get('state') !== pending.value.state)
        return refuse(request, response, 'sign-in-failed');
      const code = query.get('code') ?? '';
      if (code === '') return refuse(request, response, 'sign-in-failed');
      if (mustWait(request, response)) return;
      const end = await signIn.finish(pending.value, code);
      switch (end.kind) {
        case 'signed-in':
          return letIn(request, response, end.claims, pending.value.goesTo);
        case 'refused':
          return refuse(request, response, 'sign-in-failed');
        case 'misconfigured':
        case 'unavailable':
          return refuse(request, response, end.kind);
      }
    }),
    signedOut: async (request, response) => tell(request, response, { note: 'signed-out', status: 200 }),
  };
}

type Refusal = 'role-missing' | 'foreign-tenant' | 'sign-in-failed' | 'misconfigured' | 'unavailable';

const refusals: Readonly<Record<Refusal, SignInNotice>> = {
  'role-missing': { note: 'role-missing', status: 403, wayOut: withAnother },
  'foreign-tenant': { note: 'foreign-tenant', status: 403, wayOut: withAnother },
  'sign-in-failed': { note: 'sign-in-failed', status: 400 },
  misconfigured: { note: 'misconfigured', status: 503 },
  unavailable: { note: 'unavailable', status: 503, retryAfterSeconds: entraRetrySeconds },
};

/** Text in the reader's language. */
export function translatorFor(request: Request): Translator {
  return createTranslator(localeOf(request.headers['accept-language']));
}
