import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { commandLine } from '../src/config/command-line.ts';
import { countOf } from '../src/domain/count-of.ts';

/** Makes the zip that App Service runs without an image. The same sources give the same file, to the byte. */

const { values } = commandLine({
  about: 'Makes the zip that App Service runs without an image.',
  call: 'npm run bundle:zip -- [options]',
  options: { out: { type: 'string', value: 'FILE', about: 'where it goes', default: 'dist/onetenant.zip' } },
});
const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'onetenant-zip-'));
try {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--for', 'zip', '--out', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();
  const entries: Zippable = Object.fromEntries(
    files.map((file) => [relative(folder, file).replaceAll(sep, '/'), new Uint8Array(readFileSync(file))]),
  );
  // Files that everybody may read, of one day that never changes.
  const zip = zipSync(entries, { level: 9, mtime: new Date(2026, 0, 1), os: 3, attrs: 0o644 << 16 });
  mkdirSync(dirname(resolve(values.out)), { recursive: true });
  writeFileSync(values.out, zip);
  const hash = createHash('sha256').update(zip).digest('hex');
  process.stdout.write(
    `${values.out}: ${(zip.length / 1_000_000).toFixed(1)} MB, ${countOf(files.length, 'file')}, SHA-256 ${hash}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
