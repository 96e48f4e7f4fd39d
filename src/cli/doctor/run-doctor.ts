import { join } from 'node:path';
import { type Command, readCommandLine } from '../../config/command-line.ts';
import { readSettings, type SettingFault, type Settings } from '../../config/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Finding } from './check.ts';
import { askBotToken } from './check-bot-credential.ts';
import type { TokenAnswer } from './entra-token.ts';
import { examine } from './examine.ts';
import { exitCodeFor, printFindings } from './report.ts';
import { readSandbox } from './sandbox-settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface DoctorVisit {
  /** The command-line arguments. */
  readonly words: readonly string[];
  readonly environment: Environment;
  /** The folder that the bot is started from. */
  readonly root: string;
  readonly nodeVersion: string;
  readonly clock: Clock;
  readonly print: (text: string) => void;
}

const usualSandbox = 'http://localhost:3979';
/** Settings that `npm start` adds to those of the sandbox. */
const besideSandbox = { DATA_FILE: 'data/sandbox.sqlite', CONTACT: 'servicedesk@contoso.example' };

const command = {
  about: 'Checks everything that the bot depends on, and says what is broken and how to fix it.',
  call: 'npm run doctor -- [options]     (in the image: node doctor.mjs [options])',
  options: {
    json: { type: 'boolean', about: 'print JSON', default: false },
    sandbox: { type: 'boolean', about: 'check the running sandbox instead of the settings', default: false },
    at: {
      type: 'string',
      value: 'URL',
      about: `the sandbox at this address (default: ${usualSandbox}, or the port in SANDBOX_HTTP_PORT)`,
    },
  },
} as const satisfies Command;

/**
 * Checks everything that the bot depends on. Resolves to the exit code: 0 all well, 1 something is broken, 2 wrong
 * usage, 78 invalid settings.
 */
export async function runDoctor(visit: DoctorVisit): Promise<0 | 1 | 2 | 78> {
  const reading = readCommandLine(visit.words, command);
  if (reading.kind === 'told') {
    visit.print(reading.text);
    return reading.exitCode;
  }
  const { values } = reading;
  const print = (findings: readonly Finding[]): void =>
    visit.print(values.json ? JSON.stringify({ findings }, null, 2) : printFindings(findings));

  const isForSandbox = values.sandbox || values.at !== undefined;
  // Where `npm start` listens with the same environment.
  const { SANDBOX_HTTP_PORT: port } = visit.environment;
  const sandboxAt = values.at ?? (port === undefined ? usualSandbox : `http://localhost:${port}`);
  const environment = isForSandbox ? await sandboxEnvironment(sandboxAt, visit.environment) : visit.environment;
  if (environment === null) {
    print([noSandbox(sandboxAt)]);
    return 1;
  }
  const given = readSettings(environment);
  if (given.kind === 'faulty') {
    print(given.faults.map(settingFinding));
    return 78;
  }
  const { settings } = given;
  const findings = await examine({
    settings,
    clock: visit.clock,
    nodeVersion: visit.nodeVersion,
    // A package in this folder is for the real bot, not for one that runs in a sandbox.
    teamsFolder: isForSandbox ? null : join(visit.root, 'dist', 'teams'),
    botToken: once(settings),
  });
  const all = [settingsAreFine, ...findings];
  print(all);
  return exitCodeFor(all);
}

const settingsAreFine: Finding = {
  id: 'settings',
  title: 'Settings',
  outcome: 'ok',
  what: 'complete and well-formed',
  why: '',
  fix: '',
};

function settingFinding({ name, problem }: SettingFault): Finding {
  return {
    id: 'settings',
    title: 'Settings',
    outcome: 'broken',
    what: `${name} ${problem}`,
    why: 'The bot does not start.',
    fix: `Correct ${name}; .env.example explains it with an example.`,
  };
}

function noSandbox(origin: string): Finding {
  return {
    id: 'sandbox',
    title: 'The sandbox',
    outcome: 'broken',
    what: `no sandbox answers at ${origin}`,
    why: 'There is nothing to check.',
    fix: 'Start it with "npm start", or give the address that "npm start" prints: npm run doctor -- --at URL',
  };
}

async function sandboxEnvironment(origin: string, given: Environment): Promise<Environment | null> {
  const told = await readSandbox(origin);
  return told === null ? null : { ...besideSandbox, ...given, ...told };
}

function once(settings: Settings): () => Promise<TokenAnswer> {
  let asked: Promise<TokenAnswer> | null = null;
  return () => {
    asked ??= askBotToken(settings);
    return asked;
  };
}
