import { Enums, Models, Serialize, SPDX, Spec } from '@cyclonedx/cyclonedx-library';
import type { ThirdParty } from './packages-in-bundle.ts';

export interface Shipped {
  /** The program itself. */
  readonly name: string;
  readonly version: string;
  readonly thirdParties: readonly ThirdParty[];
  /** The version of the Node that is shipped with it; null where whoever runs it brings one. */
  readonly nodeVersion: string | null;
}

/**
 * What is shipped, as CycloneDX 1.6 in JSON: our program, each package that has code in it, and the Node that runs it.
 * The same input gives the same bytes, so it holds no time and no serial number.
 */
export function billOfMaterials({ name, version, thirdParties, nodeVersion }: Shipped): string {
  const bom = new Models.Bom({
    metadata: new Models.Metadata({
      component: new Models.Component(Enums.ComponentType.Application, name, {
        bomRef: `${name}@${version}`,
        version,
        licenses: new Models.LicenseRepository([new Models.SpdxLicense('MIT')]),
      }),
    }),
  });
  for (const one of thirdParties) bom.components.add(packageFromNpm(one));
  if (nodeVersion !== null) bom.components.add(node(nodeVersion));
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function packageFromNpm({ name, version, integrity, licence, inside = [] }: ThirdParty): Models.Component {
  const component = library(name, version, licence.id);
  const base = name.slice(name.indexOf('/') + 1);
  component.externalReferences.add(
    new Models.ExternalReference(
      `https://registry.npmjs.org/${name}/-/${base}-${version}.tgz`,
      Enums.ExternalReferenceType.Distribution,
      { hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], hexOf(integrity)]]) },
    ),
  );
  for (const one of inside) {
    const part = library(one.name, one.version, one.licence);
    // The bundle may hold the same package once more, on its own.
    part.bomRef.value = `${component.bomRef.value}#${one.name}`;
    component.components.add(part);
  }
  return component;
}

function library(name: string, version: string | undefined, licence: string): Models.Component {
  const [group, base] = name.startsWith('@') ? name.split('/', 2) : [undefined, name];
  // A scope is part of the address, so its sign is written as one of its characters.
  const purl = `pkg:npm/${name.replace('@', '%40')}${version === undefined ? '' : `@${version}`}`;
  const isSpdx = SPDX.isSupportedSpdxId(licence);
  return new Models.Component(Enums.ComponentType.Library, base ?? name, {
    ...(group === undefined ? {} : { group }),
    ...(version === undefined ? {} : { version }),
    bomRef: purl,
    purl,
    licenses: new Models.LicenseRepository([
      isSpdx ? new Models.SpdxLicense(licence) : new Models.NamedLicense(licence),
    ]),
  });
}

function node(version: string): Models.Component {
  return new Models.Component(Enums.ComponentType.Platform, 'node', {
    bomRef: `node@${version}`,
    version,
    // The names that scanners look for when they ask which faults of Node are known.
    purl: `pkg:generic/node@${version}`,
    cpe: `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:*:*:*:*`,
    licenses: new Models.LicenseRepository([new Models.SpdxLicense('MIT')]),
    externalReferences: new Models.ExternalReferenceRepository([
      new Models.ExternalReference(`https://nodejs.org/dist/v${version}/`, Enums.ExternalReferenceType.Distribution),
    ]),
  });
}

/** The registry writes hashes in base64, CycloneDX in hexadecimal. */
function hexOf(integrity: string): string {
  return Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
}
