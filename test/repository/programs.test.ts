import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** What every program that somebody types has in common. */

const { version, scripts } = z
  .object({ version: z.string(), scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** Those of package.json that are ours, and those that have no name there. */
const programs = [
  ...Object.values(scripts)
    .flatMap((script) => script.match(/\S+\.(?:ts|mjs)\b/g) ?? [])
    .filter((program) => !program.startsWith('node_modules/')),
  'scripts/fill-compile-cache.ts',
  'scripts/teams-icons.ts',
  'bench/deliveries.ts',
  'bench/embed.ts',
  'bench/soak.ts',
];

interface Told {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, words: readonly string[], environment: NodeJS.ProcessEnv = process.env): Promise<Told> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], { env: environment }, (fault, stdout, stderr) =>
      resolve({ code: fault === null ? 0 : Number(fault.code), stdout, stderr }),
    );
  });
}

test('there are as many programs as there were, or more', () => {
  expect(programs.length).toBeGreaterThan(18);
});

test.each(programs)('%s tells how it is used, when it is asked and when it is not understood', async (program) => {
  const [asked, odd] = await Promise.all([run(program, ['--help']), run(program, ['--no-such-option=CNRY'])]);

  expect(asked).toMatchObject({ code: 0, stderr: '' });
  expect(asked.stdout).toMatch(/^ {2}--help +\S/m);
  expect(asked.stdout).toMatch(/^ {2}(npm (run|start)|node) ?/m);
  expect(odd).toMatchObject({ code: 2 });
  const said = odd.stdout + odd.stderr;
  expect(said).toContain("Unknown option '--no-such-option'.");
  expect(said).toContain(asked.stdout.trim());
  expect(said).not.toMatch(/CNRY|^ +at .+:\d+:\d+|node:internal/m);
});

test.each(['src/index.ts', 'sandbox/index.ts', 'src/cli/doctor.ts', 'src/cli/ask.ts', 'scripts/build.mjs'])(
  '%s tells its version, which is that of package.json',
  async (program) => {
    expect(await run(program, ['--version'])).toEqual({ code: 0, stdout: `OneTenant ${version}\n`, stderr: '' });
  },
);

test.each<[string, string, readonly string[], RegExp]>([
  ['a question that is not there', 'src/cli/ask.ts', [], /^There is no sentence\./],
  ['a limit that is none', 'src/cli/ask.ts', ['--limit', 'many', 'what'], /^--limit must be/],
  ['a word too many', 'src/cli/content-check.ts', ['content', 'more'], /^It takes at most 1 word\./],
  ['a word where there are only options', 'src/cli/doctor.ts', ['sandbox'], /^It takes options only\./],
  ['an option without its value', 'scripts/build.mjs', ['--out'], /^Option '--out <value>' argument missing\./],
  ['a part that is not there', 'bench/index.ts', ['nothing'], /^There is no part nothing\./],
  [
    'a desk of no kind',
    'scripts/send-ticket.ts',
    ['--to', 'x', '--desk', 'x', '--kind', 'x'],
    /^--kind must be one of/,
  ],
  ['a schema that is not there', 'scripts/teams-package.ts', ['--schema', '0.1'], /^There is no such --schema\./],
])('%s is told with the usage, and exit code 2', async (_what, program, words, line) => {
  const told = await run(program, words);

  expect(told.code).toBe(2);
  expect(told.stdout + told.stderr).toMatch(line);
  expect(told.stdout + told.stderr).toMatch(/^ {2}--help +\S/m);
});

test('npm run bot reads .env, as the doctor does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onetenant-env-'));
  for (const name of ['package.json', 'node_modules', 'scripts', 'src', 'webchat'])
    await symlink(join(process.cwd(), name), join(folder, name));
  await writeFile(join(folder, '.env'), 'BOT_APP_ID=CNRY-no-id\n');
  const environment = { PATH: process.env.PATH ?? '', HOME: folder };
  const [bot, doctor] = await Promise.all(
    ['bot', 'doctor'].map(
      (script) =>
        new Promise<string>((resolve) => {
          execFile('npm', ['run', script], { cwd: folder, env: environment }, (_fault, stdout, stderr) =>
            resolve(stdout + stderr),
          );
        }),
    ),
  );
  await rm(folder, { recursive: true });

  expect(bot).toContain('BOT_APP_ID must be an id');
  expect(bot).toContain('BOT_APP_TENANT_ID is missing');
  expect(doctor).toContain('BOT_APP_ID must be an id');
});

test('whatever is counted goes through `countOf`, so that nobody reads "1 changes"', () => {
  const folders = [
    'src/cli',
    'src/config',
    'scripts',
    'bench',
    'cards/gallery',
    'deploymentTemplates',
    'test/repository',
  ];
  const files = ['src/index.ts', 'src/lifecycle.ts', 'sandbox/index.ts', 'sandbox/ports.ts', 'sandbox/bot-process.ts'];
  const sources = [
    ...files,
    ...folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    ),
  ].filter((path) => /\.(ts|mjs)$/.test(path) && !path.endsWith('.test.ts') && !path.includes('node_modules'));
  const uncounted = sources.flatMap((path) =>
    (
      readFileSync(path, 'utf8').match(
        /\$\{[^{}]*(\.length|\.size|\.changes|[cC]ount|[dD]ays\w*|[sS]econds)\} (\w+ )?[a-z]+s\b/g,
      ) ?? []
    ).map((text) => `${path}: ${text}`),
  );

  expect(sources.length).toBeGreaterThan(60);
  expect(uncounted).toEqual([]);
});
