import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A real browser: the one of this machine, else the one that npm brought. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}

/** A page that may only talk to this machine; the addresses it asked for elsewhere are kept. */
export async function openPage(browser: Browser, locale: string): Promise<{ page: Page; strayRequests: string[] }> {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const strayRequests: string[] = [];
  await context.route(
    (url) => url.hostname !== 'localhost' && url.hostname !== '127.0.0.1',
    async (route) => {
      strayRequests.push(route.request().url());
      await route.abort();
    },
  );
  return { page: await context.newPage(), strayRequests };
}

function findBrowser(): string {
  const found = installed.find((path) => existsSync(path));
  if (found !== undefined) return found;
  // The package unpacks its browser on first use. It is an ES module that reads import.meta, so a process of its own asks it.
  const script = "import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath());";
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).trim();
}
