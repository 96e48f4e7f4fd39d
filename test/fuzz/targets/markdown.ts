import MarkdownIt from 'markdown-it';
import { cleanText, literalText, longestName, plainText, spokenText } from '../../../cards/plain-text.ts';
import { type FuzzTarget, promise } from './target.ts';

/** With everything on that Web Chat has on: links of bare names, and a typographer. */
const renderer = new MarkdownIt({ html: false, linkify: true, typographer: true });

/** `safe`: the rule under test. */
export const markdownTarget = (safe: (text: string) => string = plainText): FuzzTarget => ({
  what: 'a text from outside, shown as Markdown, reads as it was written',
  try(bytes) {
    const text = bytes.toString('utf8');
    const clean = cleanText(text);
    const shown = renderer.render(safe(text));
    const read = clean === '' ? '' : `<p>${renderer.utils.escapeHtml(clean)}</p>\n`;
    promise(shown === read, `${JSON.stringify(text)} is shown as ${JSON.stringify(shown)}`);
    for (const one of [clean, spokenText(text), literalText(text)]) {
      promise(one.length <= 2 * longestName + 1, 'a name has a limit');
      promise(!/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(one), 'nothing turns the direction or hides');
    }
  },
});
