import type { CardState, ProgressMeter, StateBadge } from './adaptive-card.ts';

export type CardChannel = 'teams' | 'webchat';

interface StateLook {
  readonly sign: string;
  readonly style: 'good' | 'warning' | 'attention';
  /** A Fluent icon, as Teams names them. */
  readonly icon: string;
}

/** Colour, sign and icon of each state. The word comes from the language. */
const looks = {
  ready: { sign: '✓', style: 'good', icon: 'CheckmarkCircle' },
  'held-back': { sign: '!', style: 'attention', icon: 'ErrorCircle' },
  proven: { sign: '★', style: 'good', icon: 'Trophy' },
  'another-way': { sign: '↪', style: 'warning', icon: 'ArrowForward' },
  'needs-a-look': { sign: '?', style: 'warning', icon: 'QuestionCircle' },
} as const satisfies Record<CardState, StateLook>;

/** Teams has a badge since schema 1.5 of its own; older clients and Web Chat get a word on a coloured ground. */
export function drawBadge({ state, text }: StateBadge, channel: CardChannel): object {
  const { sign, style, icon } = looks[state];
  const word = { type: 'TextBlock', text: `${sign} ${text}`, weight: 'bolder', size: 'small', color: style };
  const pill = {
    type: 'ColumnSet',
    columns: [{ type: 'Column', width: 'auto', style, items: [word] }],
  };
  if (channel === 'webchat') return pill;
  const badgeStyle = `${style[0]?.toUpperCase()}${style.slice(1)}`;
  return { type: 'Badge', text, icon, style: badgeStyle, appearance: 'Tint', size: 'Large', fallback: pill };
}

/** A bar with its words below it. Teams has one of its own; elsewhere it is a row of parts. */
export function drawProgress({ done, total, text }: ProgressMeter, channel: CardChannel): readonly object[] {
  const row = {
    type: 'ColumnSet',
    spacing: 'small',
    columns: Array.from({ length: total }, (_, at) => ({
      type: 'Column',
      width: 'stretch',
      spacing: 'small',
      minHeight: '6px',
      style: at < done ? 'accent' : 'emphasis',
      items: [],
    })),
  };
  const bar =
    channel === 'teams'
      ? { type: 'ProgressBar', value: done, max: total, color: 'Accent', spacing: 'Small', fallback: row }
      : row;
  return [bar, { type: 'TextBlock', text, wrap: true, isSubtle: true, size: 'small', spacing: 'small' }];
}
