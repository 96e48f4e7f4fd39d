import { execFile } from 'node:child_process';

/**
 * Runs npm: under `npm run`, the same npm and Node, otherwise the one on the PATH. Rejects with npm's
 * error code, such as ENOTFOUND.
 */
export function runNpm(cwd: string, environment: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  const { npm_execpath: script, npm_node_execpath: node = process.execPath } = environment;
  const isNpm = script !== undefined && /npm-cli\.c?js$/.test(script);
  const options = { cwd, env: environment, shell: !isNpm && process.platform === 'win32' };
  return new Promise((resolve, reject) => {
    execFile(isNpm ? node : 'npm', [...(isNpm ? [script] : []), ...args], options, (fault, _out, said) => {
      if (fault === null) resolve();
      else reject(new Error(/^npm (?:ERR!|error) code (\S+)/m.exec(said)?.[1] ?? `npm: ${fault.code ?? fault.signal}`));
    });
  });
}
