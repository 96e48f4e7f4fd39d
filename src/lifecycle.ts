import { setTimeout as pause } from 'node:timers/promises';
import { fileTrouble } from './adapters/storage/store-trouble.ts';
import { codeOf } from './domain/errors.ts';
import { StoreFault } from './ports/document-store.ts';
import type { Journal } from './ports/journal.ts';

/** Something that has to be shut down cleanly. */
export interface Stoppable {
  readonly journal: Journal;
  /** Reports "not ready" from now on, but keeps serving. */
  announceStop(): void;
  /** Accepts no new work, finishes what is running, closes the store. */
  stop(): Promise<void>;
}

/** The parts of `process` that matter here. */
export interface ProcessHost {
  on(event: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (fault: unknown) => void): unknown;
  exit(code: number): void;
}

export interface EndingLimits {
  /** Pause between reporting "not ready" and refusing requests, so that load balancers can react. Milliseconds. */
  readonly noticeMs: number;
  /** Time for running work to finish after that pause. Milliseconds. */
  readonly drainMs: number;
}

const whenAsked: EndingLimits = { noticeMs: 1_500, drainMs: 17_000 };
// After an uncaught error the state of the process is in doubt, so it ends as soon as possible.
const afterFault: EndingLimits = { noticeMs: 0, drainMs: 5_000 };

/**
 * Shuts the process down. On a signal it drains and exits with 0, within 20 seconds; an uncaught error is logged,
 * then it drains for 5 seconds and exits with 1. A second signal ends it at once.
 */
export function endWell(app: Stoppable, host: ProcessHost, limits: EndingLimits = whenAsked): void {
  let isEnding = false;
  const end = (exitCode: number, within: EndingLimits): void => {
    isEnding = true;
    void drain(app, within).then((isDrained) => host.exit(isDrained ? exitCode : 1));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    host.on(signal, () => (isEnding ? host.exit(1) : end(0, limits)));
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    host.on(event, (fault) => {
      app.journal.note({ event: 'process.fault', error: kindOf(fault) });
      if (!isEnding) end(1, afterFault);
    });
  }
}

/** Whether everything that was running finished in time. */
async function drain(app: Stoppable, { noticeMs, drainMs }: EndingLimits): Promise<boolean> {
  app.announceStop();
  await pause(noticeMs);
  const tooLate = pause(drainMs, false, { ref: false });
  const drained = app.stop().then(
    () => true,
    () => false,
  );
  return Promise.race([drained, tooLate]);
}

/** One line for whoever starts the bot, and the exit code: 78 if a setting is wrong, 1 if a later start may succeed. */
export function explainFailedStart(error: unknown): { readonly line: string; readonly exitCode: 78 | 1 } {
  const cause = causes.find(({ codes }) => codes.includes(codeOf(error) ?? ''));
  if (cause !== undefined) return { line: cause.line(error), exitCode: 78 };
  if (error instanceof StoreFault) {
    const { what, fix, mayPass } = fileTrouble(error);
    return { line: `DATA_FILE ${what}. ${fix}`, exitCode: mayPass ? 1 : 78 };
  }
  return { line: `OneTenant did not start: ${kindOf(error)}.`, exitCode: 1 };
}

const causes: readonly { readonly codes: readonly string[]; readonly line: (error: unknown) => string }[] = [
  {
    codes: ['EADDRINUSE'],
    line: (error) => `PORT ${portOf(error)} is in use by another program. Set PORT to another number.`,
  },
  {
    codes: ['EACCES', 'EPERM'],
    line: (error) => `PORT ${portOf(error)} is not allowed for the bot’s user. Set PORT to 1024 or higher.`,
  },
  { codes: ['EADDRNOTAVAIL', 'ENOTFOUND'], line: () => 'HOST is not an address of this machine.' },
  {
    codes: ['CONTENT_INVALID'],
    line: (error) => `CONTENT_FOLDER: ${error instanceof Error ? error.message.replaceAll('\n', ' · ') : ''}`,
  },
];

/** The port that is not available; empty if the error is about something else. */
function portOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'port' in error ? String(error.port) : '';
}

/** The name and code of an error. Its message may contain what a person typed. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = codeOf(error);
  return code === null ? error.name : `${error.name} ${code}`;
}
