/** How one request ended. Bodies are kept only to be looked at, never to be printed. */
export type WebAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: unknown }
  | { readonly kind: 'no-answer'; readonly because: string };

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
    return { kind: 'answered', status: response.status, headers: response.headers, body: parse(await response.text()) };
  } catch (fault) {
    return { kind: 'no-answer', because: reasonOf(fault) };
  }
}

/** What to do when a service does not answer: the same wherever the service is. */
export function reachFix(setting: string): string {
  return `Check ${setting}, the name resolution and the firewall of the machine that runs the bot.`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The network's own code, such as ENOTFOUND. Messages may hold addresses with keys in them. */
function reasonOf(fault: unknown): string {
  const cause = fault instanceof Error ? fault.cause : null;
  for (const one of [cause, fault]) {
    if (one instanceof AggregateError) return reasonOf(one.errors[0]);
    if (typeof one === 'object' && one !== null && 'code' in one && typeof one.code === 'string') return one.code;
  }
  return fault instanceof Error && fault.name === 'TimeoutError'
    ? 'no answer within 5 seconds'
    : 'the connection broke off';
}
