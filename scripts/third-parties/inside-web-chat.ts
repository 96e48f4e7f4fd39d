import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { webChatRelease } from '../browser-libraries.ts';
import { allowedLicences } from './licence-of.ts';

/** The last two give everything to everybody, and have no text that has to go with it. */
export const licencesInside = [...allowedLicences, 'CC0-1.0', 'public domain'] as const;

/** A third-party package that Microsoft bundled into Web Chat. */
export interface PackageInside {
  readonly name: string;
  /** Only where Web Chat asks for exactly this one; what else was newest on that day is written nowhere. */
  readonly version?: string;
  readonly licence: (typeof licencesInside)[number];
  /** The lines of its licence that name who holds the rights. */
  readonly copyright: readonly string[];
  /** Word for word; only of other licences than MIT. */
  readonly text?: string;
}

/** What has to be said about them, word for word. */
export function noticeOf(inside: readonly PackageInside[]): string {
  const line = ({ name, version, licence, copyright }: PackageInside) =>
    `${[name, version, `(${licence})`].filter(Boolean).join(' ')}: ${copyright.join('; ')}`;
  const texts = inside.flatMap(({ name, text }) => (text === undefined ? [] : [`${name}:\n\n${text}`]));
  return [
    `It holds packages of others. The text above is also the one of those under the MIT licence.\n\n${inside.map(line).join('\n')}`,
    ...texts,
  ].join('\n\n');
}

/** @throws Error when another release of Web Chat was looked into than the one that is shipped. */
export function packagesInsideWebChat(): readonly PackageInside[] {
  const { version, inside } = JSON.parse(readFileSync(join(import.meta.dirname, 'inside-web-chat.json'), 'utf8')) as {
    readonly version: string;
    readonly inside: readonly PackageInside[];
  };
  if (version !== webChatRelease.version)
    throw new Error(
      `Nobody has looked into Web Chat ${webChatRelease.version} yet: run scripts/third-parties/look-inside-web-chat.ts.`,
    );
  return inside;
}
