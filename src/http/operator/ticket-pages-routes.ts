import { timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'restify';
import { operatorTenants } from '../../domain/operators.ts';
import { sameId } from '../../domain/text.ts';
import type { TicketOutcome, TicketRecord } from '../../ports/ticket-records.ts';
import type { CountsBodies } from '../body-budget.ts';
import { readForm } from './form-body.ts';
import type { OperatorCookies, OperatorSession } from './operator-cookies.ts';
import type { OperatorParts } from './operator-parts.ts';
import { csvHead, csvRow, questionsCsv } from './outcomes-csv.ts';
import { Overview, type OverviewFilter, pageOf, summaryOf } from './overview.ts';
import { ownPlace } from './own-place.ts';
import { placePage } from './page-parts.ts';
import { isTicketState, listPage, placeSignIn, type SeenDesk, ticketPage } from './pages.ts';
import { questionsPage } from './questions-page.ts';
import { isFromOurPage } from './same-origin.ts';
import { operatorHeaders, sendElsewhere, sendPage } from './send-page.ts';
import { type SignInRoutes, translatorFor } from './sign-in-routes.ts';

type Handler = (request: Request, response: Response) => Promise<void>;
type Signed = (request: Request, response: Response, session: OperatorSession) => Promise<void>;

export interface TicketPagesRoutes {
  readonly list: Handler;
  readonly ticket: Handler;
  readonly outcomes: Handler;
  readonly questions: Handler;
  readonly questionsFile: Handler;
  readonly replay: Handler;
  readonly signOut: Handler;
}

const signedOutPlace = `${placePage}/signed-out`;
const backToList = { says: 'to-list', href: placePage } as const;
const mostPages = 1_000_000;

/** The list, one ticket, the table of outcomes, and "send again". Each checks the session first. */
export function ticketPagesRoutes(
  parts: OperatorParts & CountsBodies,
  { cookies, signing }: { readonly cookies: OperatorCookies; readonly signing: SignInRoutes },
): TicketPagesRoutes {
  const { records, questions, publicUrl, rules, journal, clock } = parts;
  const overview = new Overview(records, clock);

  /** Null if the session has ended, or its tenant is no longer one of ours. */
  const sessionOf = async (request: Request): Promise<OperatorSession | 'none' | 'over'> => {
    const reading = await cookies.read('session', request);
    if (reading.kind === 'none') return 'none';
    if (reading.kind === 'worthless') return 'over';
    const isOurs = operatorTenants(rules).some((tenant) => sameId(tenant, reading.value.tenantId));
    return isOurs ? reading.value : 'over';
  };
  const desksOf = ({ sees, tenantId }: OperatorSession): readonly SeenDesk[] =>
    parts.desks.filter((desk) => sees === 'all-desks' || sameId(desk.tenantId, tenantId));

  /** Questions belong to no desk: how they end is for those who see every desk. */
  const seesQuestions = (session: OperatorSession): boolean => desksOf(session).length === parts.desks.length;
  /** The wording may be of people of any tenant, so it is for the bot's own tenant. */
  const textsFor = async ({ sees }: OperatorSession) => (sees === 'all-desks' ? questions.texts() : []);

  const sessionIsOver = (request: Request, response: Response): void => {
    const href = `${placeSignIn}?to=${encodeURIComponent(goesTo(request))}`;
    const telling = { note: 'session-over', status: 401, cookies: [cookies.drop('session')] } as const;
    signing.tell(request, response, { ...telling, wayOut: { says: 'sign-in', href } });
  };
  const csvHeaders = (what: 'outcomes' | 'questions') => ({
    ...operatorHeaders(publicUrl),
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="onetenant-${what}-${new Date(clock.now()).toISOString().slice(0, 10)}.csv"`,
  });
  const notThere = (request: Request, response: Response): void =>
    signing.tell(request, response, { note: 'not-there', status: 404, wayOut: backToList });
  const refuseForm = (request: Request, response: Response): void => {
    journal.note({ event: 'operator.refused', because: 'form' });
    signing.tell(request, response, { note: 'form-refused', status: 403, wayOut: backToList });
  };

  /** For pages: people who are not signed in are sent to sign in and come back. */
  const shown = (handler: Signed): Handler =>
    signing.orUnavailable(async (request, response) => {
      const session = await sessionOf(request);
      if (session === 'none') return signing.begin(request, response, goesTo(request));
      if (session === 'over') return sessionIsOver(request, response);
      return handler(request, response, session);
    });
  /** For forms: accepted only from our pages and this session. */
  const sent = (handler: Signed): Handler =>
    signing.orUnavailable(async (request, response) => {
      if (!isFromOurPage(request, publicUrl)) return refuseForm(request, response);
      const session = await sessionOf(request);
      if (session === 'none' || session === 'over') return sessionIsOver(request, response);
      const form = await readForm(request, parts.bodies);
      if (!sameText(form?.get('token') ?? '', session.formToken)) return refuseForm(request, response);
      return handler(request, response, session);
    });

  /** Another desk's ticket looks the same as a missing one. */
  const seenTicket = async (
    request: Request,
    session: OperatorSession,
  ): Promise<{ readonly ticket: TicketRecord; readonly desk: SeenDesk } | null> => {
    const ticket = await records.record(String(request.params.id));
    const desk = desksOf(session).find(({ id }) => id === ticket?.deskId);
    return ticket === null || desk === undefined ? null : { ticket, desk };
  };

  return {
    list: shown(async (request, response, session) => {
      const desks = desksOf(session);
      const snapshot = await overview.snapshot();
      const filter = filterIn(request, desks, publicUrl);
      const { takenAt } = snapshot;
      const view = {
        formToken: session.formToken,
        desks,
        filter,
        page: pageOf(snapshot, filter),
        summary: summaryOf(snapshot, filter),
        takenAt,
        seesQuestions: seesQuestions(session),
      };
      sendPage(response, publicUrl, listPage(translatorFor(request), view), { status: 200 });
    }),
    ticket: shown(async (request, response, session) => {
      const seen = await seenTicket(request, session);
      if (seen === null) return notThere(request, response);
      const again = queryOf(request, publicUrl).get('again');
      const replayed = again !== null && /^\d{1,3}$/.test(again) ? Number(again) : null;
      const view = { ...seen, formToken: session.formToken, replayed };
      sendPage(response, publicUrl, ticketPage(translatorFor(request), view), { status: 200 });
    }),
    outcomes: shown(async (_request, response, session) => {
      const seen = new Set(desksOf(session).map(({ id }) => id));
      const outcomes = records.outcomes()[Symbol.asyncIterator]();
      // If the store is unavailable, that must be known before anything is sent.
      const first = await outcomes.next();
      response.writeHead(200, csvHeaders('outcomes'));
      await pipeline(Readable.from(csvLines(first, outcomes, seen)), response);
    }),
    questions: shown(async (request, response, session) => {
      if (!seesQuestions(session)) return notThere(request, response);
      const t = translatorFor(request);
      const [counts, texts] = [await questions.counts(), await textsFor(session)];
      const keepsTexts =
        questions.keepsTexts && session.sees === 'own-desks' ? ('elsewhere' as const) : questions.keepsTexts;
      const titleOf = (id: string) => parts.titleOf(id, t.locale);
      const view = { formToken: session.formToken, counts, texts, keepsTexts, titleOf };
      sendPage(response, publicUrl, questionsPage(t, view), { status: 200 });
    }),
    questionsFile: shown(async (request, response, session) => {
      if (!seesQuestions(session)) return notThere(request, response);
      const text = questionsCsv(await questions.counts(), await textsFor(session));
      response.writeHead(200, csvHeaders('questions'));
      response.end(text);
    }),
    replay: sent(async (request, response, session) => {
      const seen = await seenTicket(request, session);
      if (seen === null) return notThere(request, response);
      const count = await records.replay(seen.ticket.id);
      if (count > 0) journal.note({ event: 'operator.replayed', desk: seen.desk.id, count });
      overview.forget();
      sendElsewhere(response, publicUrl, `${placePage}/tickets/${seen.ticket.id}?again=${Math.min(count, 999)}`);
    }),
    signOut: sent(async (_request, response) =>
      sendElsewhere(response, publicUrl, signedOutPlace, [cookies.drop('session')]),
    ),
  };
}

async function* csvLines(
  first: IteratorResult<TicketOutcome>,
  rest: AsyncIterator<TicketOutcome>,
  seen: ReadonlySet<string>,
): AsyncGenerator<string> {
  yield csvHead();
  for (let step = first; step.done !== true; step = await rest.next()) {
    if (seen.has(step.value.deskId)) yield csvRow(step.value);
  }
}

function filterIn(request: Request, desks: readonly SeenDesk[], publicUrl: string): OverviewFilter {
  const query = queryOf(request, publicUrl);
  const [desk, state, page] = [query.get('desk'), query.get('state'), Number(query.get('page') ?? 1)];
  return {
    desks: new Set(desks.map(({ id }) => id)),
    desk: desks.some(({ id }) => id === desk) ? desk : null,
    state: isTicketState(state) ? state : null,
    only: query.get('only') === 'dead' ? 'dead' : 'all',
    page: Number.isInteger(page) && page > 0 && page < mostPages ? page : 1,
  };
}

function queryOf(request: Request, publicUrl: string): URLSearchParams {
  return new URL(request.url ?? '/', publicUrl).searchParams;
}

/** After a form or a file, signing in leads back to the list. */
function goesTo(request: Request): string {
  return ownPlace(request.method === 'GET' ? request.url : null);
}

function sameText(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
