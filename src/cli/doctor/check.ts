import type { Settings } from '../../config/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TokenAnswer } from './entra-token.ts';

/** What the checks look at. */
export interface Patient {
  readonly settings: Settings;
  readonly clock: Clock;
  /** Version of the Node.js that runs, such as `24.21.0`. */
  readonly nodeVersion: string;
  /** Folder of the built Teams app package; null when it is made for another cloud than the one looked at. */
  readonly teamsFolder: string | null;
  /** The bot's own token, asked for once. */
  readonly botToken: () => Promise<TokenAnswer>;
}

export type Diagnosis =
  | { readonly outcome: 'ok'; readonly what: string }
  /** `why` is what it means for people, `fix` what to do. */
  | { readonly outcome: 'warning' | 'broken'; readonly what: string; readonly why: string; readonly fix: string }
  /** Nothing was looked at; `fix` says how somebody can look. */
  | { readonly outcome: 'skipped'; readonly what: string; readonly why: string; readonly fix: string };

export interface Examination {
  readonly id: string;
  readonly title: string;
  run(patient: Patient): Promise<Diagnosis>;
}

/** One line of the report. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly outcome: Diagnosis['outcome'];
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

interface Explanation {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

export function ok(what: string): Diagnosis {
  return { outcome: 'ok', what };
}

export function warning(explanation: Explanation): Diagnosis {
  return { outcome: 'warning', ...explanation };
}

export function broken(explanation: Explanation): Diagnosis {
  return { outcome: 'broken', ...explanation };
}

export function skipped(explanation: Explanation): Diagnosis {
  return { outcome: 'skipped', ...explanation };
}
