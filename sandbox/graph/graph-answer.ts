import { faultBody, graphErrorBody } from '../core/fault-bodies.ts';

/** What Microsoft Graph answers, by itself or inside a batch. */
export interface GraphAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export function graphValue(body: unknown): GraphAnswer {
  return {
    status: 200,
    headers: { 'Content-Type': 'application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8' },
    body,
  };
}

export function graphRefusal(status: number, code: string, message: string, now: number): GraphAnswer {
  return { status, headers: { 'Content-Type': 'application/json' }, body: graphErrorBody([code, message], now) };
}

export function permissionRefused(now: number): GraphAnswer {
  return { status: 403, headers: { 'Content-Type': 'application/json' }, body: faultBody('graph', 403, now) };
}

export function notFound(segment: string, now: number): GraphAnswer {
  return graphRefusal(404, 'Request_ResourceNotFound', `Resource '${segment}' does not exist.`, now);
}
