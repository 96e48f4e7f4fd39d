import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** What the placeholders of a rule text stand for, by their own names. */
export type Placeholders = Readonly<Record<string, string>>;

let page: string | null = null;

/** A block of docs/helpdesk.md, by its name: what an administrator pastes into a desk. */
export function ruleText(name: string): string {
  page ??= readFileSync(join(process.cwd(), 'docs/helpdesk.md'), 'utf8');
  const text = new RegExp(`^\`\`\`\\w+ ${name}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1];
  if (text === undefined) throw new Error(`docs/helpdesk.md has no block ${name}`);
  return text;
}

/** Fills a rule text the way a desk does that knows JSON: value by value, so that no quote breaks it. */
export function fillValues(text: string, placeholder: RegExp, values: Placeholders): string {
  const filled = Object.entries(JSON.parse(text) as Record<string, string>).map(([name, value]) => [
    name,
    value.replace(placeholder, (_all, inner: string) => standsFor(inner, values)),
  ]);
  return JSON.stringify(Object.fromEntries(filled));
}

/** Fills a rule text as it stands, with what our rule texts use of FreeMarker: paths, and `!` after what may be missing. */
export function fillFreeMarker(text: string, model: object): string {
  return text.replace(/\$\{([^}]*)\}/g, (_all, inner: string) => {
    const [, path = '', mayBeMissing = ''] = /^\(?([\w.[\]]+)\)?(!?)$/.exec(inner) ?? [];
    const names = path.split(/[.[\]]+/).filter((name) => name !== '');
    const value = names.reduce<unknown>((at, name) => (isGroup(at) ? at[name] : undefined), model);
    if (value === undefined || value === null ? mayBeMissing === '' : typeof value === 'object')
      throw new Error(`the sandbox does not know what ${inner} stands for`);
    return String(value ?? '');
  });
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Fills an example: each of its fields, and no other, with what its name stands for. */
export function fillFields(text: string, values: Readonly<Record<string, string | number>>): string {
  return JSON.stringify(JSON.parse(text), (name, value: unknown) => {
    if (typeof value === 'object') return value;
    if (!Object.hasOwn(values, name)) throw new Error(`the sandbox does not know what ${name} stands for`);
    return values[name];
  });
}

/** Fills a rule text as it stands, with the filters of Liquid that our rule texts use. */
export function fillLiquid(text: string, values: Placeholders): string {
  return text.replace(/\{%[^%]*%\}/g, '').replace(/\{\{([^}]*)\}\}/g, (_all, inner: string) => {
    const [name = '', ...filters] = inner.split('|').map((part) => part.trim());
    return filters.reduce((value, filter) => filtered(value, filter), standsFor(name, values));
  });
}

function standsFor(name: string, values: Placeholders): string {
  const value = values[name.trim()];
  if (value === undefined) throw new Error(`the sandbox does not know what ${name} stands for`);
  return value;
}

function filtered(value: string, filter: string): string {
  switch (filter) {
    case 'escape':
      return value
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
    case 'newline_to_br':
      return value.replace(/\r?\n/g, '<br />\n');
    case 'strip_newlines':
      return value.replace(/\r?\n/g, '');
    default:
      throw new Error(`the sandbox does not know the filter ${filter}`);
  }
}

export function mac(hash: 'sha1' | 'sha256', secret: string, text: string, encoding: 'hex' | 'base64'): string {
  return createHmac(hash, secret).update(text).digest(encoding);
}
