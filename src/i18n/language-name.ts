/** What the speakers of `tag` call a language: `de` is "Duits" for `nl-NL`. The code itself if it has no name. */
export function languageName(code: string, tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(code) ?? code;
}
