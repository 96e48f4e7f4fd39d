import { type CertificateFault, certificateFaultOf } from '../../domain/certificate-fault.ts';
import { jsonOrNull } from '../../domain/json.ts';
import { certificateCure } from './certificate-cure.ts';

/** How one request ended. Bodies are kept only to be looked at, never to be printed. */
export type WebAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: unknown }
  | NoAnswer;

export interface NoAnswer {
  readonly kind: 'no-answer';
  /** The network's own code, such as ENOTFOUND. */
  readonly because: string;
  /** What kept the two from talking, where it was the certificate. */
  readonly certificate: CertificateFault | null;
}

export interface WebQuestion {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const patienceMs = 5_000;

/** Asks once and waits at most 5 seconds. A body that is not JSON is `null`. */
export async function askWeb(url: string, question: WebQuestion = {}): Promise<WebAnswer> {
  try {
    const response = await fetch(url, {
      method: question.method ?? 'GET',
      headers: { accept: 'application/json', ...question.headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
      ...(question.body === undefined ? {} : { body: question.body }),
    });
    return {
      kind: 'answered',
      status: response.status,
      headers: response.headers,
      body: jsonOrNull(await response.text()),
    };
  } catch (fault) {
    const because = reasonOf(fault);
    return { kind: 'no-answer', because, certificate: certificateFaultOf(because) };
  }
}

/** What to do when a service does not answer as it should: the same wherever the service is. */
export function reachFix(setting: string): string {
  return `Check ${setting}, the name resolution and the firewall of the machine that runs the bot.`;
}

/** What to say of a service that did not answer, after its name, and what to do. */
export function silence(
  { because, certificate }: NoAnswer,
  setting: string,
  fix = reachFix(setting),
): { readonly what: string; readonly fix: string } {
  if (certificate === null) return { what: `did not answer: ${because}`, fix };
  const cure = certificateCure(certificate, setting);
  return { what: `was not talked to: its certificate ${cure.what} (${because})`, fix: cure.fix };
}

/** The network's own code, such as ENOTFOUND. Messages may hold addresses with keys in them. */
function reasonOf(fault: unknown): string {
  // Faults of `fetch` may come from another realm, where `instanceof` does not know them.
  const { cause, errors, code, name } = (typeof fault === 'object' && fault !== null ? fault : {}) as FetchFault;
  if (cause !== undefined) return reasonOf(cause);
  if (Array.isArray(errors) && errors.length > 0) return reasonOf(errors[0]);
  if (typeof code === 'string') return code;
  return name === 'TimeoutError' ? 'no answer within 5 seconds' : 'the connection broke off';
}

interface FetchFault {
  readonly cause?: unknown;
  readonly errors?: unknown;
  readonly code?: unknown;
  readonly name?: unknown;
}
