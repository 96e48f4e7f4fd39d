import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import {
  createMessageConnection,
  type Message,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';

type Environment = Readonly<Record<string, string | undefined>>;

const program = process.platform === 'win32' ? 'bicep.exe' : 'bicep';

/**
 * Finds Microsoft's Bicep compiler: the one in `BICEP`, else the one on the PATH, the one installed by `az bicep install`,
 * or one beside the clone. Null if there is none. Throws if `BICEP` names one that does not exist.
 */
export function findCompiler(environment: Environment): string | null {
  const onThePath = (name: string): readonly string[] =>
    (environment.PATH ?? '')
      .split(delimiter)
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, name));
  const first = (places: readonly string[]): string | null => places.find((place) => existsSync(place)) ?? null;

  const { BICEP: named } = environment;
  if (named === undefined || named === '')
    return first([
      ...onThePath(program),
      join(homedir(), '.azure', 'bin', program),
      resolve('../shared/tools', program),
    ]);
  const found = first([resolve(named), ...onThePath(named)]);
  if (found === null) throw new Error(`BICEP names ${named}, and there is no such program.`);
  return found;
}

/** An error or hint from the compiler. Lines and characters count from 0. */
interface Diagnostic {
  readonly level: 'Info' | 'Warning' | 'Error';
  readonly code: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly char: number } };
}

/** The part of the compiler's protocol that is used here: each method with its request and response. */
interface Methods {
  readonly version: { readonly asked: object; readonly answered: { readonly version: string } };
  readonly compile: {
    readonly asked: { readonly path: string };
    readonly answered: {
      readonly success: boolean;
      readonly contents?: string | null;
      readonly diagnostics: readonly Diagnostic[];
    };
  };
  readonly compileParams: {
    readonly asked: { readonly path: string; readonly parameterOverrides: object };
    readonly answered: { readonly diagnostics: readonly Diagnostic[] };
  };
  readonly getSnapshot: {
    readonly asked: { readonly path: string; readonly metadata: Readonly<Record<string, string>> };
    readonly answered: { readonly snapshot: string };
  };
}

/** A running compiler. Rejects with the compiler's own message if it refuses. */
export type Bicep = <M extends keyof Methods>(method: M, asked: Methods[M]['asked']) => Promise<Methods[M]['answered']>;

/** A write error is ignored, because the end of the compiler process reports it. */
class PatientWriter extends StreamMessageWriter {
  override async write(message: Message): Promise<void> {
    await super.write(message).catch(() => undefined);
  }
}

/** Starts the compiler for as long as `work` takes. Starting takes a second or two, a request far less. */
export async function withCompiler<T>(path: string, work: (bicep: Bicep) => Promise<T>): Promise<T> {
  const compiler = spawn(path, ['jsonrpc', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(compiler, 'exit');
  const connection = createMessageConnection(
    new StreamMessageReader(compiler.stdout),
    new PatientWriter(compiler.stdin),
  );
  connection.listen();
  const endsEarly = ended.then(([code]) => {
    throw new Error(`${path} ended with code ${code}; it must be Bicep 0.36.1 or newer.`);
  });
  try {
    return await Promise.race([work((method, asked) => connection.sendRequest(`bicep/${method}`, asked)), endsEarly]);
  } finally {
    endsEarly.catch(() => undefined);
    connection.dispose();
    compiler.kill('SIGKILL');
    await ended;
  }
}

export interface Compiled {
  /** The template as ARM JSON; null if the compiler refuses the source. */
  readonly text: string | null;
  /** Every error and warning, with its place. */
  readonly complaints: readonly string[];
}

export async function compile(bicep: Bicep, path: string): Promise<Compiled> {
  const { success, contents, diagnostics } = await bicep('compile', { path: resolve(path) });
  return {
    text: success ? (contents ?? null) : null,
    complaints: diagnostics
      .filter(({ level }) => level !== 'Info')
      .map(
        ({ range: { start }, level, code, message }) =>
          `${path}(${start.line + 1},${start.char + 1}): ${level} ${code}: ${message}`,
      ),
  };
}
