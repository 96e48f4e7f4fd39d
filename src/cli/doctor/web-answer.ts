import { type CertificateFault, certificateFaultOf } from '../../domain/certificate-fault.ts';
import { jsonOrNull } from '../../domain/json.ts';
import { certificateCure } from './certificate-cure.ts';

/** The outcome of one request. Bodies are only inspected, never printed. */
export type WebAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: unknown }
  | Unanswered;

export interface Unanswered {
  readonly kind: 'no-answer';
  /** Node's error code, such as ENOTFOUND. */
  readonly because: string;
  /** What is wrong with the certificate, if that was the cause. */
  readonly certificate: CertificateFault | null;
}

export interface WebQuestion {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const patienceMs = 5_000;

/** Sends one request with a timeout of 5 seconds. A body that is not JSON becomes `null`. */
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

/** What a browser would get from a page: where it is sent, or the text. Only inspected, never printed. */
export type PageAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly location: string | null; readonly text: string }
  | Unanswered;

/** Opens a page once, follows nothing, and gives up after 5 seconds. */
export async function askPage(url: string): Promise<PageAnswer> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'text/html' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    const { status, headers } = response;
    return { kind: 'answered', status, location: headers.get('location'), text: await response.text() };
  } catch (fault) {
    const because = reasonOf(fault);
    return { kind: 'no-answer', because, certificate: certificateFaultOf(because) };
  }
}

/** What to do if a service does not respond as it should; the same for every service. */
export function reachFix(setting: string): string {
  return `Check ${setting}, DNS and the firewall of the machine that runs the bot.`;
}

/** What to report about a service that did not respond, after its name, and what to do. */
export function silence(
  { because, certificate }: Unanswered,
  setting: string,
  fix = reachFix(setting),
): { readonly what: string; readonly fix: string } {
  if (certificate === null) return { what: `did not answer: ${because}`, fix };
  const cure = certificateCure(certificate, setting);
  return { what: `cannot be trusted: its certificate ${cure.what} (${because})`, fix: cure.fix };
}

/** Node's error code, such as ENOTFOUND. Messages may contain URLs with keys in them. */
function reasonOf(fault: unknown): string {
  // Errors from `fetch` may come from another realm, where `instanceof` does not recognise them.
  const { cause, errors, code, name } = (typeof fault === 'object' && fault !== null ? fault : {}) as FetchFault;
  if (cause !== undefined) return reasonOf(cause);
  if (Array.isArray(errors) && errors.length > 0) return reasonOf(errors[0]);
  if (typeof code === 'string') return code;
  return name === 'TimeoutError' ? 'no answer within 5 seconds' : 'the connection was lost';
}

interface FetchFault {
  readonly cause?: unknown;
  readonly errors?: unknown;
  readonly code?: unknown;
  readonly name?: unknown;
}
