import type { Locale } from '../../src/i18n/index.ts';
import { wordsFor } from '../words/sandbox-words.ts';

export type SignInOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'declined' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'old' };

/** What the sign-in window says in the end. Only the finished one closes itself. */
export function signInHtml(outcome: SignInOutcome, language: Locale): string {
  const words = wordsFor('tokenService', language);
  const code = outcome.kind === 'code' ? `<p class="code"><output aria-live="polite">${outcome.code}</output></p>` : '';
  const script = outcome.kind === 'done' ? '<script src="/token-service/close.js" defer></script>' : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words[`${outcome.kind}Title`]} · ${words.title}</title>
<link rel="stylesheet" href="/token-service/sign-in.css">
${script}
</head>
<body data-outcome="${outcome.kind}">
<main>
<h1>${words[`${outcome.kind}Title`]}</h1>
<p>${words[outcome.kind]}</p>
${code}
</main>
</body>
</html>
`;
}

export const closeScript = 'setTimeout(() => window.close(), 1500);\n';

export const signInStyles = `:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f4f6f8, #15181c); color: light-dark(#1b1f24, #eceff3); }
main { margin: 1rem; max-width: 28rem; padding: 2rem; border-radius: 0.75rem; background: light-dark(#fff, #20252b); box-shadow: 0 1px 4px rgb(0 0 0 / 20%); }
h1 { margin-top: 0; font-size: 1.4rem; }
.code { margin-bottom: 0; font: 600 2.25rem/1.2 ui-monospace, monospace; letter-spacing: 0.2em; }
`;
