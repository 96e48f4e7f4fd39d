import { createHash } from 'node:crypto';
import { Html } from '../html.ts';

/** Turns each time into the reader's own zone and names it; UTC stays behind it, as its title. Without scripts, UTC stays. */
const script = `
const { lang } = document.documentElement;
const format = new Intl.DateTimeFormat(navigator.languages.find((one) => one.startsWith(lang)) ?? lang, {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short',
});
for (const time of document.querySelectorAll('time[datetime]')) {
  const at = Date.parse(time.dateTime);
  if (Number.isNaN(at)) continue;
  time.title = time.textContent;
  time.textContent = format.format(at);
}
`;

/** The element for the end of a page. */
export const localTimes = new Html(`<script>${script}</script>`);

/** What the content policy allows: these very bytes, and no other script. */
export const localTimesSource = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
