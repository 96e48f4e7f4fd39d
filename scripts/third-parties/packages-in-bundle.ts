import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageInside } from './inside-web-chat.ts';
import { type Licence, licenceOf } from './licence-of.ts';

/** A third-party package in the bundle. */
export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  /** Of the tarball in the npm registry, as `package-lock.json` has it: `sha512-` and base64. */
  readonly integrity: string;
  readonly licence: Licence;
  /** Packages that were already bundled into it. */
  readonly inside?: readonly PackageInside[];
}

/** The part of esbuild's metafile that is read here. */
export interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

interface LockedPackage {
  readonly version: string;
  readonly integrity?: string;
}

/** Files that the build itself puts under `node_modules`, so that they count as foreign: see `light-start.mjs`. */
const madeByTheBuild = /^node_modules\/(?:later\.cjs$|[a-z-]+:)/;

/**
 * The packages of which at least one byte is in the bundle, in the order of their names. The same version from two folders
 * is one package.
 * @throws Error that names each package without a licence that may be passed on, or that the lockfile does not know.
 */
export function packagesInBundle(root: string, { outputs }: Metafile): readonly ThirdParty[] {
  const locked = lockedPackages(root);
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => packageFolderOf(path));
  const found = new Map<string, ThirdParty>();
  const faults: string[] = [];
  for (const folder of new Set(used)) {
    if (folder === null) continue;
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const { version, integrity } = locked[folder] ?? {};
    if (version === undefined || integrity === undefined) {
      faults.push(`${name}: package-lock.json does not say which version it is, or where it came from`);
      continue;
    }
    const licence = licenceOf(name, join(root, folder));
    if ('fault' in licence) faults.push(`${name} ${version}: ${licence.fault}`);
    else found.set(`${name}@${version}`, { name, version, integrity, licence });
  }
  if (faults.length > 0)
    throw new Error(`The bundle holds packages that it may not be given away with:\n${faults.join('\n')}`);
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The folder of the package that a file of the bundle belongs to; null for a file of ours. */
export function packageFolderOf(path: string): string | null {
  if (!path.startsWith('node_modules/') || madeByTheBuild.test(path)) return null;
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? null;
}

function lockedPackages(root: string): Readonly<Record<string, LockedPackage>> {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  return lock.packages;
}
