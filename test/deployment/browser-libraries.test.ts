import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { bringLibrary, type LibraryRelease, libraryFolder } from '../../scripts/browser-libraries.ts';

const script = 'window.WebChat = {};';
const licence = 'MIT';

let root: string;
let release: LibraryRelease;
let environment: NodeJS.ProcessEnv;

/** A repository, and an npm that hands out one tarball and notes what it was asked. */
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'onetenant web chat-'));
  await mkdir(join(root, 'webchat'));
  const files = {
    'package/dist/large.json': '[]',
    'package/dist/webchat.js': script,
    'package/dist/LICENSE.txt': licence,
  };
  const entries = Object.entries(files).map(([name, body]) => ({ header: { name, size: body.length }, body }));
  const tarball = gzipSync(await packTar(entries));
  await writeFile(join(root, 'the.tgz'), tarball);
  release = {
    name: 'a-package',
    makes: 'chat window',
    version: '1.2.3',
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    files: { 'package/dist/LICENSE.txt': sha256(licence), 'package/dist/webchat.js': sha256(script) },
  };
  environment = await anNpm("cpSync('the.tgz', folder + '/a-package-1.2.3.tgz');");
});
afterEach(() => rm(root, { recursive: true }));

test('two files are kept of all that the package holds', async () => {
  expect(await bring()).toBeNull();

  expect(await kept()).toEqual({ 'LICENSE.txt': licence, 'webchat.js': script });
  expect(await asked()).toEqual([expect.stringMatching(/^pack a-package@1\.2\.3 --pack-destination=/)]);
});

test('a file is kept under the name that its release gives it', async () => {
  release = { ...release, names: { 'package/dist/LICENSE.txt': 'a-package.LICENSE.txt' } };

  expect(await bring()).toBeNull();
  expect(await bring()).toBeNull();

  expect(await kept()).toEqual({ 'a-package.LICENSE.txt': licence, 'webchat.js': script });
  expect(await asked()).toHaveLength(1);
});

test('somebody who waits is told so, once', async () => {
  const lines: string[] = [];

  await bring({ tell: (line) => lines.push(line) });
  await bring({ tell: (line) => lines.push(line) });

  expect(lines).toEqual([expect.stringContaining('1.2.3 from npm')]);
  expect(await asked()).toHaveLength(1);
});

test('a file of another release is replaced', async () => {
  await bring();
  await writeFile(join(root, libraryFolder, 'webchat.js'), 'window.WebChat = { old: true };');

  expect(await bring()).toBeNull();

  expect((await kept())['webchat.js']).toBe(script);
});

test('several that want it at once leave whole files and nothing else', async () => {
  const said = await Promise.all([bring(), bring(), bring()]);

  expect(said).toEqual([null, null, null]);
  expect(await kept()).toEqual({ 'LICENSE.txt': licence, 'webchat.js': script });
});

test.each([
  [
    'the tarball is not the one that was tried',
    () => ({ ...release, integrity: 'sha512-AAAA' }),
    /what npm brought is another file/,
  ],
  [
    'a file in it is not the one that was tried',
    () => ({ ...release, files: { ...release.files, 'package/dist/webchat.js': sha256('something else') } }),
    /its webchat\.js is another file/,
  ],
  [
    'a file is not in it',
    () => ({ ...release, files: { 'package/dist/webchat.mjs': sha256(script) } }),
    /its webchat\.mjs is another file/,
  ],
])('nothing is kept when %s', async (_case, changed, why) => {
  const said = await bring({ release: changed() });

  expect(said).toMatch(why);
  expect(await kept()).toEqual({});
});

test.each([
  ['npm error code ENOTFOUND', 'ENOTFOUND'],
  ['npm ERR! code E404', 'E404'],
  ['Segmentation fault', 'npm: 1'],
])('without the registry (%s) it says so in one sentence, with the cause', async (line, cause) => {
  environment = await anNpm(`console.error(${JSON.stringify(line)}); process.exit(1);`);

  const said = await bring();

  expect(said).toBe(
    `There is no chat window: a-package 1.2.3 could not be fetched (${cause}). It is tried again at the next start.`,
  );
  expect(await kept()).toEqual({});
});

function bring(changes: Partial<Parameters<typeof bringLibrary>[0]> = {}): Promise<string | null> {
  return bringLibrary({ root, environment, release, ...changes });
}

/** Its program runs in the root of the repository and knows the `folder` that it is to put the tarball into. */
async function anNpm(program: string): Promise<NodeJS.ProcessEnv> {
  const path = join(root, 'npm-cli.js');
  await writeFile(
    path,
    `const { appendFileSync, cpSync } = require('node:fs');
const asked = process.argv.slice(2);
appendFileSync('asked', asked.join(' ') + '\\n');
const folder = asked.find((word) => word.startsWith('--pack-destination=')).replace(/^.*?=/, '');
${program}`,
  );
  return { npm_execpath: path, npm_node_execpath: process.execPath };
}

async function asked(): Promise<readonly string[]> {
  return (await readFile(join(root, 'asked'), 'utf8')).trim().split('\n');
}

async function kept(): Promise<Record<string, string>> {
  const names = await readdir(join(root, libraryFolder)).catch(() => []);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(root, libraryFolder, name), 'utf8')])),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
