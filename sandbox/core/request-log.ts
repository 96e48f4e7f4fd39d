import type { RequestLog, SeenRequest } from './core.ts';

/** Older rows are dropped, so that a sandbox that runs for days does not grow. */
const keptRequests = 5000;

/** Remembers which requests reached the simulated services. */
export function createRequestLog(now: () => number): RequestLog {
  let rows: SeenRequest[] = [];
  return {
    record(request) {
      rows.push({ ...request, at: new Date(now()).toISOString() });
      if (rows.length > keptRequests * 2) rows = rows.slice(-keptRequests);
    },
    list: () => rows.slice(-keptRequests),
    clear() {
      rows = [];
    },
  };
}
