/** What the chat window says itself. Every language has all of it. */
export interface PanelWords {
  /** Language and region, for dates and for what Microsoft's Web Chat says by itself. */
  readonly tag: string;
  /** Name of the window. */
  readonly title: string;
  /** What the button on the page says. */
  readonly launcher: {
    readonly title: string;
    readonly open: string;
    readonly close: string;
    readonly dismiss: string;
    readonly unreadOne: string;
    readonly unreadOther: string;
  };
  readonly panel: {
    readonly close: string;
    readonly startOver: string;
    readonly connecting: string;
    readonly offline: string;
    readonly botAway: string;
    readonly back: string;
    readonly ended: string;
    readonly failed: string;
    /** There is no Web Chat to draw the chat with. */
    readonly missing: string;
    readonly busy: string;
    readonly tryAgain: string;
    readonly noScript: string;
    readonly placeholder: string;
  };
}
