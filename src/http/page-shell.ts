import type { Translator } from '../i18n/index.ts';
import { type Html, html, nothing } from './html.ts';

export interface PageShell {
  readonly title: string;
  readonly style: string;
  readonly main: Html;
  /** What else belongs into the head. */
  readonly head?: Html;
  readonly footer?: Html;
  /** What the page tells, for whoever tests it. */
  readonly outcome?: string;
}

/** A page of few words, for people who come from somewhere else: the product's name, a title and text. */
export function pageShell(
  t: Translator,
  { title, style, main, head = nothing, footer = nothing, outcome }: PageShell,
): Html {
  return html`<!doctype html>
<html lang="${t.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === 'OneTenant' ? title : `${title} · OneTenant`}</title>
<link rel="stylesheet" href="${style}">
${head}
</head>
<body data-outcome="${outcome ?? ''}">
<header><p><strong>OneTenant</strong></p></header>
<main id="content">
<h1>${title}</h1>
${main}
</main>
${footer}
</body>
</html>
`;
}
