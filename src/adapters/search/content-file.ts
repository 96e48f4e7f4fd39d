/**
 * The fields between the `---` lines, the paragraphs below, and those below each line `--- if: one, another`. A field is one
 * line, or a list of `- ` lines.
 */
export interface ContentFile {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly paragraphs: readonly string[];
  readonly variants: readonly FileVariant[];
}

/** The paragraphs for those who meet one of the conditions, as they are written. */
interface FileVariant {
  readonly conditions: readonly string[];
  readonly paragraphs: readonly string[];
}

export type ContentReading =
  | { readonly kind: 'read'; readonly file: ContentFile }
  | { readonly kind: 'unreadable'; readonly because: string };

/**
 * Parses one content file. Everything after the first colon is literal text, so quotes and colons need no escaping.
 * A parser of our own, because editors write sentences here and YAML misreads some of them.
 */
export function readContentFile(text: string): ContentReading {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text.replace(/^\uFEFF/, ''));
  if (parts === null) return unreadable('it does not start with fields between two lines of ---');
  const fields = readFields((parts[1] ?? '').split(/\r?\n/));
  if (typeof fields === 'string') return unreadable(fields);
  const [general = '', ...others] = (parts[2] ?? '').split(/^(?=---)/m);
  const variants: FileVariant[] = [];
  for (const part of general.startsWith('---') ? [general, ...others] : others) {
    const [, conditions, text] = /^--- if: (.+)\r?\n?([\s\S]*)$/.exec(part) ?? [];
    if (conditions === undefined) return unreadable('a line of the answer starts with --- but not with "--- if: "');
    variants.push({ conditions: conditions.split(',').map((one) => one.trim()), paragraphs: paragraphsOf(text ?? '') });
  }
  return {
    kind: 'read',
    file: { fields, paragraphs: general.startsWith('---') ? [] : paragraphsOf(general), variants },
  };
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

function readFields(lines: readonly string[]): Record<string, string | string[]> | string {
  const fields: Record<string, string | string[]> = {};
  let list: string[] | null = null;
  for (const [index, line] of lines.entries()) {
    const item = /^\s*-\s+(.+)$/.exec(line)?.[1]?.trim();
    const [, name, value] = /^([a-z-]+):\s*(.*)$/.exec(line) ?? [];
    if (item !== undefined && list !== null) list.push(item);
    else if (name !== undefined && Object.hasOwn(fields, name)) return `line ${index + 2} names "${name}" again`;
    else if (name !== undefined) {
      list = value?.trim() === '' ? [] : null;
      fields[name] = list ?? value?.trim() ?? '';
    } else if (line.trim() !== '') return `line ${index + 2} is neither "name: text" nor "- item"`;
  }
  return fields;
}

function unreadable(because: string): ContentReading {
  return { kind: 'unreadable', because };
}
