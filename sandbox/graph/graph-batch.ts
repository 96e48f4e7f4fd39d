import { z } from 'zod';
import type { Fault, SandboxCore } from '../core/core.ts';
import { faultBody } from '../core/fault-bodies.ts';
import { delayFor, faultHeaders, faultStatus } from '../core/play-fault.ts';
import { type GraphAnswer, graphRefusal, graphValue } from './graph-answer.ts';
import { answerQuestion, type GraphCaller } from './graph-questions.ts';

const mostRequests = 20;
const batchSchema = z.object({
  requests: z.array(
    z.object({
      id: z.string().min(1),
      method: z.string(),
      url: z.string().min(1),
      dependsOn: z.array(z.string()).optional(),
    }),
  ),
});
type InnerRequest = z.infer<typeof batchSchema>['requests'][number];

export type BatchResponse =
  | { readonly kind: 'answered'; readonly answer: GraphAnswer }
  /** A fault of one inner request that no status can tell: the whole answer breaks. */
  | { readonly kind: 'broken'; readonly fault: Fault };

interface InnerAnswer extends GraphAnswer {
  readonly id: string;
}

/** Answers a batch: every inner request by itself, in another order than they were asked. */
export async function answerBatch(core: SandboxCore, caller: GraphCaller, body: unknown): Promise<BatchResponse> {
  const parsed = batchSchema.safeParse(body);
  if (!parsed.success) return refused(caller, 'Invalid batch payload format.');
  const { requests } = parsed.data;
  if (requests.length > mostRequests) return refused(caller, `A batch takes at most ${mostRequests} requests.`);
  if (requests.length === 0) return refused(caller, 'A batch needs at least one request.');
  if (new Set(requests.map(({ id }) => id)).size < requests.length) return refused(caller, 'Request ids must differ.');
  const faults = new Map(requests.map(({ id, url }) => [id, core.faults.take('graph', addressOf(url))]));
  const breaking = [...faults.values()].find((fault) => fault !== null && faultStatus(fault) === null);
  if (breaking) return { kind: 'broken', fault: breaking };
  await Promise.all([...faults.values()].map((fault) => (fault === null ? null : delayFor(fault))));
  const answers = new Map<string, InnerAnswer>();
  for (const request of requests) {
    const answer = answerInner(caller, request, { fault: faults.get(request.id) ?? null, answers });
    answers.set(request.id, { id: request.id, ...answer });
    core.requests.record({
      service: 'graph',
      method: request.method,
      path: `$batch → ${addressOf(request.url)}`,
      status: answer.status,
    });
  }
  return { kind: 'answered', answer: graphValue({ responses: [...answers.values()].reverse() }) };
}

function answerInner(
  caller: GraphCaller,
  { method, url, dependsOn = [] }: InnerRequest,
  { fault, answers }: { readonly fault: Fault | null; readonly answers: ReadonlyMap<string, InnerAnswer> },
): GraphAnswer {
  const status = fault === null ? null : faultStatus(fault);
  if (fault !== null && status !== null) {
    const retryAfter = faultHeaders(fault)['retry-after'];
    return {
      status,
      headers: { 'Content-Type': 'application/json', ...(retryAfter ? { 'Retry-After': retryAfter } : {}) },
      body: faultBody('graph', status, caller.now),
    };
  }
  const failed = dependsOn.some((id) => (answers.get(id)?.status ?? 424) >= 400);
  if (failed) return graphRefusal(424, 'FailedDependency', 'A request that this one depends on failed.', caller.now);
  if (method.toUpperCase() !== 'GET') {
    return graphRefusal(405, 'Request_BadRequest', 'The sandbox only answers questions.', caller.now);
  }
  return answerQuestion(caller, addressOf(url));
}

/** Inner addresses are relative to the version, with or without a slash. */
function addressOf(url: string): string {
  return url.startsWith('/') ? url : `/${url}`;
}

function refused({ now }: GraphCaller, message: string): BatchResponse {
  return { kind: 'answered', answer: graphRefusal(400, 'BadRequest', message, now) };
}
