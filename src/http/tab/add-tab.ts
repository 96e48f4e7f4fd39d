import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { TabAnswer, TabChecklists } from '../../bot/proactive/tab-checklists.ts';
import { stepIds } from '../../domain/steps.ts';
import { createTranslator, type Locale, localeOf } from '../../i18n/index.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import type { TabCaller, TabPerson, TabRefusal, TabSignIn } from '../../ports/tab-sign-in.ts';
import { AtOnce } from '../at-once.ts';
import type { CountsBodies } from '../body-budget.ts';
import { browserHeaders } from '../browser-headers.ts';
import { callerAddress } from '../caller-address.ts';
import { answer, readJsonBody, refuseBody } from '../json-bodies.ts';
import { MinuteLimit } from '../minute-limit.ts';
import { forever, sendFile } from '../static-files.ts';
import { tabFiles } from './tab-files.ts';
import { tabAssetsPath, tabContentPolicy, tabPage } from './tab-page.ts';
import { tabPath } from './tab-path.ts';

/** What the tab in Teams needs. */
export interface TabRouteParts {
  /** The folder that holds `webchat/`. */
  readonly root: string;
  readonly signIn: TabSignIn;
  readonly checklists: Pick<TabChecklists, 'read' | 'tick'>;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Origin of the bot, as browsers see it. */
  readonly publicUrl: string;
  /** Opens the chat with the bot in Teams. */
  readonly chatUrl: string;
  /** How many reverse proxies are in front of the bot. */
  readonly trustedProxies: number;
}

type Handler = (request: Request, response: Response) => Promise<void>;

const checklistPath = '/api/tab/checklist';
const ticksPath = '/api/tab/ticks';
const bodyLimits = { maxBytes: 1_024, timeoutMs: 5_000 };
/** Of one person. Their tab asks twice a minute, and once for each tick. */
const requestsPerMinute = 60;
/** Refused requests of one address. Behind it may be a whole company whose tokens have just expired. */
const refusalsPerMinute = 120;
/** Requests that are answered at the same time. */
const atOnce = 32;
const busyRetrySeconds = 2;
const retrySeconds = 5;

const tickSchema = z.strictObject({ step: z.enum(stepIds), done: z.boolean() });

const statuses = {
  'no-token': 401,
  expired: 401,
  'not-ours': 401,
  'tenant-not-allowed': 403,
} as const satisfies Record<TabRefusal, number>;

/** Adds the tab's page and what it asks the bot. `guard` wraps a handler so that a failure is answered too. */
export function addTab(
  server: Server,
  parts: TabRouteParts & CountsBodies,
  guard: (handler: Handler) => Handler,
): void {
  addPage(server, parts, guard);
  const { checklists, bodies } = parts;
  const admit = admission(parts);
  server.get(
    checklistPath,
    guard(async (request, response) => {
      const person = await admit.person(request, response);
      if (person === null) return;
      await admit.answers(response, () => checklists.read(person, localeIn(request)));
    }),
  );
  server.post(
    ticksPath,
    guard(async (request, response) => {
      const person = await admit.person(request, response);
      if (person === null) return;
      const body = await readJsonBody(request, { ...bodyLimits, bodies });
      if (body.kind === 'refused') return refuseBody(response, body);
      const tick = tickSchema.safeParse(body.value);
      if (!tick.success) return answer(response, 400);
      await admit.answers(response, () => checklists.tick(person, tick.data, localeIn(request)));
    }),
  );
}

function addPage(
  server: Server,
  { root, publicUrl, chatUrl }: TabRouteParts,
  guard: (handler: Handler) => Handler,
): void {
  const { 'cross-origin-opener-policy': _severs, ...common } = browserHeaders(publicUrl);
  const files = tabFiles(root);
  const serve = (path: string, handler: Handler): void => {
    server.get(path, guard(handler));
    server.head(path, guard(handler));
  };
  serve(tabPath, async (request, response) => {
    const text = tabPage(createTranslator(localeIn(request)), await files(), chatUrl).text;
    const bytes = Buffer.from(text, 'utf8');
    response.writeHead(200, {
      ...common,
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(bytes.length),
      'cache-control': 'no-store',
      'content-security-policy': tabContentPolicy,
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Accept-Language',
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  });
  serve(`${tabAssetsPath}/:version/*`, async (request, response) => {
    const { version = '', '*': name = '' } = request.params as Readonly<Record<string, string>>;
    const { hash, files: all } = await files();
    const file = all.get(name);
    if (file === undefined) return answer(response, 404);
    // During a rolling update, one version may be asked for the other's files.
    const cache = hash === version ? forever : 'no-store';
    sendFile(request, response, file, {
      ...common,
      'cache-control': cache,
      'cross-origin-resource-policy': 'same-origin',
    });
  });
}

/** Who may ask, how often, and how many at once. No other page can ask: without CORS no browser lets it send the token. */
function admission({ signIn, journal, clock, trustedProxies }: TabRouteParts) {
  const now = (): number => clock.now();
  const refusals = new MinuteLimit({ perCaller: refusalsPerMinute, now });
  const requests = new MinuteLimit({ perCaller: requestsPerMinute, now });
  const answering = new AtOnce(atOnce);

  /** Null where somebody was refused; they have their answer then. */
  const person = async (request: IncomingMessage, response: ServerResponse): Promise<TabPerson | null> => {
    const address = callerAddress(request, trustedProxies);
    const waitSeconds = refusals.waitSeconds(address);
    if (waitSeconds !== null) return refused(response, 429, waitSeconds);
    const caller: TabCaller = await signIn.admit(request.headers.authorization ?? '');
    if (caller.kind === 'unavailable') return refused(response, 503, retrySeconds);
    if (caller.kind === 'refused') {
      refusals.count(address);
      journal.note({ event: 'tab.refused', because: caller.because });
      answer(response, statuses[caller.because], { body: { error: caller.because } });
      return null;
    }
    const { personId, tenantId } = caller.person;
    const admitted = requests.admit(`${tenantId} ${personId}`.toLowerCase());
    return admitted.kind === 'admitted' ? caller.person : refused(response, 429, admitted.retryAfterSeconds);
  };

  const answers = async (response: ServerResponse, work: () => Promise<TabAnswer>): Promise<void> => {
    const done = await answering.run(work);
    if (done === null) return answer(response, 503, { retryAfterSeconds: busyRetrySeconds });
    const { value } = done;
    switch (value.kind) {
      case 'checklist':
      case 'nothing':
        return answer(response, 200, { body: value });
      case 'no-chat':
        return answer(response, 404, { body: { error: value.kind } });
      case 'unavailable':
        return answer(response, 503, { retryAfterSeconds: retrySeconds });
    }
  };
  return { person, answers };
}

function refused(response: ServerResponse, status: 429 | 503, retryAfterSeconds: number): null {
  answer(response, status, { retryAfterSeconds });
  return null;
}

/** Teams puts the language of its client into the address. */
function localeIn({ url = '/', headers }: IncomingMessage): Locale {
  const asked = URL.parse(url, 'http://localhost')?.searchParams.get('locale');
  return localeOf(asked, headers['accept-language']);
}
