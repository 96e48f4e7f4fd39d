import type { Request, Response, Server } from 'restify';
import type { CountsBodies } from '../body-budget.ts';
import { pageStyle } from '../page-style.ts';
import { answersWith } from '../static-files.ts';
import { createOperatorCookies } from './operator-cookies.ts';
import { createOperatorKeys } from './operator-keys.ts';
import type { OperatorParts } from './operator-parts.ts';
import { placePage } from './page-parts.ts';
import {
  operatorStylePath,
  placeOutcomes,
  placeQuestions,
  placeQuestionsFile,
  placeSignIn,
  placeSignOut,
} from './pages.ts';
import { operatorHeaders } from './send-page.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { ticketPagesRoutes } from './ticket-pages-routes.ts';

type Handler = (request: Request, response: Response) => Promise<void>;

/** Adds the tickets page for operators. `guard` wraps a handler so that a failure is answered too. */
export function addOperator(
  server: Server,
  parts: OperatorParts & CountsBodies,
  guard: (handler: Handler) => Handler,
): void {
  const { clock, publicUrl, secret, store } = parts;
  const cookies = createOperatorCookies({ keys: createOperatorKeys({ store, clock, secret }), clock, publicUrl });
  const signing = signInRoutes(parts, cookies);
  const pages = ticketPagesRoutes(parts, { cookies, signing });

  server.get(placePage, guard(pages.list));
  server.get(`${placePage}/tickets/:id`, guard(pages.ticket));
  server.post(`${placePage}/tickets/:id/replay`, guard(pages.replay));
  server.get(placeOutcomes, guard(pages.outcomes));
  server.get(placeQuestions, guard(pages.questions));
  server.get(placeQuestionsFile, guard(pages.questionsFile));
  server.get(placeSignIn, guard(signing.signIn));
  server.get(`${placePage}/signed-in`, guard(signing.signedIn));
  server.post(placeSignOut, guard(pages.signOut));
  server.get(`${placePage}/signed-out`, guard(signing.signedOut));
  server.get(operatorStylePath, guard(answersWith(operatorHeaders(publicUrl), 'text/css', pageStyle)));
}
