import type { StoryPerson } from '../people/person.ts';
import type { AccessPolicy } from '../people/tenants.ts';

export type PageLanguage = 'en' | 'nl';

const words = {
  en: {
    title: 'Sign in to the sandbox',
    lead: 'This plays the sign-in of Microsoft Entra. Choose who to be; nobody needs a password.',
    people: 'People to be',
    cancel: 'No, cancel',
    refused: 'Signing in is not possible',
    proof: {
      'second-factor': {
        title: 'Approve the sign-in',
        lead: 'Your organisation wants a second factor here. This plays the app on your phone.',
        given: 'Approve',
        refused: 'I have no phone at hand',
      },
      'compliant-device': {
        title: 'Your organisation wants to know this device',
        lead: 'It only lets in devices that it manages. Choose which one this is.',
        given: 'A device that the organisation manages',
        refused: 'A device of my own',
      },
    },
  },
  nl: {
    title: 'Aanmelden bij de sandbox',
    lead: 'Dit speelt de aanmelding van Microsoft Entra na. Kies wie je bent; niemand heeft een wachtwoord nodig.',
    people: 'Wie je kunt zijn',
    cancel: 'Nee, annuleren',
    refused: 'Aanmelden kan niet',
    proof: {
      'second-factor': {
        title: 'Keur de aanmelding goed',
        lead: 'Je organisatie wil hier een tweede factor. Dit speelt de app op je telefoon na.',
        given: 'Goedkeuren',
        refused: 'Ik heb geen telefoon bij de hand',
      },
      'compliant-device': {
        title: 'Je organisatie wil dit apparaat kennen',
        lead: 'Ze laat alleen apparaten toe die ze beheert. Kies welk apparaat dit is.',
        given: 'Een apparaat dat de organisatie beheert',
        refused: 'Een apparaat van mezelf',
      },
    },
  },
} as const;

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

/** English unless Dutch is asked for first, by the client or by the browser. */
export function chooseLanguage(uiLocales: string | null, acceptLanguage: string | undefined): PageLanguage {
  const asked = `${uiLocales ?? ''} ${acceptLanguage ?? ''}`.toLowerCase();
  return /^[\s,]*nl\b/.test(asked) ? 'nl' : 'en';
}

export interface SignInPageView {
  readonly language: PageLanguage;
  readonly people: readonly StoryPerson[];
  /** What the client asked; sent along again with the choice. */
  readonly query: URLSearchParams;
  readonly nonce: string;
}

/** The list of people to be. A plain form, so that it works with a keyboard, a screen reader and without scripts. */
export function renderSignInPage({ language, people, query, nonce }: SignInPageView): string {
  const { title, lead, people: heading, cancel } = words[language];
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
  const { title, lead, given, refused } = words[language].proof[demands];
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
<button class="cancel" name="choice" value="cancel">${words[language].cancel}</button>
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
  const title = words[view.language].refused;
  return renderPage({ ...view, title }, `<h1>${title}</h1>\n<p lang="en">${escapeHtml(message)}</p>`);
}

function renderChoice({ id, displayName, userPrincipalName, stories }: StoryPerson, language: PageLanguage): string {
  return `<li><button name="person" value="${escapeHtml(id)}"><strong dir="auto">${escapeHtml(displayName)}</strong>
<small>${escapeHtml(userPrincipalName)}</small><small>${escapeHtml(stories[language])}</small></button></li>`;
}

function renderPage(
  { language, title, nonce }: { readonly language: PageLanguage; readonly title: string; readonly nonce: string },
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
