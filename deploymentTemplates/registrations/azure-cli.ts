import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { win32 } from 'node:path';
import process from 'node:process';

/** The Azure CLI's output: parsed JSON, or why there is none. */
export type CliAnswer =
  | { readonly kind: 'answered'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly because: string };

/** Runs one command of the Azure CLI. Its own sign-in (`az login`) is the only credential used. */
export type AzureCli = (words: readonly string[]) => Promise<CliAnswer>;

/** A program, and the arguments that come before those of a command. */
export interface Program {
  readonly file: string;
  readonly before: readonly string[];
}

const largestAnswerBytes = 16 * 1024 * 1024;

/**
 * How the Azure CLI is started. On Windows `az` is a batch file, which would pass every argument through a shell with
 * other special characters. It runs the CLI as a module of the Python beside it, and so do we. Null if there is none.
 */
export function azureProgram(
  platform: NodeJS.Platform,
  searchPath: string,
  exists: (path: string) => boolean,
): Program | null {
  if (platform !== 'win32') return { file: 'az', before: [] };
  const folders = searchPath.split(win32.delimiter).filter((folder) => folder !== '');
  const home = folders.find((folder) => ['az.cmd', 'az.bat'].some((file) => exists(win32.join(folder, file))));
  if (home === undefined) return null;
  // An installation and pip have Python one folder up, a virtual environment has it in the same.
  const python = [win32.join(home, '..', 'python.exe'), win32.join(home, 'python.exe')].find(exists);
  return python === undefined ? null : { file: python, before: ['-IBm', 'azure.cli'] };
}

/** The Azure CLI of this machine, found in the folders of `searchPath`. */
export function azureCli(searchPath: string): AzureCli {
  const program = azureProgram(process.platform, searchPath, existsSync);
  const missing: CliAnswer = { kind: 'refused', because: 'the Azure CLI (az) is not installed' };
  if (program === null) return async () => missing;
  return (words) =>
    new Promise((resolve) => {
      const all = [...program.before, ...words, '--output', 'json'];
      execFile(program.file, all, { maxBuffer: largestAnswerBytes }, (fault, stdout, stderr) => {
        if (fault !== null) {
          const isMissing = (fault as NodeJS.ErrnoException).code === 'ENOENT';
          resolve(isMissing ? missing : { kind: 'refused', because: stderr.trim() });
          return;
        }
        resolve({ kind: 'answered', value: stdout.trim() === '' ? null : JSON.parse(stdout) });
      });
    });
}
