import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import {
  type FinishedStepUp,
  type StepUps,
  stepUpMs,
  stepUpOpenPath,
  stepUpRedirectPath,
} from '../../bot/sign-in/step-ups.ts';
import { createTranslator } from '../../i18n/index.ts';
import { localeOf } from '../../i18n/locale-of.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Clock } from '../../ports/clock.ts';
import type { BroughtBack } from '../../ports/step-up-sign-in.ts';
import { browserHeaders } from '../browser-headers.ts';
import { callerAddress } from '../caller-address.ts';
import { NetworkLimit } from '../network-limit.ts';
import { pageStyle } from '../page-style.ts';
import { answersWith } from '../static-files.ts';
import { type StepUpPageId, stepUpClosePath, stepUpCloseScript, stepUpPage, stepUpStylePath } from './step-up-page.ts';

/** What the pages of a step-up need. */
export interface StepUpRouteParts {
  readonly stepUps: Pick<StepUps, 'open' | 'finish'>;
  readonly clock: Clock;
  /** Origin of the bot, as browsers see it. */
  readonly publicUrl: string;
  /** How many reverse proxies are in front of the bot. */
  readonly trustedProxies: number;
  /** Has the conversation go on now, instead of when jobs are looked at next. */
  readonly continueSoon: () => void;
}

type Handler = (request: Request, response: Response) => Promise<void>;

const openingsPerMinute = 20;
const verifierPattern = /^[\w-]{43,128}$/;
/** The id of a step-up, and what is new in each opening: its beginning names the cookie. */
const statePattern = /^[\w-]{43,64}\.([\w-]{16})[\w-]{27}$/;

interface ToldPage {
  readonly kind: StepUpPageId;
  /** Null for that of the browser. */
  readonly locale: Locale | null;
  /** Sign-in name of the account that it takes, where somebody used another. */
  readonly wanted?: string | null;
}

const tooMany: ToldPage = { kind: 'too-many', locale: null };

const statusOf: Readonly<Record<StepUpPageId, number>> = {
  done: 200,
  refused: 200,
  'other-account': 403,
  used: 409,
  old: 400,
  unavailable: 503,
  'too-many': 429,
};

/** Adds the two addresses of a step-up: out to Entra, and back. `guard` wraps a handler so that a failure is answered too. */
export function addStepUp(server: Server, parts: StepUpRouteParts, guard: (handler: Handler) => Handler): void {
  const { stepUps, clock, publicUrl, trustedProxies, continueSoon } = parts;
  const limit = new NetworkLimit({ perAddress: openingsPerMinute, now: () => clock.now() });
  const cookie = verifierCookie(publicUrl);
  const headers = pageHeaders(publicUrl);

  const tell = (request: Request, response: Response, told: ToldPage, more: Readonly<Record<string, string>> = {}) => {
    const { kind, locale, wanted = null } = told;
    const t = createTranslator(locale ?? localeOf(request.headers['accept-language']));
    const bytes = Buffer.from(stepUpPage(t, kind, wanted).text, 'utf8');
    response.writeHead(statusOf[kind], {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(bytes.length),
      ...more,
    });
    response.end(bytes);
  };
  const isAdmitted = (request: Request): boolean =>
    limit.admit(callerAddress(request, trustedProxies)).kind === 'admitted';

  server.get(
    `${stepUpOpenPath}/:id`,
    guard(async (request, response) => {
      if (!isAdmitted(request)) return tell(request, response, tooMany);
      const { id = '' } = request.params as Readonly<Record<string, string>>;
      const opened = await stepUps.open(id);
      if (opened.kind !== 'begun') return tell(request, response, opened);
      response.writeHead(303, {
        ...headers,
        location: opened.url,
        'content-length': '0',
        'set-cookie': cookie.keep(opened.state, opened.verifier),
      });
      response.end();
    }),
  );
  server.get(
    stepUpRedirectPath,
    guard(async (request, response) => {
      if (!isAdmitted(request)) return tell(request, response, tooMany);
      const query = new URL(request.url ?? '/', publicUrl).searchParams;
      const state = query.get('state') ?? '';
      const finished: FinishedStepUp = await stepUps.finish(state, cookie.read(request, state), broughtBackIn(query));
      tell(request, response, finished, cookie.drop(state));
      if (finished.kind !== 'old' && finished.kind !== 'used') continueSoon();
    }),
  );
  server.get(stepUpStylePath, guard(answersWith(headers, 'text/css', pageStyle)));
  server.get(stepUpClosePath, guard(answersWith(headers, 'text/javascript', stepUpCloseScript)));
}

function broughtBackIn(query: URLSearchParams): BroughtBack {
  const code = query.get('code') ?? '';
  if (code !== '') return { kind: 'code', code };
  return { kind: 'error', error: query.get('error') ?? '', description: query.get('error_description') ?? '' };
}

/** The page may close itself, which is all that a script does here. Nothing of it is cached. */
function pageHeaders(publicUrl: string): Readonly<Record<string, string>> {
  const { 'cross-origin-opener-policy': _severs, ...common } = browserHeaders(publicUrl);
  return {
    ...common,
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    'x-frame-options': 'DENY',
    vary: 'Accept-Language, Cookie',
  };
}

/** The proof that a browser began a sign-in stays in it. Each window has its own, so that none spoils another. */
function verifierCookie(publicUrl: string) {
  const isSecure = publicUrl.startsWith('https:');
  // With this prefix, browsers refuse a cookie of this name from another host in the domain, or without TLS.
  const nameFor = (state: string): string | null => {
    const part = statePattern.exec(state)?.[1];
    return part === undefined ? null : `${isSecure ? '__Host-' : ''}onetenant-step-up-${part}`;
  };
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return {
    keep: (state: string, verifier: string): string =>
      `${nameFor(state)}=${verifier}; ${attributes}; Max-Age=${stepUpMs / 1_000}`,
    /** The header that takes it away; none if there is nothing to take away. */
    drop(state: string): Readonly<Record<string, string>> {
      const name = nameFor(state);
      return name === null ? {} : { 'set-cookie': `${name}=; ${attributes}; Max-Age=0` };
    },
    read(request: IncomingMessage, state: string): string | null {
      const name = nameFor(state);
      const parts = (request.headers.cookie ?? '').split(';').map((part) => part.trim().split('='));
      const kept = parts.find(([key]) => key === name)?.[1] ?? '';
      return verifierPattern.test(kept) ? kept : null;
    },
  };
}
