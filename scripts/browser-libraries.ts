import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { unpackTar } from 'modern-tar';
import { runNpm } from './run-npm.ts';

/**
 * Fetches what Microsoft makes for browsers: Web Chat for the chat window, TeamsJS for the tab in Teams. Of each it keeps the one
 * file that browsers load, and the licences of its contents. As a dependency, Web Chat would add 478 MB for these 4 MB. So npm
 * fetches the tarball, with the registry, proxy and cache that npm is configured with, and it must match the hash of the
 * release that was tested.
 */
export interface LibraryRelease {
  readonly name: string;
  /** What there is not without it. */
  readonly makes: 'chat window' | 'tab in Teams';
  readonly version: string;
  /** Of the tarball, in the registry's format. */
  readonly integrity: string;
  /** The files to keep, by path in the tarball, with their SHA-256. */
  readonly files: Readonly<Record<string, string>>;
  /** Other names for kept files, by path in the tarball. */
  readonly names?: Readonly<Record<string, string>>;
}

export const webChatRelease: LibraryRelease = {
  name: 'botframework-webchat',
  makes: 'chat window',
  version: '4.18.1',
  integrity: 'sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==',
  files: {
    'package/dist/webchat.js.LICENSE.txt': '0e5d49c2257986a71e6394be4e9a8257afdd212b204de2d6d8ed1cbe890badcc',
    'package/dist/webchat.js': '0a68ad0a64fc04d621197da10c3eec0f843e16f7d03f6bcbed29b47517cf9bff',
  },
};

export const teamsJsRelease: LibraryRelease = {
  name: '@microsoft/teams-js',
  makes: 'tab in Teams',
  version: '2.58.0',
  integrity: 'sha512-g4M1pWqdOgH4V3YjppuMzuYFcFnNk92/C0RlebTlxRIzKW0q/4QWYFBoRHt4xbDFRwHOedHueDz+I0ecpM/GaA==',
  files: {
    'package/LICENSE': '93a957f87740e1614be66fe878f0f04789c28b7e3a3da11b838f918892b4064e',
    'package/dist/umd/MicrosoftTeams.min.js': '1737ae2e319c8ab56d71d2218fd5a49d96a8ad70eb01ff2e9ab7e35093b93379',
  },
  names: { 'package/LICENSE': 'MicrosoftTeams.LICENSE.txt' },
};

/** Relative to the repository, and to a build's folder. Ignored by Git. */
export const libraryFolder = 'webchat/library';

export interface BringOptions {
  /** The folder that holds `webchat/`. */
  readonly root: string;
  /** The environment that npm gives to its scripts: its path and settings. */
  readonly environment: NodeJS.ProcessEnv;
  /** Called before a download starts. */
  readonly tell?: (line: string) => void;
  readonly release: LibraryRelease;
}

/**
 * Brings both, for a program that people start: a download is told on standard error, which nobody reads as its output.
 * Returns null, or a sentence for each that could not be brought.
 */
export async function bringLibraries(root: string): Promise<string | null> {
  const options = { root, environment: process.env, tell: console.error };
  const faults = await Promise.all(
    [webChatRelease, teamsJsRelease].map((release) => bringLibrary({ ...options, release })),
  );
  return faults.filter((fault) => fault !== null).join('\n') || null;
}

/** Does nothing if the files exist. Returns null, or a sentence that says what there is not, and why. */
export async function bringLibrary(options: BringOptions): Promise<string | null> {
  const { root, release, tell } = options;
  if (await isThere(root, release)) return null;
  tell?.(`Fetching ${release.name} ${release.version} from npm. This happens once.`);
  const scratch = await mkdtemp(join(tmpdir(), 'onetenant-library-'));
  try {
    const tarball = await packed(scratch, options, release);
    await keep(root, release, await filesOf(tarball, release));
    return null;
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return `There is no ${release.makes}: ${release.name} ${release.version} could not be fetched (${why}). It is tried again at the next start.`;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function isThere(root: string, release: LibraryRelease): Promise<boolean> {
  const found = await Promise.all(
    Object.entries(release.files).map(async ([path, hash]) => {
      const bytes = await readFile(join(root, libraryFolder, nameOf(path, release))).catch(() => null);
      return bytes !== null && sha256(bytes) === hash;
    }),
  );
  return found.every(Boolean);
}

/** The tarball, once its hash is verified. */
async function packed(
  folder: string,
  { root, environment }: BringOptions,
  { name, version, integrity }: LibraryRelease,
): Promise<string> {
  await runNpm(root, environment, [
    'pack',
    `${name}@${version}`,
    `--pack-destination=${folder}`,
    '--ignore-scripts',
    '--prefer-offline',
    '--loglevel=error',
    // Without a network, someone is waiting for this to fail.
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=1000',
    '--fetch-timeout=60000',
  ]);
  const [file] = await readdir(folder);
  if (file === undefined) throw new Error('npm brought nothing');
  const path = join(folder, file);
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) throw new Error('what npm brought is another file');
  return path;
}

async function filesOf(tarball: string, { files }: LibraryRelease): Promise<ReadonlyMap<string, Buffer>> {
  const unzipped = createReadStream(tarball).pipe(createGunzip());
  const entries = await unpackTar(Readable.toWeb(unzipped) as ReadableStream<Uint8Array>, {
    filter: ({ name }) => files[name] !== undefined,
  });
  const found = new Map(entries.map(({ header, data = [] }) => [header.name, Buffer.from(data)]));
  for (const [path, hash] of Object.entries(files)) {
    if (sha256(found.get(path) ?? Buffer.alloc(0)) !== hash) throw new Error(`its ${basename(path)} is another file`);
  }
  return found;
}

/** Written to a temporary file and then renamed, in the release's order: two processes at once leave complete files. */
async function keep(root: string, release: LibraryRelease, files: ReadonlyMap<string, Buffer>): Promise<void> {
  const folder = join(root, libraryFolder);
  await mkdir(folder, { recursive: true });
  for (const [path, bytes] of files) {
    const name = nameOf(path, release);
    const aside = join(folder, `.${name}.${randomUUID()}`);
    await writeFile(aside, bytes);
    await rename(aside, join(folder, name));
  }
}

function nameOf(path: string, { names }: LibraryRelease): string {
  return names?.[path] ?? basename(path);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
