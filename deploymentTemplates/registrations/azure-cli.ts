import { execFile } from 'node:child_process';

/** What the Azure CLI answered: parsed JSON, or why not. */
export type CliAnswer =
  | { readonly kind: 'answered'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly because: string };

/** Runs one command of the Azure CLI. Its own sign-in (`az login`) is the only credential there is. */
export type AzureCli = (words: readonly string[]) => Promise<CliAnswer>;

const largestAnswerBytes = 16 * 1024 * 1024;

export const azureCli: AzureCli = (words) =>
  new Promise((resolve) => {
    execFile('az', [...words, '--output', 'json'], { maxBuffer: largestAnswerBytes }, (fault, stdout, stderr) => {
      if (fault !== null) {
        const isMissing = (fault as NodeJS.ErrnoException).code === 'ENOENT';
        resolve({ kind: 'refused', because: isMissing ? 'the Azure CLI (az) is not installed' : stderr.trim() });
        return;
      }
      resolve({ kind: 'answered', value: stdout.trim() === '' ? null : JSON.parse(stdout) });
    });
  });
