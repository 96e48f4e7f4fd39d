import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** Where the package unpacks the fonts that it brings. */
export const broughtFonts = join(tmpdir(), 'fonts');

/** How long a page may take for something, in milliseconds: longer than a busy machine needs, shorter than a test may take. */
const patienceMs = 90_000;

/** A real browser: the one of this machine, else the one that npm brought. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
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
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(patienceMs);
    return context;
  };
  return browser;
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

/** One sentence that says what to install when the browser does not start on this machine, else null. */
export function whyNoBrowser(): string | null {
  const { status, stderr } = spawnSync(findBrowser(), ['--version'], { env: browserEnvironment(), encoding: 'utf8' });
  if (status === 0) return null;
  const library = /loading shared libraries: ([^:]+)/.exec(stderr ?? '')?.[1];
  const why = library === undefined ? '' : ` (${library} is missing)`;
  return `The browser that came along does not start here${why}: install Chromium, on Debian with "apt-get install chromium".`;
}

/** The libraries and fonts that the package brought, for a machine that has none of its own. */
export function browserEnvironment(): Record<string, string> {
  const given = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const brought = join(tmpdir(), 'al2023', 'lib');
  const hasOwn = ['/usr/lib/x86_64-linux-gnu/libnss3.so', '/usr/lib/libnss3.so', '/usr/lib64/libnss3.so'].some((path) =>
    existsSync(path),
  );
  return {
    ...given,
    ...(hasOwn || !existsSync(brought) ? {} : { LD_LIBRARY_PATH: brought }),
    ...(existsSync(broughtFonts) ? { FONTCONFIG_FILE: fontFile() } : {}),
  };
}

function fontFile(): string {
  const file = join(tmpdir(), 'onetenant-fonts.conf');
  if (!existsSync(file)) writeFileSync(file, fontConfiguration('/etc/fonts/fonts.conf', broughtFonts));
  return file;
}

/** Without any font, text has no size, and nothing that holds only text is visible. */
export function fontConfiguration(ofMachine: string, folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">${ofMachine}</include>
  <dir>${folder}</dir>
  <cachedir>${join(tmpdir(), 'onetenant-fonts-cache')}</cachedir>
</fontconfig>
`;
}
