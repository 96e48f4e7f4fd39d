import { teamsPages } from '../../domain/channel.ts';
import type { Translator } from '../../i18n/index.ts';
import { type Html, html, nothing } from '../html.ts';
import { type TabFiles, teamsJsName } from './tab-files.ts';

export const tabAssetsPath = '/tab/assets';

/** Where the page is that shows it: `'self'` is the bot itself, which shows it in no page of its own. */
export const tabContentPolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors 'self' ${teamsPages.join(' ')}`,
  "script-src 'self'",
  "style-src 'self'",
  // TeamsJS would ask Microsoft for more pages that may show a tab. Those that may show this one stand above.
  "connect-src 'self'",
].join('; ');

/** The tab "My checklist", before it knows whose it is. `chatUrl` opens the chat in Teams. */
export function tabPage(t: Translator, { hash, files }: TabFiles, chatUrl: string): Html {
  const at = (name: string): string => `${tabAssetsPath}/${hash}/${name}`;
  const library = files.has(teamsJsName) ? html`<script src="${at(teamsJsName)}" defer></script>` : nothing;
  return html`<!doctype html>
<html lang="${t.locale}" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('tab.title')} · OneTenant</title>
<link rel="stylesheet" href="${at('look.css')}">
<link rel="stylesheet" href="${at('tab.css')}">
${library}
<script src="${at('tab.js')}" type="module"></script>
</head>
<body>
<main id="tab" data-chat="${chatUrl}">
<h1>${t('tab.title')}</h1>
<p id="news" role="status">${t('tab.loading')}</p>
<noscript><p>${t('tab.no-script')}</p></noscript>
<div id="content"></div>
</main>
</body>
</html>
`;
}
