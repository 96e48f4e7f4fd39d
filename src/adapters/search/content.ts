import { counted } from '../../domain/counted.ts';
import { builtContent } from './built-content.ts';
import { type Content, fingerprintOf } from './content-as-built.ts';
import { readContent } from './read-content.ts';

/** The content is wrong. Thrown at start with every fault at once, so that nobody repairs them one by one. */
export class ContentFault extends Error {
  readonly code = 'CONTENT_INVALID';
  constructor(faults: readonly string[]) {
    super(`The content has ${counted(faults.length, 'fault')}:\n${faults.join('\n')}`);
    this.name = 'ContentFault';
  }
}

/** The content of a folder, at start. Throws `ContentFault` when it cannot be served. */
export function loadContent(folder: string, now: number): Content {
  if (builtContent !== null && builtContent.fingerprint === fingerprintOf(folder)) return builtContent.content();
  const { content, faults } = readContent(folder, now);
  if (faults.length > 0) throw new ContentFault(faults);
  return content;
}
