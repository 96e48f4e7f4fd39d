import { randomBytes } from 'node:crypto';
import type { Locale } from '../../i18n/index.ts';

/** What the panel's page depends on. */
export interface PanelView {
  readonly locale: Locale;
  readonly title: string;
  /** Shown in browsers without JavaScript. */
  readonly noScript: string;
  readonly directLineUrl: string;
  readonly panelHash: string;
  /** Null if Web Chat is not available; the page then says so. */
  readonly bundleHash: string | null;
}

/** Web Chat adds an empty style element before it applies the nonce; this is the hash of the empty string. */
const emptyStyleHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

const bundleTag = /<link [^>]*id="bundle"[^>]*>/;

/** The panel's page, and the content security policy for exactly this page. */
export function panelPage(
  template: string,
  view: PanelView,
  origins: readonly string[],
): { readonly html: string; readonly contentPolicy: string } {
  const nonce = randomBytes(16).toString('base64');
  const values: Readonly<Record<string, string | null>> = { ...view, nonce };
  const possible = view.bundleHash === null ? template.replace(bundleTag, '') : template;
  const localised = possible.replace('<html lang="en">', `<html lang="${view.locale}">`);
  const html = localised.replace(/\{\{(\w+)\}\}/g, (_mark, name: string) => escapeHtml(values[name] ?? ''));
  return { html, contentPolicy: contentPolicy(nonce, view.directLineUrl, origins) };
}

function contentPolicy(nonce: string, directLineUrl: string, origins: readonly string[]): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...origins].join(' ')}`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}' ${emptyStyleHash}`,
    "img-src 'self' blob: data:",
    `connect-src 'self' ${directLineSources(directLineUrl).join(' ')}`,
  ].join('; ');
}

/** Direct Line answers with WebSocket URLs of its regions, which are subdomains of its own host. */
function directLineSources(directLineUrl: string): readonly string[] {
  const { host, protocol, hostname } = new URL(directLineUrl);
  const socket = protocol === 'https:' ? 'wss:' : 'ws:';
  const own = [directLineUrl, `${socket}//${host}`];
  if (!hostname.endsWith('botframework.com') && !hostname.endsWith('botframework.azure.us')) return own;
  const family = `*.${hostname.replace(/^.*?(directline\.)/, '$1')}`;
  return [...own, `https://${family}`, `wss://${family}`];
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
