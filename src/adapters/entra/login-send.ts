import { jsonOrNull } from '../../domain/json.ts';
import type { Clock } from '../../ports/clock.ts';
import { Kept } from '../upstream/kept.ts';
import { jsonIn, type Send, type UpstreamAnswer } from '../upstream/send.ts';
import { faultInAnswer } from '../upstream/upstream-fault.ts';
import { entraFault } from './entra-faults.ts';

const keptForMs = 24 * 60 * 60_000;
const tenantsKept = 200;

/**
 * Caches Entra's public OpenID metadata for each tenant for a day.
 * The identity library requests it for every new credential, which would double the cost of each token exchange.
 */
export function rememberTenantDocuments(send: Send, clock: Clock): Send {
  const kept = new Kept<UpstreamAnswer>(tenantsKept, clock);
  return (request) => {
    const isDocument = request.method === 'GET' && request.url.includes('/.well-known/openid-configuration');
    if (!isDocument) return send(request);
    return kept.get(request.url, async () => {
      const answer = await send(request);
      return { value: answer, keepUntil: answer.status === 200 ? clock.now() + keptForMs : 0 };
    });
  };
}

/** Throws the fault in a response from Entra. Refusals come with an error document, which says more than the status. */
export function judgeEntra(answer: UpstreamAnswer): void {
  const fault = faultInAnswer({
    status: answer.status,
    errorCode: null,
    header: (name) => answer.headers.get(name),
  });
  if (fault === null) {
    jsonIn(answer);
    return;
  }
  const passes = fault.because === 'throttled' || fault.because === 'unavailable';
  throw passes ? fault : (entraFault(jsonOrNull(answer.text)) ?? fault);
}
