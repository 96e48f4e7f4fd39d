import { parseArgs } from 'node:util';
import { countOf } from '../domain/count-of.ts';
import { version } from './version.ts';

interface CommandOption {
  readonly type: 'string' | 'boolean';
  /** What the option does, for the usage text. */
  readonly about: string;
  /** Placeholder for its value in the usage text, such as `FOLDER`. */
  readonly value?: string;
  readonly default?: string | boolean | string[];
  readonly multiple?: boolean;
}
type CommandOptions = Readonly<Record<string, CommandOption>>;

/** The usage of a program. `--help` and `--version` are always there. */
export interface Command<O extends CommandOptions = CommandOptions> {
  /** What the program does, in a sentence or two. */
  readonly about: string;
  /** How to call it, such as `npm run ask -- [options] QUESTION`. */
  readonly call: string;
  readonly options?: O;
  /** The most positional arguments it takes. Default 0. */
  readonly mostWords?: number;
}

type Parsed<O extends CommandOptions> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>;

/** The parsed command line, or what the program prints instead of running. */
export type CommandReading<O extends CommandOptions> =
  | { readonly kind: 'run'; readonly values: Parsed<O>['values']; readonly words: readonly string[] }
  /** Print this and exit: with 0 if it was asked for, with 2 if the command line is wrong. */
  | { readonly kind: 'told'; readonly text: string; readonly exitCode: 0 | 2 };

const everywhere = {
  help: { type: 'boolean', about: 'print this' },
  version: { type: 'boolean', about: 'print the version of OneTenant' },
} as const satisfies CommandOptions;

/** Parses a command line. Never repeats a value: it may be a secret in the wrong place. */
export function readCommandLine<const O extends CommandOptions>(
  typed: readonly string[],
  command: Command<O>,
): CommandReading<O> {
  if (typed.includes('--help')) return { kind: 'told', text: usageOf(command), exitCode: 0 };
  if (typed.includes('--version')) return { kind: 'told', text: `OneTenant ${version}`, exitCode: 0 };
  const { options = {} as O, mostWords = 0 } = command;
  try {
    const { values, positionals } = parseArgs({ args: [...typed], options, allowPositionals: true, strict: true });
    if (positionals.length <= mostWords) return { kind: 'run', values, words: positionals };
    return misused(
      command,
      mostWords === 0 ? 'It takes options only.' : `It takes at most ${countOf(mostWords, 'word')}.`,
    );
  } catch (fault) {
    return misused(command, problemOf(fault));
  }
}

/** Parses a program's command line. If there is something to print instead of running, prints it and exits. */
export function commandLine<const O extends CommandOptions>(
  command: Command<O>,
): {
  readonly values: Parsed<O>['values'];
  readonly words: readonly string[];
  /** Exits with 2 and the usage text, because of what was typed. */
  readonly misused: (problem: string) => never;
} {
  const reading = readCommandLine(process.argv.slice(2), command);
  if (reading.kind === 'told') return end(reading);
  const { values, words } = reading;
  return { values, words, misused: (problem) => end(misused(command, problem)) };
}

function end({ text, exitCode }: { readonly text: string; readonly exitCode: 0 | 2 }): never {
  (exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(exitCode);
}

/** What a program prints when it was called wrongly: the problem, then how to call it. */
export function misused<O extends CommandOptions>(command: Command<O>, problem: string) {
  return { kind: 'told', text: `${problem}\n\n${usageOf(command)}`, exitCode: 2 } as const;
}

/** Node's first sentence names the option; the others repeat what was typed or suggest other spellings. */
function problemOf(fault: unknown): string {
  if (!(fault instanceof Error)) throw fault;
  return `${fault.message.split(/[.\n]/, 1)[0]}.`;
}

function usageOf<O extends CommandOptions>({ about, call, options }: Command<O>): string {
  const lines = Object.entries<CommandOption>({ ...options, ...everywhere }).map(([name, option]) => {
    const typed = `  --${name}${option.value === undefined ? '' : ` ${option.value}`}`;
    const usual = typeof option.default === 'string' && option.default !== '' ? ` (default: ${option.default})` : '';
    return `${typed.padEnd(25)} ${option.about}${usual}`;
  });
  return `${about}\n\n  ${call}\n\n${lines.join('\n')}`;
}
