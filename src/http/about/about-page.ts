import { createTranslator, type Translator } from '../../i18n/index.ts';
import { locales } from '../../i18n/locales.ts';
import { type Html, html } from '../html.ts';
import { pageShell } from '../page-shell.ts';

export const aboutPages = ['what-it-is', 'privacy', 'terms'] as const;
export type AboutPageId = (typeof aboutPages)[number];

/** Where each page stands. The package for Teams names them. */
export const aboutPaths: Readonly<Record<AboutPageId, string>> = {
  'what-it-is': '/',
  privacy: '/privacy',
  terms: '/terms',
};

export const aboutStylePath = '/about/style.css';

/** One of the pages at the bot's own address, with links to the others, in any language. */
export function aboutPage(t: Translator, page: AboutPageId): Html {
  const main = html`${paragraphsOf(t, page).map((text) => html`<p>${text}</p>`)}`;
  return pageShell(t, { title: t(`about.${page}.title`), style: aboutStylePath, main, footer: footer(t, page) });
}

/** What the chat says about privacy is said here in the same words. */
function paragraphsOf(t: Translator, page: AboutPageId): readonly string[] {
  if (page === 'privacy') return [...t.lines('topics.privacy.paragraphs'), t('about.privacy.more')];
  return t.lines(`about.${page}.paragraphs`);
}

function footer(t: Translator, here: AboutPageId): Html {
  const others = aboutPages
    .filter((page) => page !== here)
    .map((page) => html`<a href="${aboutPaths[page]}?lang=${t.locale}">${t(`about.${page}.title`)}</a> `);
  const languages = locales
    .filter((locale) => locale !== t.locale)
    .map((locale) => {
      const name = createTranslator(locale).languageName(locale);
      return html`<a href="${aboutPaths[here]}?lang=${locale}" lang="${locale}" hreflang="${locale}">${name}</a> `;
    });
  return html`<footer>
<nav class="contents" aria-label="OneTenant">${others}</nav>
<nav class="contents" aria-label="${t('about.language')}">${languages}</nav>
</footer>`;
}
