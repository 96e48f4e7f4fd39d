import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A real browser: the one of this machine, else the one that npm brought. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    env: browserEnvironment(),
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

/** Where the browser is; the first call unpacks the one from npm. */
export function findBrowser(): string {
  const found = installed.find((path) => existsSync(path));
  if (found !== undefined) return found;
  // The package unpacks its browser on first use. It is an ES module that reads import.meta, so a process of its own asks it.
  const script = "import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath());";
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    // This makes it unpack the system libraries that it brings along, too.
    env: { ...process.env, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  }).trim();
}

/** The libraries that the package brought, for a machine that has none of its own. */
function browserEnvironment(): Record<string, string> {
  const given = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const brought = join(tmpdir(), 'al2023', 'lib');
  const hasOwn = ['/usr/lib/x86_64-linux-gnu/libnss3.so', '/usr/lib/libnss3.so', '/usr/lib64/libnss3.so'].some((path) =>
    existsSync(path),
  );
  return hasOwn || !existsSync(brought) ? given : { ...given, LD_LIBRARY_PATH: brought };
}
