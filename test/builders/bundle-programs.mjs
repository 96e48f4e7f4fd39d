// Bundles programs into a folder: `node test/builders/bundle-programs.mjs FOLDER PROGRAM …`. In a process of its own,
// because esbuild does not run inside jest. With `--import FOLDER/bundled.mjs`, Node starts the bundle when it is asked for one of them.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled } from '../../scripts/bundled.mjs';

const [folder, ...programs] = process.argv.slice(2);
const root = process.cwd();
const nameOf = (program) => program.replaceAll(/\W/g, '-');

const results = await bundled({
  root,
  outdir: folder,
  programs: Object.fromEntries(programs.map((program) => [nameOf(program), program])),
});
for (const { path, contents } of results.flatMap(({ outputFiles }) => outputFiles)) await writeFile(path, contents);

const urlOf = (path) => pathToFileURL(path).href;
const bundles = programs.map((program) => [urlOf(join(root, program)), urlOf(join(folder, `${nameOf(program)}.mjs`))]);
await writeFile(
  join(folder, 'bundled.mjs'),
  `// npm may run on a Node that has no hooks.
const bundles = new Map(${JSON.stringify(bundles)});
process.getBuiltinModule?.('node:module').registerHooks?.({
  resolve(name, context, next) {
    const found = next(name, context);
    return { ...found, url: bundles.get(found.url) ?? found.url };
  },
});
`,
);
