import type { Request, Response } from 'restify';
import { createTranslator, localeOf } from '../../i18n/index.ts';
import { browserHeaders } from '../browser-headers.ts';
import { answer } from '../json-bodies.ts';
import { forever, type StaticFile, sendFile } from '../static-files.ts';
import { panelPage } from './panel-page.ts';
import type { WebchatFiles } from './webchat-files.ts';

/** What the page routes need. */
export interface PageRouteParts {
  readonly files: WebchatFiles;
  readonly publicUrl: string;
  readonly directLineUrl: string;
  /** Origins of pages that may embed the panel. */
  readonly origins: readonly string[];
}

type Handler = (request: Request, response: Response) => Promise<void>;

export interface PageRoutes {
  readonly embed: Handler;
  readonly panel: Handler;
  /** The panel as a whole page, for a link to a ticket. The code comes after the `#`, which browsers do not send. */
  readonly ticket: Handler;
  readonly asset: Handler;
}

const shortly = 'public, max-age=300, stale-while-revalidate=86400';
const bundleName = 'webchat.js';

/** `/webchat/…`: the script for pages, the panel that it opens, and the panel's files. */
export function pageRoutes({ files, publicUrl, directLineUrl, origins }: PageRouteParts): PageRoutes {
  const common = browserHeaders(publicUrl);
  const sendPanel = async (request: Request, response: Response, shownBy: readonly string[]): Promise<void> => {
    const [template, panel, bundle] = await Promise.all([files.page(), files.panel(), files.bundle()]);
    const asked = new URL(request.url ?? '/', publicUrl).searchParams.get('locale');
    const locale = localeOf(asked, request.headers['accept-language']);
    const t = createTranslator(locale);
    const view = {
      locale,
      title: t('webchat.title'),
      noScript: t('webchat.panel.noScript'),
      directLineUrl,
      panelHash: panel.hash,
      bundleHash: bundle?.hash ?? null,
    };
    const { html, contentPolicy } = panelPage(template, view, shownBy);
    const bytes = Buffer.from(html, 'utf8');
    response.writeHead(bundle === null ? 503 : 200, {
      ...common,
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(bytes.length),
      'cache-control': 'no-store',
      'content-security-policy': contentPolicy,
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Accept-Language',
    });
    response.end(bytes);
  };

  return {
    embed: async (request, response) => {
      const file = await files.embed();
      const etag = `"${file.hash}"`;
      // Pages on other origins load this script, including cross-origin isolated ones, and as a module.
      const headers = {
        ...common,
        etag,
        'cache-control': shortly,
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': '*',
      };
      if (hasCurrent(request, etag)) {
        response.writeHead(304, headers);
        response.end();
        return;
      }
      sendFile(request, response, file, headers);
    },
    panel: (request, response) => sendPanel(request, response, origins),
    // No page may embed this one.
    ticket: (request, response) => sendPanel(request, response, []),
    asset: async (request, response) => {
      const { version = '', '*': name = '' } = request.params as Readonly<Record<string, string>>;
      const found = name === bundleName ? await bundleOf(files) : await panelFile(files, name);
      if (found === null) return answer(response, 404);
      // During a rolling update, one version may be asked for the other's files.
      const cache = found.hash === version ? forever : 'no-store';
      sendFile(request, response, found.file, {
        ...common,
        'cache-control': cache,
        'cross-origin-resource-policy': 'same-origin',
      });
    },
  };
}

interface FoundFile {
  readonly file: StaticFile;
  readonly hash: string;
}

async function bundleOf(files: WebchatFiles): Promise<FoundFile | null> {
  const file = await files.bundle();
  return file === null ? null : { file, hash: file.hash };
}

async function panelFile(files: WebchatFiles, name: string): Promise<FoundFile | null> {
  const panel = await files.panel();
  const file = panel.files.get(name);
  return file === undefined ? null : { file, hash: panel.hash };
}

/** Whether the browser has this version already (RFC 9110, 13.1.2: a list, compared weakly). */
function hasCurrent({ headers }: Request, etag: string): boolean {
  const kept = (headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return kept.includes(etag) || kept.includes('*');
}
