import type { Translator } from '../../i18n/index.ts';
import { type Html, html, nothing } from '../html.ts';
import { pageShell } from '../page-shell.ts';

/** What the window says in the end. */
export type StepUpPageId = 'done' | 'other-account' | 'refused' | 'used' | 'old' | 'unavailable' | 'too-many';

export const stepUpStylePath = '/step-up/style.css';
export const stepUpClosePath = '/step-up/close.js';

/** A window that Teams or the chat opened may close itself; any other stays, and its text says what to do. */
export const stepUpCloseScript = 'setTimeout(() => window.close(), 1500);\n';

/** `wanted`: sign-in name of the account that it takes; null if it is not known, or none of this page's business. */
export function stepUpPage(t: Translator, page: StepUpPageId, wanted: string | null): Html {
  const title = t(`step-up.pages.${page}.title`);
  const closes = page === 'done' ? html`<script src="${stepUpClosePath}" defer></script>` : nothing;
  const main = html`<p>${textOf(t, page, wanted)}</p>`;
  return pageShell(t, { title, style: stepUpStylePath, head: closes, main, outcome: page });
}

function textOf(t: Translator, page: StepUpPageId, wanted: string | null): string {
  if (page !== 'other-account') return t(`step-up.pages.${page}.text`);
  return t('step-up.pages.other-account.text', { account: wanted ?? t('step-up.chat-account') });
}
