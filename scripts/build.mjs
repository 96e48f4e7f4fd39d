// Bundles the bot and its doctor into files that need only Node: `node dist/onetenant.mjs`, `node dist/doctor.mjs`.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../src/config/command-line.ts';
import { bringLibraries } from './browser-libraries.ts';
import { bundled } from './bundled.mjs';
import { writeWhatIsShipped } from './third-parties/write-what-is-shipped.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** An image includes the Node that its compile cache is for. A zip runs on any Node, so a cache would be useless there. */
const kinds = {
  folder: { isShipped: false, isCompiled: true, withNode: false },
  image: { isShipped: true, isCompiled: true, withNode: true },
  zip: { isShipped: true, isCompiled: false, withNode: false },
};

const { values, misused } = commandLine({
  about: 'Bundles the bot and its doctor into files that need Node and nothing else.',
  call: 'npm run build -- [options]',
  options: {
    out: { type: 'string', value: 'FOLDER', about: 'where they go', default: join(root, 'dist') },
    for: {
      type: 'string',
      value: 'PLACE',
      about: `where they run: ${Object.keys(kinds).join(', ')}`,
      default: 'folder',
    },
  },
});
const out = resolve(values.out);
const kind = kinds[values.for];
if (kind === undefined) misused(`--for takes ${Object.keys(kinds).join(', ')}.`);

/** Each becomes a launcher in the output folder; the program itself, and rarely used code, is in `parts`. */
const programs = { onetenant: 'src/index.ts', doctor: 'src/cli/doctor.ts' };
/** Read at run time, from the folder that the bot is started in. */
const readAtRunTime = ['content', 'webchat'];

const notBrought = await bringLibraries(root);
if (notBrought !== null) {
  console.error(notBrought);
  process.exit(1);
}

// Names of parts change with their content, so those of an earlier build would stay.
for (const name of ['parts', 'compiled']) await rm(join(out, name), { recursive: true, force: true });
const results = await bundled({
  root,
  // Wherever the output goes, it is named as if it went here: source maps contain the path to the sources, and names contain
  // a hash of that. So the maps of one build fit every other.
  outdir: join(root, 'dist/parts'),
  programs,
});

await mkdir(join(out, 'parts'), { recursive: true });
for (const { path, contents } of results.flatMap(({ outputFiles }) => outputFiles))
  await writeFile(join(out, 'parts', basename(path)), contents);
for (const name of Object.keys(programs)) await writeFile(join(out, `${name}.mjs`), launcherOf(name));
const metafile = {
  inputs: Object.assign({}, ...results.map(({ metafile }) => metafile.inputs)),
  outputs: Object.assign({}, ...results.map(({ metafile }) => metafile.outputs)),
};
await writeFile(join(out, 'onetenant.meta.json'), JSON.stringify(metafile));
for (const path of readAtRunTime) {
  await rm(join(out, path), { recursive: true, force: true });
  await cp(join(root, path), join(out, path), { recursive: true, filter: isForRunning });
}
await writeWhatIsShipped({ root, out, metafile, withNode: kind.withNode });
if (kind.isCompiled)
  execFileSync(process.execPath, [join(root, 'scripts/fill-compile-cache.ts'), out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
if (kind.isShipped) {
  const parts = await readdir(join(out, 'parts'));
  for (const name of parts.filter((name) => name.endsWith('.map'))) await rm(join(out, 'parts', name));
  await rm(join(out, 'onetenant.meta.json'));
}
const code = Object.keys(metafile.outputs).filter((path) => /\.[mc]js$/.test(path));
console.log(
  `${join(out, 'onetenant.mjs')}: ${megabytesOf(code)} of code, of which a start reads ${megabytesOf(readAtStart('onetenant.mjs'))}. In all ${await megabytesIn(out)}.`,
);

/** The code files that a program loads at start. */
function readAtStart(program) {
  const paths = new Set(code.filter((path) => path.endsWith(`/${program}`)));
  for (const path of paths)
    for (const { path: next, kind, external } of metafile.outputs[path].imports)
      if (kind === 'import-statement' && external !== true) paths.add(next);
  return [...paths];
}

function megabytesOf(paths) {
  return megabytes(paths.map((path) => metafile.outputs[path].bytes));
}

/** Excludes source maps and the list of bundle contents, which are not in the image. */
async function megabytesIn(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile() && !/\.map$|\.meta\.json$/.test(one.name));
  return megabytes(await Promise.all(files.map(async (one) => (await stat(join(one.parentPath, one.name))).size)));
}

function megabytes(sizes) {
  return `${(sizes.reduce((sum, size) => sum + size, 0) / 1_000_000).toFixed(1)} MB`;
}

/** Excludes types and files that another process is still writing. */
function isForRunning(file) {
  return !file.endsWith('.ts') && !basename(file).startsWith('.');
}

/**
 * The heap is collected when it has grown by a third; left alone, Node lets it double, and ends up with three times the
 * memory for the same turns. Compiled code is read from `compiled` where Node can use it, and anything else is compiled
 * as ever: it counts on the same flags, so they come first.
 */
function launcherOf(name) {
  return `process.getBuiltinModule('node:v8').setFlagsFromString('--heap-growing-percent=30');
const { enableCompileCache } = process.getBuiltinModule('node:module');
enableCompileCache({ directory: new URL('compiled', import.meta.url).pathname, portable: true });
await import('./parts/${name}.mjs');
`;
}
