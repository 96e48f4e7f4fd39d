import { setTimeout as wait } from 'node:timers/promises';
import type { AzureCli } from './azure-cli.ts';

export interface GraphCallsOptions {
  readonly cli: AzureCli;
  /** Origin of Microsoft Graph. */
  readonly graph: string;
  /** Whether changes are made, or only printed. */
  readonly mode: 'apply' | 'dry-run';
  readonly tell: (line: string) => void;
  /** Pause between attempts while Entra does not know yet about a new object, in milliseconds. */
  readonly pauseMs: number;
}

const attempts = 6;

/** The Azure CLI or Microsoft Graph refused; the message is theirs. */
export class RefusedCall extends Error {
  readonly code = 'REGISTRATION_CALL_REFUSED';
}

/** Any command that only reads. */
export async function look(
  { cli, tell }: Pick<GraphCallsOptions, 'cli' | 'tell'>,
  words: readonly string[],
): Promise<unknown> {
  tell(`look    az ${words.join(' ')}`);
  const answer = await cli(words);
  if (answer.kind === 'refused') throw new RefusedCall(answer.because);
  return answer.value;
}

/** Calls to Microsoft Graph through the Azure CLI. Reads always run; changes only if requested. */
export class GraphCalls {
  readonly #options: GraphCallsOptions;
  #changes = 0;

  constructor(options: GraphCallsOptions) {
    this.#options = options;
  }

  /** How many changes were made, or would have been. */
  get changes(): number {
    return this.#changes;
  }

  get(path: string): Promise<unknown> {
    return look(this.#options, ['rest', '--method', 'GET', '--url', this.#urlOf(path)]);
  }

  /** Creates or changes something. In a dry run nothing happens, and the result is `null`. */
  async change(method: 'POST' | 'PATCH', path: string, body: unknown, why: string): Promise<unknown> {
    this.#changes += 1;
    const text = JSON.stringify(body);
    const url = this.#urlOf(path);
    this.#options.tell(
      `${this.#options.mode === 'apply' ? 'change ' : 'would  '} az rest --method ${method} --url ${url} --body '${text}'`,
    );
    this.#options.tell(`        # ${why}`);
    if (this.#options.mode === 'dry-run') return null;
    return this.#send([
      'rest',
      '--method',
      method,
      '--url',
      url,
      '--headers',
      'Content-Type=application/json',
      '--body',
      text,
    ]);
  }

  #urlOf(path: string): string {
    return `${this.#options.graph}/v1.0${path}`;
  }

  async #send(words: readonly string[], attempt = 1): Promise<unknown> {
    const answer = await this.#options.cli(words);
    if (answer.kind === 'answered') return answer.value;
    // An object that was just created takes a moment to replicate.
    const isTooEarly = answer.because.includes('Request_ResourceNotFound');
    if (!isTooEarly || attempt >= attempts) throw new RefusedCall(answer.because);
    await wait(this.#options.pauseMs * attempt);
    return this.#send(words, attempt + 1);
  }
}
