import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

function run(...parameters: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync(process.execPath, parameters, { cwd: root, encoding: 'utf8' });
  return { status, stdout };
}

test('asking on the command line prints the ranked ids with scores', () => {
  const { status, stdout } = run('src/cli/ask.ts', '--locale', 'nl', '--json', 'wat is een huurder');

  const answer: unknown = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(answer).toMatchObject({
    locale: 'nl',
    choice: { kind: 'answer', id: 'q53' },
    oldName: { was: 'huurder' },
  });
  expect(answer).toHaveProperty('ranked.0', { id: 'q53', score: 1 });
});

test('the content check counts the questions and succeeds', () => {
  const { status, stdout } = run('src/cli/content-check.ts');

  expect(status).toBe(0);
  expect(stdout).toContain('0 faults');
});

test('the content check fails where there is no content', () => {
  expect(run('src/cli/content-check.ts', 'no-such-folder').status).toBe(1);
});
