/** The chat window's own texts. Every language has all of them. */
export interface PanelWords {
  /** Language and region, for dates and for Web Chat's own texts. */
  readonly tag: string;
  /** Name of the window. */
  readonly title: string;
  /** Label of the button on the page. */
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
    /** Shown if Web Chat is not available. */
    readonly missing: string;
    readonly busy: string;
    readonly tryAgain: string;
    readonly noScript: string;
    readonly placeholder: string;
  };
}
