import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';

/** Runs once before all tests: two suites that unpack the browser at the same time would be in each other's way. */
export default function unpackBrowser(): void {
  if (!existsSync(join(tmpdir(), 'chromium'))) findBrowser();
}
