// Bundles the bot into one file that needs Node and nothing else: `node dist/onetenant.mjs`.
// Usage: node scripts/build.mjs [--out FOLDER]     (default: dist)
import { cp, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } });
const out = resolve(values.out);

/** Each becomes one file in the output folder. */
const programs = { onetenant: 'src/index.ts' };
/** Read at run time, from the folder that the bot is started in. */
const readAtRunTime = ['content', 'webchat', 'node_modules/botframework-webchat/dist/webchat.js'];

const result = await build({
  absWorkingDir: root,
  entryPoints: programs,
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
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
