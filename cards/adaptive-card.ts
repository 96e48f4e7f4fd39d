import type { CardAction } from './card-action.ts';

/** The part of Adaptive Cards 1.5 that our cards use. Anything else does not draw the same in Teams and Web Chat. */
export interface AdaptiveCard {
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly lang: string;
  /** Read aloud instead of the card. */
  readonly speak: string;
  /** Shown where no card can be drawn. */
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
  readonly actions: readonly CardButton[];
  /** What the button says that shows the buttons with `mode: 'secondary'`. */
  readonly moreTitle: string;
}

export type CardElement =
  | TextBlock
  | Container
  | FactSet
  | ActionSet
  | TextInput
  | StateBadge
  | ProgressMeter
  | StateTable
  | Fold;

export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: 'small' | 'medium' | 'large' | 'extraLarge';
  readonly weight?: 'bolder';
  readonly color?: 'good' | 'warning' | 'attention';
  readonly isSubtle?: true;
  /** For what people copy, such as an id. */
  readonly fontType?: 'monospace';
  readonly spacing?: 'none' | 'small' | 'medium';
}

export interface Container {
  readonly type: 'Container';
  readonly style?: 'emphasis' | 'good' | 'warning' | 'attention';
  readonly separator?: true;
  readonly spacing?: 'small' | 'medium' | 'large';
  readonly items: readonly CardElement[];
}

export interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly CardButton[];
}

export interface TextInput {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly isMultiline?: true;
  /** Shown while nothing is written. */
  readonly placeholder?: string;
  /** Characters. */
  readonly maxLength?: number;
}

/** How something stands. Each channel draws it in its own way, always with colour, sign and word together. */
export const cardStates = ['ready', 'held-back', 'another-way', 'proven', 'needs-a-look'] as const;
export type CardState = (typeof cardStates)[number];

/** A word above the title that tells at a glance how somebody stands. */
export interface StateBadge {
  readonly type: 'StateBadge';
  readonly state: CardState;
  readonly text: string;
}

/** A bar of `total` parts of which `done` are filled. `text` says the same. */
export interface ProgressMeter {
  readonly type: 'ProgressMeter';
  readonly done: number;
  readonly total: number;
  readonly text: string;
}

/** How one thing stands. `none`: there is nothing, and nothing is wrong. */
export type RowState = 'good' | 'needs-care' | 'none' | 'unread';

/** What there is, one thing per row: a sign, what it is, how it stands. */
export interface StateTable {
  readonly type: 'StateTable';
  readonly rows: readonly {
    readonly state: RowState;
    readonly title: string;
    readonly items: readonly TextBlock[];
  }[];
}

/** Items that are one press away, behind a line that sums them up. */
export interface Fold {
  readonly type: 'Fold';
  readonly summary: string;
  readonly items: readonly CardElement[];
}

export type CardButton = SubmitButton | LinkButton | SignInButton;

export interface SubmitButton {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly style?: 'positive' | 'destructive';
  readonly data: CardAction;
  /** Behind "More". */
  readonly mode?: 'secondary';
  /** A small line in sight where a channel has those; else it stands where `mode` says. */
  readonly isSmall?: true;
  /** Link of the token service, which the channel opens in its sign-in window. A client that cannot do so sends the action. */
  readonly signInLink?: string;
}

export interface LinkButton {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
  readonly style?: 'positive';
  readonly mode?: 'secondary';
}

/** A link that belongs in the channel's sign-in window, where it has one. */
export interface SignInButton {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
  readonly style: 'positive';
  readonly mode?: 'secondary';
  readonly opensIn: 'sign-in-window';
}
