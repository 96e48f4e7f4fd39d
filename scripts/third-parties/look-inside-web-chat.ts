import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countOf } from '../../src/domain/count-of.ts';
import { webChatRelease } from '../browser-libraries.ts';
import { licencesInside, type PackageInside } from './inside-web-chat.ts';
import { licenceTextIn } from './licence-of.ts';

/**
 * Writes down what Microsoft bundled into the one file of Web Chat. Run it once for each release of Web Chat that is taken:
 * node scripts/third-parties/look-inside-web-chat.ts
 *
 * The package brings the reports of the tools that bundled it, which name every file. They name no version, so only those
 * are given that Web Chat asks for exactly; the others were whatever was newest that day.
 */

interface WebpackModule {
  readonly name?: string;
  readonly nameForCondition?: string | null;
  readonly modules?: readonly WebpackModule[];
}
interface WebpackReport {
  readonly chunks: readonly { readonly files: readonly string[]; readonly modules: readonly WebpackModule[] }[];
}
interface EsbuildReport {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}
interface Manifest {
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

const { name: webChat, version } = webChatRelease;
const scratch = mkdtempSync(join(tmpdir(), 'onetenant-web-chat-'));
const packages = join(scratch, 'node_modules');

try {
  writeFileSync(join(scratch, 'package.json'), '{}');
  install([`${webChat}@${version}`]);
  const own = readdirSync(packages).filter((name) => name.startsWith('botframework-') && isOfThisRelease(name));
  const names = [...filesByWebpack(), ...own.flatMap(filesByEsbuild)].flatMap((path) => packageOf(path) ?? []);
  const all = [...new Set([...names, ...own])].filter((name) => name !== webChat).sort();
  // Some are among what its packages were built with, which is not installed with them.
  const missing = all.filter((name) => !existsSync(join(packages, name)));
  if (missing.length > 0) install(missing);
  const inside = all.map((name) => describe(name, own));
  const target = join(import.meta.dirname, 'inside-web-chat.json');
  writeFileSync(target, `${JSON.stringify({ version, inside }, null, 2)}\n`);
  process.stdout.write(`${target}: ${countOf(inside.length, 'package')}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function install(names: readonly string[]): void {
  const words = ['install', ...names, '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress'];
  execFileSync('npm', words, { cwd: scratch, stdio: ['ignore', 'ignore', 'inherit'] });
}

function isOfThisRelease(name: string): boolean {
  return read<{ version: string }>(join(packages, name, 'package.json')).version === version;
}

/** The last tool, which made the file of the packages of Web Chat and of what they ask for. */
function filesByWebpack(): readonly string[] {
  const report = read<WebpackReport>(join(packages, webChat, 'dist/stats.json'));
  const chunk = report.chunks.find(({ files }) => files.includes('webchat.js'));
  const paths = (modules: readonly WebpackModule[]): readonly string[] =>
    modules.flatMap((one) => (one.modules ? paths(one.modules) : [one.nameForCondition ?? one.name ?? '']));
  return paths(chunk?.modules ?? []);
}

/** The first tool, which made each package of Web Chat of its sources and of some packages of others. */
function filesByEsbuild(name: string): readonly string[] {
  const report = join(packages, name, 'dist/metafile-esm.json');
  if (!existsSync(report)) return [];
  return Object.values(read<EsbuildReport>(report).outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 && !path.startsWith('(disabled)') ? [path] : [],
    ),
  );
}

/** React was bundled on its own before, into files of these names. */
function packageOf(path: string): string | null {
  const [, react] = /\/isomorphic-(react(?:-dom)?)\/dist\//.exec(path) ?? [];
  return react ?? /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? null;
}

function describe(name: string, own: readonly string[]): PackageInside {
  const folder = join(packages, name);
  const { license, author } = read<Manifest>(join(folder, 'package.json'));
  const id = licencesInside.find((one) => one === license);
  if (id === undefined) throw new Error(`${name}: nobody has allowed its licence, ${JSON.stringify(license)}`);
  const asked = [webChat, ...own].flatMap(
    (one) => read<Manifest>(join(packages, one, 'package.json')).dependencies?.[name] ?? [],
  );
  const [exact, ...others] = new Set(asked.filter((range) => /^\d+\.\d+\.\d+$/.test(range)));
  const text = licenceTextIn(folder);
  const copyright = text?.match(/^.*\bcopyright (?:\(c\)|©|\d{4}).*$/gim) ?? [];
  const holder = (typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`;
  return {
    name,
    ...(exact === undefined || others.length > 0 ? {} : { version: exact }),
    licence: id,
    copyright: copyright.length > 0 ? [...new Set(copyright.map((line) => line.trim()))] : [`Copyright (c) ${holder}`],
    // The text of the MIT licence is the same for all.
    ...(id === 'MIT' || text === null ? {} : { text }),
  };
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
