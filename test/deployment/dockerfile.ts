import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';

export interface Stage {
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

export interface Instruction {
  /** In capitals: RUN, COPY, ENV. */
  readonly word: string;
  /** Continued lines are one line. */
  readonly rest: string;
}

/** The stages of a Dockerfile, without its comments. */
export function stagesOf(dockerfile: string): readonly Stage[] {
  const whole = dockerfile.replace(/^#.*\n/gm, '').replace(/\\\n\s*/g, '');
  const instructions = [...whole.matchAll(/^([A-Z]+) (.+)$/gm)].map(([, word = '', rest = '']) => ({ word, rest }));
  const stages: { base: string; instructions: Instruction[] }[] = [];
  for (const one of instructions) {
    if (one.word === 'FROM') stages.push({ base: one.rest.split(' ')[0] ?? '', instructions: [] });
    else stages.at(-1)?.instructions.push(one);
  }
  return stages;
}

/** The files that `COPY . .` takes from a clone: those of the repository that `.dockerignore` does not name. */
export function filesOfContext(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  const ignored = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const isIgnored = (file: string) =>
    ignored.some((pattern) => matchesGlob(file, pattern) || matchesGlob(file, `${pattern}/**`));
  return listed.split('\n').filter((file) => file !== '' && !isIgnored(file));
}
