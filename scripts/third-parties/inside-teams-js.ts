import { teamsJsRelease } from '../browser-libraries.ts';
import type { PackageInside } from './inside-web-chat.ts';

/** The release that was looked into: the sources in its map name the packages with their versions. */
const lookedInto = '2.58.0';

const inside: readonly PackageInside[] = [
  { name: 'base64-js', version: '1.5.1', licence: 'MIT', copyright: ['Copyright (c) 2014 Jameson Little'] },
  {
    name: 'debug',
    version: '4.3.5',
    licence: 'MIT',
    copyright: ['Copyright (c) 2014-2017 TJ Holowaychuk <tj@vision-media.ca>', 'Copyright (c) 2018-2021 Josh Junon'],
  },
  { name: 'ms', version: '2.1.2', licence: 'MIT', copyright: ['Copyright (c) 2016 Zeit, Inc.'] },
  {
    name: 'uuid',
    version: '11.1.1',
    licence: 'MIT',
    copyright: ['Copyright (c) 2010-2020 Robert Kieffer and other contributors'],
  },
];

/** @throws Error when another release of TeamsJS was looked into than the one that is shipped. */
export function packagesInsideTeamsJs(): readonly PackageInside[] {
  if (teamsJsRelease.version !== lookedInto)
    throw new Error(`Nobody has looked into TeamsJS ${teamsJsRelease.version} yet: see the sources in its map.`);
  return inside;
}
