/** What one of the played services answers. Without headers it is JSON. */
export interface Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly text: string;
}
