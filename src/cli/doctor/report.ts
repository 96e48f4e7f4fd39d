import { countOf } from '../../domain/count-of.ts';
import type { Finding } from './check.ts';

const marks = { ok: 'ok', warning: 'WARNING', broken: 'BROKEN', skipped: 'skipped' } as const satisfies Record<
  Finding['outcome'],
  string
>;

/** The findings as a table: one line each, followed by what it means and what to do. */
export function printFindings(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ id }) => id.length));
  const lines = findings.flatMap(({ id, title, outcome, what, why, fix }) => [
    `${marks[outcome].padEnd(8)} ${id.padEnd(width)}  ${title}: ${what}`,
    ...(outcome === 'ok' ? [] : [`${' '.repeat(width + 11)}Why: ${why}`, `${' '.repeat(width + 11)}Fix: ${fix}`]),
  ]);
  return [...lines, '', summary(findings)].join('\n');
}

/** 1 if something is broken, otherwise 0. */
export function exitCodeFor(findings: readonly Finding[]): 0 | 1 {
  return findings.some(({ outcome }) => outcome === 'broken') ? 1 : 0;
}

function summary(findings: readonly Finding[]): string {
  const count = (outcome: Finding['outcome']): number => findings.filter((one) => one.outcome === outcome).length;
  return `${count('ok')} ok, ${countOf(count('warning'), 'warning')}, ${count('broken')} broken, ${count('skipped')} skipped.`;
}
