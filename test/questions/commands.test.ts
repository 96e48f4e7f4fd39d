import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

function run(
  program: string,
  parameters: readonly string[] = [],
  input = '',
): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync(process.execPath, [program, ...parameters], {
    cwd: root,
    encoding: 'utf8',
    input,
  });
  return { status, stdout };
}

test('asking on the command line prints what each line of the input gets, one JSON line each', () => {
  const sentences = ['wij hebben office en willen azure erbij', 'wat betekent AADSTS50020 bij het aanmelden?', 'xyzzy'];
  const { status, stdout } = run(
    'src/cli/ask.ts',
    ['--locale', 'nl', '--json', '--lines'],
    `${sentences.join('\n')}\n`,
  );

  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(lines).toMatchObject([
    { text: sentences[0], wish: { do: 'choose-scenario', scenario: 'add-azure' }, outcome: 'wish', answers: [] },
    {
      text: sentences[1],
      wish: null,
      outcome: 'answer',
      answers: [{ id: 'q29', topics: expect.any(Array) }, ...lines[1].answers.slice(1)],
    },
    { text: sentences[2], wish: null, outcome: 'none', answers: [] },
  ]);
});

test('asking with an embedding service that is not set whole says which setting is missing', () => {
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/ask.ts', 'what does Azure cost'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, EMBEDDINGS_URL: 'https://embeddings.example/v1/embeddings' },
  });

  expect(status).toBe(78);
  expect(stderr).toContain('EMBEDDINGS_MODEL is missing');
});

test('asking on the command line shows people what was understood', () => {
  const { stdout } = run('src/cli/ask.ts', ['--locale', 'nl', 'wat is een huurder']);

  expect(stdout).toContain('q53');
  expect(stdout).toContain('huurder is now');
});

test('the content check counts the questions and succeeds', () => {
  const { status, stdout } = run('src/cli/content-check.ts');

  expect(status).toBe(0);
  expect(stdout).toContain('0 faults');
});

test('the content check fails where there is no content', () => {
  expect(run('src/cli/content-check.ts', ['--content', 'no-such-folder']).status).toBe(1);
});
