import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { tabPath } from '../../src/http/tab/tab-path.ts';
import type { Stage } from '../conversations/stage.ts';
import { tabToken } from '../teams/tab-visitor.ts';

/** A page at the address of Teams with the tab in it: TeamsJS in the tab is the real one, and it checks that address. */
export interface TeamsPage {
  readonly page: Page;
  readonly tab: FrameLocator;
  /** What the tab asked Teams to open. */
  readonly opened: string[];
  /** How often the tab asked Teams for a token. */
  readonly tokensAsked: () => number;
  /** What the browser complained about, such as a policy that was broken. */
  readonly complaints: string[];
  /** The tokens that Teams gives out from now on: one of a person, an expired one of theirs, or none. */
  gives(token: () => Promise<string>): void;
  changesTheme(theme: string): Promise<void>;
  close(): Promise<void>;
}

export interface TeamsPageOptions {
  readonly as: string;
  readonly locale?: string;
  readonly theme?: string;
  readonly width?: number;
  readonly height?: number;
  /** Where the page stands. */
  readonly at?: string;
  readonly forcedColors?: 'active' | 'none';
}

const teamsOrigin = 'https://teams.microsoft.com';

export async function openInTeams(stage: Stage, browser: Browser, options: TeamsPageOptions): Promise<TeamsPage> {
  const { as, locale = 'en-us', theme = 'default', width = 1280, height = 900, at = teamsOrigin } = options;
  const { bot } = stage.sandbox.core.addresses;
  const context = await browser.newContext({
    locale,
    viewport: { width, height },
    reducedMotion: 'reduce',
    forcedColors: options.forcedColors ?? 'none',
  });
  // Teams is on the Internet, and the bot of the test on this machine: a browser asks before it lets one show the other.
  await context.grantPermissions(['local-network-access']);
  const opened: string[] = [];
  const complaints: string[] = [];
  let give = (): Promise<string> => tabToken(stage, as);
  let asked = 0;
  await context.exposeFunction('tokenOfTeams', () => {
    asked += 1;
    return give();
  });
  await context.exposeFunction('openInTeams', (url: string) => void opened.push(url));
  await serveTeams(context, at, `${bot}${tabPath}?locale=${locale}`, { locale, theme });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${at}/v2/`);
  return {
    page,
    tab: page.frameLocator('iframe'),
    opened,
    tokensAsked: () => asked,
    complaints,
    gives: (token) => {
      give = token;
    },
    changesTheme: async (changed) => {
      await page.evaluate(`window.hosted.changeTheme(${JSON.stringify(changed)})`);
    },
    close: () => context.close(),
  };
}

/** Nothing but the bot is reached: whatever else is asked for is Teams, or ends here. */
async function serveTeams(
  context: BrowserContext,
  at: string,
  tabUrl: string,
  { locale, theme }: { readonly locale: string; readonly theme: string },
): Promise<void> {
  const host = readFileSync('sandbox/page/tab-host.js', 'utf8');
  await context.route(
    (url) => url.hostname !== 'localhost' && url.hostname !== '127.0.0.1',
    (route) => {
      const url = route.request().url();
      if (url === `${at}/tab-host.js`) return route.fulfill({ contentType: 'text/javascript', body: host });
      if (url !== `${at}/v2/`) return route.abort();
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Teams</title>
<style>html,body{margin:0;height:100%}iframe{display:block;border:0;width:100%;height:100%}</style>
<script type="module">
import { hostTab } from '/tab-host.js';
const frame = document.createElement('iframe');
frame.title = 'OneTenant';
window.hosted = hostTab(frame, {
  theme: () => ${JSON.stringify(theme)},
  locale: () => ${JSON.stringify(locale)},
  token: () => window.tokenOfTeams(),
  open: (url) => window.openInTeams(url),
});
frame.src = ${JSON.stringify(tabUrl)};
document.body.append(frame);
</script></html>`,
      });
    },
  );
}
