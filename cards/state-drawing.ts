import type { CardState, ProgressMeter, RowState, StateBadge, StateTable } from './adaptive-card.ts';

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

/** Sign and colour of each row. The words stand beside it. */
const signs = {
  good: { text: '✓', color: 'good' },
  'needs-care': { text: '!', color: 'attention' },
  none: { text: '–' },
  unread: { text: '?', color: 'warning' },
} as const satisfies Record<RowState, object>;

/** A sign with the words beside it. A table of Teams would cut German words on a phone, and older clients have none. */
export function drawTable({ rows }: StateTable): object {
  const lines = rows.map(({ state, title, items }) => ({
    type: 'ColumnSet',
    spacing: 'small',
    columns: [
      { type: 'Column', width: '18px', items: [{ type: 'TextBlock', weight: 'bolder', ...signs[state] }] },
      {
        type: 'Column',
        width: 'stretch',
        spacing: 'small',
        items: [
          { type: 'TextBlock', text: title, wrap: true, isSubtle: true, size: 'small' },
          ...items.map((item) => ({ ...item, spacing: 'none' })),
        ],
      },
    ],
  }));
  return { type: 'Container', items: lines };
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
