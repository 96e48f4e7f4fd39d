/**
 * What Jira's webhooks write comments in, as plain text: pictures by their name, links with their address, mentions left out.
 * Source: Jira's own page "Text Formatting Notation Help".
 */
export function withoutWikiMarkup(text: string): string {
  return text
    .replace(/\[~[^\]\n]{1,200}\]/g, '')
    .replace(/![^!\s|][^!\n|]{0,200}\.(?:png|jpe?g|gif|bmp|webp|svg)(?:\|[^!\n]{0,200})?!/gi, (picture) =>
      nameOf(picture),
    )
    .replace(/\[([^|\]\n]{1,500})\|([^|\]\n]{1,500})(?:\|[^\]\n]{0,100})?\]/g, linkOf)
    .replace(/\{(?:code|noformat|quote|color|panel)(?::[^}\n]{0,200})?\}/g, '')
    .replace(/^(?:h[1-6]|bq)\. /gm, '')
    .replace(/^[*#]{1,6} /gm, '- ')
    .replace(/(?<=^|[\s(])([*_+-])(?=\S)([^\n*_+]{0,500}\S)\1(?=$|[\s.,;:!?)])/gm, '$2')
    .replace(/\\([*_+{}[\]!#|~^-])/g, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function nameOf(picture: string): string {
  return `[${picture.replace(/^!|(?:\|[^!]*)?!$/g, '')}]`;
}

function linkOf(_whole: string, words: string, address: string): string {
  return words === address ? address : `${words} (${address})`;
}
