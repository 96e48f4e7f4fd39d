import { countOf } from '../../domain/count-of.ts';
import { builtContent } from './built-content.ts';
import { type Content, fingerprintOf } from './content-as-built.ts';
import { readContent } from './read-content.ts';

/** The content is invalid. Thrown at start with all faults at once, so that nobody has to fix them one by one. */
export class ContentFault extends Error {
  readonly code = 'CONTENT_INVALID';
  constructor(faults: readonly string[]) {
    super(`The content has ${countOf(faults.length, 'fault')}:\n${faults.join('\n')}`);
    this.name = 'ContentFault';
  }
}

/** Loads the content of a folder at start. Throws `ContentFault` if it is invalid. */
export function loadContent(folder: string, now: number): Content {
  if (builtContent !== null && builtContent.fingerprint === fingerprintOf(folder)) return builtContent.content();
  const { content, faults } = readContent(folder, now);
  if (faults.length > 0) throw new ContentFault(faults);
  return content;
}
