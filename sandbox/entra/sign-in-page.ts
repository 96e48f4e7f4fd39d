import { type Locale, localeOf } from '../../src/i18n/index.ts';
import type { StoryPerson } from '../people/person.ts';
import type { AccessPolicy } from '../people/tenants.ts';
import { storiesOf, wordsFor } from '../words/sandbox-words.ts';

const style = `
  :root { color-scheme: light dark; font: 100%/1.5 "Segoe UI", system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem 3rem; }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
  button { font: inherit; text-align: start; width: 100%; padding: .75rem 1rem; border: 1px solid GrayText;
    border-radius: .5rem; background: Canvas; color: CanvasText; cursor: pointer; }
  button:hover, button:focus-visible { outline: 3px solid #4f6bed; outline-offset: 1px; }
  strong, small { display: block; }
  .cancel { margin-top: 1rem; text-align: center; }
`;

/** What the client asks for, a list with spaces (OpenID Connect Core, 3.1.2.1), before what the browser does. */
export function chooseLanguage(uiLocales: string | null, acceptLanguage: string | undefined): Locale {
  return localeOf(...(uiLocales ?? '').split(' '), acceptLanguage);
}

export interface SignInPageView {
  readonly language: Locale;
  readonly people: readonly StoryPerson[];
  /** What the client asked; sent along again with the choice. */
  readonly query: URLSearchParams;
  readonly nonce: string;
}

/** The list of people to be. A plain form, so that it works with a keyboard, a screen reader and without scripts. */
export function renderSignInPage({ language, people, query, nonce }: SignInPageView): string {
  const { title, lead, people: heading, cancel } = wordsFor('signIn', language);
  return renderPage(
    { language, title, nonce },
    `<h1>${title}</h1>
<p>${lead}</p>
<form method="get">
${keptFields(query)}
<h2 id="people">${heading}</h2>
<ul aria-labelledby="people">
${people.map((person) => renderChoice(person, language)).join('\n')}
</ul>
<button class="cancel" name="choice" value="cancel">${cancel}</button>
</form>`,
  );
}

export interface ProofPageView extends Pick<SignInPageView, 'language' | 'query' | 'nonce'> {
  readonly demands: AccessPolicy['demands'];
}

/** What a policy wants before anybody gets in. */
export function renderProofPage({ language, demands, query, nonce }: ProofPageView): string {
  const { cancel, proof } = wordsFor('signIn', language);
  const { title, lead, given, refused } = proof[demands];
  return renderPage(
    { language, title, nonce },
    `<h1>${title}</h1>
<p>${lead}</p>
<form method="get">
${keptFields(query)}
<ul>
<li><button name="proof" value="given">${given}</button></li>
<li><button name="proof" value="refused">${refused}</button></li>
</ul>
<button class="cancel" name="choice" value="cancel">${cancel}</button>
</form>`,
  );
}

/** What the client asked, sent along again with the choice. */
function keptFields(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('\n');
}

/** Shown where sending the browser back would not be safe. */
export function renderRefusalPage(view: Pick<SignInPageView, 'language' | 'nonce'>, message: string): string {
  const title = wordsFor('signIn', view.language).refused;
  return renderPage({ ...view, title }, `<h1>${title}</h1>\n<p lang="en">${escapeHtml(message)}</p>`);
}

function renderChoice(person: StoryPerson, language: Locale): string {
  const { id, displayName, userPrincipalName, story } = person;
  return `<li><button name="person" value="${escapeHtml(id)}"><strong dir="auto">${escapeHtml(displayName)}</strong>
<small>${escapeHtml(userPrincipalName)}</small><small>${escapeHtml(storiesOf(person)[language] ?? story)}</small></button></li>`;
}

function renderPage(
  { language, title, nonce }: { readonly language: Locale; readonly title: string; readonly nonce: string },
  body: string,
): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
