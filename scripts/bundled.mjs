// Programs of this repository as files that need only Node.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { contentInBundle } from './content-in-bundle.mjs';
import { later, lightStart } from './light-start.mjs';

/**
 * What esbuild makes of `programs`, their sources by name. It is not written, but its parts find each other in `outdir`.
 * The first result is the programs and what they share, the second what is read when something of it is first used.
 */
export function bundled({ root, outdir, programs }) {
  /** The bundle contains only the version from package.json. */
  const builtVersion = {
    name: 'built-version',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
        if (path !== join(root, 'package.json')) return undefined;
        const { version } = JSON.parse(await readFile(path, 'utf8'));
        return { contents: JSON.stringify({ version }), loader: 'json' };
      });
    },
  };
  const common = {
    absWorkingDir: root,
    outdir,
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    // Identifiers are kept, so that stack traces in the log are readable. keepNames would slow down every function instead.
    minifyWhitespace: true,
    minifySyntax: true,
    keepNames: false,
    // Written beside the bundle but not loaded by it: for reading stack traces, not for the image.
    sourcemap: 'external',
    legalComments: 'external',
    metafile: true,
    plugins: [contentInBundle, builtVersion, lightStart],
    logLevel: 'warning',
  };
  return Promise.all([
    build({
      ...common,
      entryPoints: programs,
      outExtension: { '.js': '.mjs' },
      format: 'esm',
      // What only some deployments use (traces, the doctor) is a separate file, so that the others do not load it at start.
      splitting: true,
      chunkNames: '[name]-[hash]',
      // Most packages below are CommonJS and use `require`, which an ES module does not have.
      banner: {
        js: "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);",
      },
    }),
    build({
      ...common,
      stdin: { contents: later, resolveDir: root, sourcefile: 'node_modules/later.cjs' },
      entryNames: 'later',
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
    }),
  ]);
}
