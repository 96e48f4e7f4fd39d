import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licence of a package. */
export interface Licence {
  /** SPDX identifier. */
  readonly id: AllowedLicence;
  /** Word for word, with the names of those who hold the rights. */
  readonly text: string;
}

/** Each allows anyone to use and redistribute the bot, as long as the text of the licence is included. */
export const allowedLicences = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'] as const;
export type AllowedLicence = (typeof allowedLicences)[number];

/**
 * Packages that name the MIT licence, in their `package.json` or their read-me, and bring no text of it. These are the names
 * that the packages and their repositories give for who wrote them.
 */
const underMitWithoutText: Readonly<Record<string, string>> = {
  'botframework-webchat': 'Copyright (c) Microsoft Corporation',
  'escape-regexp-component': 'Copyright (c) the authors of escape-regexp-component',
  ewma: 'Copyright (c) Steve Gury',
  'proxy-agent-negotiate': 'Copyright (c) Nathan Rajlich <nathan@tootallnate.net>',
};

const licenceFile = /^(?:licen[cs]e|unlicen[cs]e|copying|third-?party-?notices?|notice)(?:[.-].*)?$/i;
const noticeFile = /^(?:third|notice)/i;
/** A section of a read-me with fewer characters names a licence and does not contain it. */
const textMin = 300;

/** The licence of the package in this folder, or a sentence that says what is wrong with it. */
export function licenceOf(name: string, folder: string): Licence | { readonly fault: string } {
  const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license?: unknown };
  const id = allowedLicences.find((one) => one === (license ?? (underMitWithoutText[name] && 'MIT')));
  if (id === undefined)
    return {
      fault: `${license === undefined ? 'it names no licence' : `nobody has allowed its licence, ${JSON.stringify(license)}`}; see scripts/third-parties/licence-of.ts`,
    };
  const text = licenceTextIn(folder) ?? mitTextFor(name);
  if (text === null) return { fault: 'it brings no text of its licence; see scripts/third-parties/licence-of.ts' };
  return { id, text };
}

/** The MIT licence with these holders of the rights, for a package that brings no text. */
export function mitTextFor(name: string): string | null {
  const holder = underMitWithoutText[name];
  if (holder === undefined) return null;
  return readFileSync(join(import.meta.dirname, '../../LICENSE'), 'utf8').replace(/^Copyright.*$/m, holder);
}

/** All its files about licences, or the section of its read-me that holds one. */
export function licenceTextIn(folder: string): string | null {
  const names = readdirSync(folder).sort();
  const files = names.filter((name) => licenceFile.test(name));
  if (files.some((name) => !noticeFile.test(name)))
    return files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
  const readMe = names.find((name) => /^readme/i.test(name));
  if (readMe === undefined) return null;
  const sections = readFileSync(join(folder, readMe), 'utf8').split(/^(?=#+ |.+\n-{3,}$)/m);
  const text = sections.find((section) => /^(?:#+ )?licen[cs]e/i.test(section))?.trim();
  return text !== undefined && text.length >= textMin ? text : null;
}
