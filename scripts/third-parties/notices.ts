import type { Shipped } from './bill-of-materials.ts';

/** Of a part that is shipped and is no package of the bundle. */
export interface MoreText {
  readonly title: string;
  readonly text: string;
}

const line = '-'.repeat(80);

/** The text of every licence, each once, with all that it holds for. */
export function noticesText({ name, thirdParties }: Shipped, more: readonly MoreText[]): string {
  const namesByText = new Map<string, string[]>();
  for (const { name, version, licence } of thirdParties) {
    const names = namesByText.get(licence.text) ?? [];
    namesByText.set(licence.text, [...names, `${name} ${version} (${licence.id})`]);
  }
  const texts = [...namesByText].map(([text, names]) => section(names.join('\n'), text));
  return [
    `${name} is under the MIT licence. It is shipped with what is named below, each part under its own licence.\n`,
    ...texts,
    ...more.map(({ title, text }) => section(title, text)),
  ].join('\n');
}

function section(title: string, text: string): string {
  return `${line}\n${title}\n${line}\n\n${text.trim()}\n`;
}
