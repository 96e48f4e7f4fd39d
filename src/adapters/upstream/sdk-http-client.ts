import type { SubscriptionClientOptionalParams } from '@azure/arm-subscriptions';
import type { Send, UpstreamAnswer } from './send.ts';

/** The HTTP client interface that every Azure SDK client accepts. */
export type SdkHttpClient = NonNullable<SubscriptionClientOptionalParams['httpClient']>;
type SdkRequest = Parameters<SdkHttpClient['sendRequest']>[0];
type SdkHeaders = SdkRequest['headers'];

/**
 * Routes an Azure SDK client through our own limited client.
 * `judge` may throw, so that a fault is recognised by its shape and not by an SDK's wording.
 */
export function createSdkHttpClient(
  send: Send,
  judge: (answer: UpstreamAnswer) => void,
  signal?: AbortSignal,
): SdkHttpClient {
  return {
    async sendRequest(request) {
      const answer = await send({
        method: request.method,
        url: request.url,
        headers: request.headers.toJSON(),
        signal: joinSignals(request, signal),
        ...(typeof request.body === 'string' ? { body: request.body } : {}),
      });
      judge(answer);
      return { request, status: answer.status, headers: new AnswerHeaders(answer.headers), bodyAsText: answer.text };
    },
  };
}

function joinSignals(request: SdkRequest, signal: AbortSignal | undefined): AbortSignal {
  const controller = new AbortController();
  const given = request.abortSignal;
  if (given?.aborted === true) controller.abort();
  given?.addEventListener('abort', () => controller.abort());
  return signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]);
}

/** The headers of a response, as the SDK expects them. */
class AnswerHeaders implements SdkHeaders {
  readonly #headers: Headers;

  constructor(headers: Headers) {
    this.#headers = new Headers(headers);
  }

  get(name: string): string | undefined {
    return this.#headers.get(name) ?? undefined;
  }

  has(name: string): boolean {
    return this.#headers.has(name);
  }

  set(name: string, value: string | number | boolean): void {
    this.#headers.set(name, String(value));
  }

  delete(name: string): void {
    this.#headers.delete(name);
  }

  toJSON(): Record<string, string> {
    return Object.fromEntries(this.#headers);
  }

  [Symbol.iterator](): Iterator<[string, string]> {
    return this.#headers[Symbol.iterator]();
  }
}
