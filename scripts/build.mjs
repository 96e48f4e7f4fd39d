// Bundles the bot and its doctor into files that need Node and nothing else: `node dist/onetenant.mjs`, `node dist/doctor.mjs`.
// Usage: node scripts/build.mjs [--out FOLDER]     (default: dist)
import { cp, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { lightStart } from './light-start.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } });
const out = resolve(values.out);

/** Each becomes one file in the output folder; what several use, or only sometimes, is in `parts`. */
const programs = { onetenant: 'src/index.ts', doctor: 'src/cli/doctor.ts' };
/** Read at run time, from the folder that the bot is started in. */
const readAtRunTime = ['content', 'webchat', 'node_modules/botframework-webchat/dist/webchat.js'];

// The names of the parts change with what is in them, so those of an earlier build would stay.
await rm(join(out, 'parts'), { recursive: true, force: true });
const result = await build({
  absWorkingDir: root,
  entryPoints: programs,
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // What only some deployments use (traces, the doctor) is a file of its own, so that the others do not read it at start.
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  // Most packages below us are CommonJS and ask for `require`, which an ES module does not have.
  banner: {
    js: "import { createRequire as requireOfBundle } from 'node:module';const require = requireOfBundle(import.meta.url);",
  },
  // Names stay, so that a stack trace in the log can be read. keepNames would slow every function down instead.
  minifyWhitespace: true,
  minifySyntax: true,
  keepNames: false,
  // Written beside the bundle and not loaded by it: for whoever reads a stack trace, not for the image.
  sourcemap: 'external',
  legalComments: 'external',
  // A native package that restify asks for only when DTrace is on, and does without when it is missing.
  external: ['dtrace-provider'],
  metafile: true,
  plugins: [lightStart],
  logLevel: 'warning',
});

await mkdir(out, { recursive: true });
await writeFile(join(out, 'onetenant.meta.json'), JSON.stringify(result.metafile));
for (const path of readAtRunTime) {
  await rm(join(out, path), { recursive: true, force: true });
  await cp(join(root, path), join(out, path), { recursive: true, filter: (file) => !file.endsWith('.ts') });
}
const { size } = await stat(join(out, 'onetenant.mjs'));
console.log(`${join(out, 'onetenant.mjs')}: ${(size / 1_000_000).toFixed(1)} MB`);
