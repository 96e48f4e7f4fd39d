import { setTimeout as wait } from 'node:timers/promises';
import type { AzureCli } from './azure-cli.ts';

export interface GraphCallsOptions {
  readonly cli: AzureCli;
  /** Whether changes are made, or only told. */
  readonly mode: 'apply' | 'dry-run';
  readonly tell: (line: string) => void;
  /** Between attempts, when Entra does not know yet what was just made. In milliseconds. */
  readonly pauseMs: number;
}

const graph = 'https://graph.microsoft.com/v1.0';
const attempts = 6;

/** The Azure CLI or Microsoft Graph said no; the message is theirs. */
export class RefusedCall extends Error {
  readonly code = 'REGISTRATION_CALL_REFUSED';
}

/** Calls to Microsoft Graph through the Azure CLI. Looking is always done; changing only when it is asked for. */
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

  /** Any command that only reads. */
  async look(words: readonly string[]): Promise<unknown> {
    this.#options.tell(`look    az ${words.join(' ')}`);
    const answer = await this.#options.cli(words);
    if (answer.kind === 'refused') throw new RefusedCall(answer.because);
    return answer.value;
  }

  get(path: string): Promise<unknown> {
    return this.look(['rest', '--method', 'GET', '--url', `${graph}${path}`]);
  }

  /** Makes or changes something. In a dry run nothing happens, and `null` stands for what would have been answered. */
  async change(method: 'POST' | 'PATCH', path: string, body: unknown, why: string): Promise<unknown> {
    this.#changes += 1;
    const text = JSON.stringify(body);
    const url = `${graph}${path}`;
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

  async #send(words: readonly string[], attempt = 1): Promise<unknown> {
    const answer = await this.#options.cli(words);
    if (answer.kind === 'answered') return answer.value;
    // What was made a second ago is not known everywhere yet.
    const isTooEarly = answer.because.includes('Request_ResourceNotFound');
    if (!isTooEarly || attempt >= attempts) throw new RefusedCall(answer.because);
    await wait(this.#options.pauseMs * attempt);
    return this.#send(words, attempt + 1);
  }
}
