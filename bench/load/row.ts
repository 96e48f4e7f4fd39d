/** One line of the table that `npm run bench` prints. All figures are medians. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  /** What it is measured against, with its figure. */
  readonly peer: string;
  /** Ours divided by the peer's, or the figure that the target is about. */
  readonly ratio: string;
  /** Smallest and largest of the rounds. */
  readonly spread: string;
  readonly target: string;
  readonly reached: 'yes' | 'aim' | 'no' | '–';
}

/** A table in Markdown, which is readable in a terminal as well. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => [row.what, row.ours, row.peer, row.ratio, row.spread, row.target, row.reached]);
  const heads = ['what', 'OneTenant', 'peer', 'ratio', 'spread', 'target (aim)', 'reached'];
  const all = [heads, heads.map((_, index) => (index === 0 || index === 2 ? '---' : '---:')), ...lines];
  return all.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** How a figure stands to what must and what should be reached. */
export function judge(
  value: number,
  {
    reach,
    aim,
    better = 'lower',
  }: { readonly reach: number; readonly aim?: number; readonly better?: 'lower' | 'higher' },
): Row['reached'] {
  const meets = (limit: number): boolean => (better === 'lower' ? value <= limit : value >= limit);
  if (!meets(reach)) return 'no';
  return aim !== undefined && meets(aim) ? 'aim' : 'yes';
}
