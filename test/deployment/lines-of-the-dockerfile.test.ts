import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { libraryFolder } from '../../scripts/browser-libraries.ts';
import { bundledZip } from './bundled-app.ts';
import { filesOfContext, type Instruction, stagesOf } from './dockerfile.ts';

/**
 * What the Dockerfile does, line by line, in a folder that stands for the file system of the image: what is copied is copied,
 * and what is run is run. Only what npm fetches comes from this clone instead. `npm run test:long -- image` builds
 * the real thing.
 */
const [build, image] = stagesOf(readFileSync('Dockerfile', 'utf8'));
let machine: string;

// Builds take what they take; on a busy machine that is more than a minute.
jest.setTimeout(300_000);

beforeAll(async () => {
  machine = await mkdtemp(join(tmpdir(), 'onetenant-lines-'));
});

afterAll(() => rm(machine, { recursive: true, force: true }));

test('each line of the first stage works on a clone', async () => {
  await carryOut(build?.instructions ?? []);

  expect(await readdir(join(machine, 'build/dist'))).toContain('onetenant.mjs');
});

test('each line of the second stage works on what the first one made', async () => {
  await carryOut(image?.instructions ?? []);

  expect((await stat(join(machine, 'data'))).isDirectory()).toBe(true);
});

test('the image holds the program, its licences and what it is made of, and nothing that only the build needs', async () => {
  const app = join(machine, 'app');
  const names = await readdir(app);
  const parts = await readdir(join(app, 'parts'));
  const bill = await readFile(join(app, 'sbom.cdx.json'), 'utf8');
  const licences = await readFile(join(app, 'THIRD-PARTY-NOTICES.txt'), 'utf8');

  expect(names).toEqual(expect.arrayContaining(['onetenant.mjs', 'doctor.mjs', 'content', 'webchat', 'compiled']));
  expect(names).not.toContain('onetenant.meta.json');
  expect(parts.filter((name) => name.endsWith('.map'))).toEqual([]);
  expect(bill).toContain(`"purl": "pkg:generic/node@${process.versions.node}"`);
  expect(licences).toContain(`Node.js ${process.versions.node}\n`);
  expect(licences).toContain('Node.js is licensed for use as follows');
});

test('the zip for App Service comes out the same, to the byte, in another folder', async () => {
  const folder = join(machine, 'build');
  const words = [join(folder, 'scripts/bundle-zip.ts'), '--out', join(machine, 'one.zip')];
  const [here, { stdout }] = [
    await readFile(await bundledZip()),
    await promisify(execFile)(process.execPath, words, { cwd: folder }),
  ];

  expect(here.length).toBeGreaterThan(1_000_000);
  expect(stdout).toContain(`SHA-256 ${createHash('sha256').update(here).digest('hex')}\n`);
});

/** Hard links: a real copy of so many files would take longer than all the rest. The build itself fetches Web Chat. */
const whatNpmFetches = [
  `cp -al ${join(process.cwd(), 'node_modules')} node_modules`,
  `mkdir webchat`,
  `cp -a ${join(process.cwd(), libraryFolder)} webchat`,
].join(' && ');

/** In the order of the lines. Those that only describe the image need nobody to carry them out. */
async function carryOut(instructions: readonly Instruction[]): Promise<void> {
  let folder = machine;
  for (const { word, rest } of instructions) {
    if (word === 'WORKDIR') folder = join(machine, rest);
    if (word === 'WORKDIR') await mkdir(folder, { recursive: true });
    if (word === 'COPY') await copy(rest.split(' '), folder);
    if (word === 'RUN') await run(rest, folder);
  }
}

async function copy(words: readonly string[], folder: string): Promise<void> {
  const names = words.filter((word) => !word.startsWith('--'));
  const target = names.at(-1) ?? '';
  const sources = names.slice(0, -1);
  if (words[0]?.startsWith('--from=')) {
    for (const source of sources) await cp(join(machine, source), join(folder, target), { recursive: true });
    return;
  }
  const files = sources.includes('.') ? filesOfContext() : sources;
  for (const file of files) await cp(file, join(folder, target, file), { recursive: true });
}

async function run(line: string, folder: string): Promise<void> {
  const { uid, gid } = await stat(machine);
  const here = line
    .replace(/^npm ci( --[\w-]+)*$/, whatNpmFetches)
    .replaceAll('/usr/local/bin/node', process.execPath)
    .replaceAll('node:node', `${uid}:${gid}`)
    .replaceAll(/(?<= )\/(?=data\b|build\b|app\b)/g, `${machine}/`);
  await promisify(execFile)('sh', ['-c', here], {
    cwd: folder,
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}`, HOME: machine },
  });
}
