import { bringWebChat } from '../scripts/web-chat.ts';
import unpackBrowser from './browser/unpack-browser.ts';

/** Runs once before all tests: what several suites would otherwise fetch or unpack at the same time. */
export default async function prepare(): Promise<void> {
  const noChatWindow = await bringWebChat({ root: process.cwd(), environment: process.env });
  if (noChatWindow !== null) throw new Error(noChatWindow);
  unpackBrowser();
}
