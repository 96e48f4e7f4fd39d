interface Titled {
  readonly title: string;
}

/** So many are named in a failure: enough to see what they have in common, few enough for one screen. */
const mostNamed = 10;
const longestLine = 200;

/**
 * The cases that break a rule, a line each with what is wrong, for `expect(…).toEqual([])`: a broken rule is one failed
 * test that names its offenders. A rule that is held against no case at all is broken too.
 */
export function offendersAmong<Case extends Titled>(
  cases: readonly Case[],
  faultsOf: (one: Case) => readonly string[],
): readonly string[] {
  const lines = cases.flatMap((one) => faultsOf(one).map((fault) => lineOf(one, fault)));
  return cases.length === 0 ? ['there are no cases'] : named(lines);
}

/** The same where looking at a case takes time. A case that throws is an offender, and the next ones are still tried. */
export async function offendersOneByOne<Case extends Titled>(
  cases: readonly Case[],
  faultsOf: (one: Case) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const one of cases) {
    const faults = await faultsOf(one).catch((error: unknown) => [String(error)]);
    lines.push(...faults.map((fault) => lineOf(one, fault)));
  }
  return cases.length === 0 ? ['there are no cases'] : named(lines);
}

function lineOf({ title }: Titled, fault: string): string {
  const line = `${title}: ${fault}`.replace(/\s+/g, ' ');
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}

function named(lines: readonly string[]): readonly string[] {
  const rest = lines.length - mostNamed;
  return rest > 0 ? [...lines.slice(0, mostNamed), `and ${rest} more`] : lines;
}
