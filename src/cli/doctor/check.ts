import type { Settings } from '../../config/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TokenAnswer } from './entra-token.ts';

/** What the checks examine. */
export interface Patient {
  readonly settings: Settings;
  readonly clock: Clock;
  /** Version of the running Node.js, such as `24.21.0`. */
  readonly nodeVersion: string;
  /** Folder of the built Teams app package; null if it was made for a different cloud. */
  readonly teamsFolder: string | null;
  /** The bot's own token, requested once. */
  readonly botToken: () => Promise<TokenAnswer>;
}

export type Diagnosis =
  | { readonly outcome: 'ok'; readonly what: string }
  /** `why`: what it means for people. `fix`: what to do. */
  | { readonly outcome: 'warning' | 'broken'; readonly what: string; readonly why: string; readonly fix: string }
  /** Nothing was checked; `fix` says how to check it. */
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
