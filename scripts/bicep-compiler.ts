import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { Bicep } from 'bicep-node';

type Environment = Readonly<Record<string, string | undefined>>;

const program = process.platform === 'win32' ? 'bicep.exe' : 'bicep';

/**
 * Where Microsoft's Bicep compiler is: what `BICEP` names, or else the one on the PATH, the one that `az bicep install` put
 * away, or one beside the clone. Null when there is none. Throws when `BICEP` names one that is not there.
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

/** Starts the compiler for as long as `work` takes. */
export async function withCompiler<T>(path: string, work: (bicep: Bicep) => Promise<T>): Promise<T> {
  const bicep = await Bicep.initialize(path);
  try {
    return await work(bicep);
  } finally {
    bicep.dispose();
  }
}

export interface Compiled {
  /** The template as ARM JSON; null when the compiler refuses the source. */
  readonly text: string | null;
  /** Every error and warning, with its place. */
  readonly complaints: readonly string[];
}

export async function compile(bicep: Bicep, path: string): Promise<Compiled> {
  const { success, contents, diagnostics } = await bicep.compile({ path: resolve(path) });
  return {
    text: success && contents !== undefined ? contents : null,
    complaints: diagnostics
      .filter(({ level }) => level !== 'Info')
      .map(
        ({ range: { start }, level, code, message }) =>
          `${path}(${start.line + 1},${start.char + 1}): ${level} ${code}: ${message}`,
      ),
  };
}
