import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { bringLibraries, libraryFolder } from '../scripts/browser-libraries.ts';
import { commandLine } from '../src/config/command-line.ts';
import type { Stage } from '../test/conversations/stage.ts';

/**
 * What the chat window costs a page, beside a page that loads Web Chat as the vendor's sample does: the whole bundle in
 * the head, then a key from the page's own server, then the chat. Both with an empty cache, one after the other, on the
 * same machine, bot and cloud. The sample's bundle is compressed here as well as ours, so that only the order differs.
 *
 * The tables are the result, so they go to the console.
 */
const rounds = 5;
const networks = [
  { name: 'loopback', kilobytesPerSecond: 0, latencyMs: 0 },
  { name: '20 Mbit/s, 40 ms', kilobytesPerSecond: 2_500, latencyMs: 40 },
] as const;

const { words } = commandLine({
  about: 'Measures what the chat window costs a page. A word chooses the networks whose names begin with it.',
  call: `node bench/embed.ts [NETWORK]     (${networks.map(({ name }) => name).join('; ')})`,
  mostWords: 1,
});
const [wanted = ''] = words;
// After the command line: `--help` needs neither a browser nor a bot.
const { openBrowser } = await import('../test/browser/browser.ts');
const { setStage } = await import('../test/conversations/stage.ts');

type Way = 'embed' | 'sample';
type Network = (typeof networks)[number];

/** Runs in every page and frame, and speaks through the console, which the bench hears from all of them: tells when somebody clicks, when the bot can be read and when it can be answered. */
const watch = `
  addEventListener('click', () => console.log('bench click ' + (performance.timeOrigin + performance.now())), true);
  const tell = (name) => console.log('bench ' + name + ' ' + (performance.timeOrigin + performance.now()));
  const wait = (name, selector) => new MutationObserver((_, observer) => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => tell(name)));
  }).observe(document, { childList: true, subtree: true });
  wait('read', '#preview p, .ac-adaptiveCard');
  wait('answer', '.ac-pushButton');`;

const notBrought = await bringLibraries(process.cwd());
if (notBrought !== null) throw new Error(notBrought);
const bundle = await readFile(join(libraryFolder, 'webchat.js'));
const compressedBundle = await promisify(brotliCompress)(bundle, { params: { 1: 9 } });

let stage: Stage | null = null;
const server = createServer((request, response) => {
  void answer(request.url ?? '/').then(({ type, body, encoding }) => {
    response.writeHead(200, { 'content-type': type, ...(encoding ? { 'content-encoding': encoding } : {}) });
    response.end(body);
  });
});
const origin = await listens(server);
stage = await setStage({ settings: { WEBCHAT_ORIGINS: origin, WEBCHAT_STARTS_PER_MINUTE: '300' } });
const bot = stage.sandbox.core.addresses.bot;
const browser = await openBrowser();

await printSizes();
// The first opening of each way fills the servers' own caches and is not counted.
for (const way of ['embed', 'sample'] as const) await openOnce(browser, way, networks[0]);
console.log('| what | embed, ms | sample, ms | ratio | spread |\n|---|---:|---:|---:|---|');
for (const network of networks.filter(({ name }) => name.startsWith(wanted))) await compare(browser, network);

await browser.close();
await stage.stop();
server.close();

async function printSizes(): Promise<void> {
  const html = await (await fetch(`${bot}/webchat/panel`)).text();
  const paths = [...html.matchAll(/(?:src|href)="(\/webchat\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  const sizeOf = async (path: string): Promise<number> => {
    const response = await fetch(`${bot}${path}`, { headers: { 'accept-encoding': 'br' } });
    await response.arrayBuffer();
    return Number(response.headers.get('content-length'));
  };
  const own = await Promise.all(paths.filter((path) => !path.endsWith('webchat.js')).map(sizeOf));
  const big = paths.find((path) => path.endsWith('webchat.js')) ?? '';
  console.log('| what | bytes on the wire |\n|---|---:|');
  console.log(`| embed.js: all that a page loads before the first click | ${await sizeOf('/webchat/embed.js')} |`);
  console.log(`| the panel's own files, after the click | ${own.reduce((sum, size) => sum + size, 0)} |`);
  console.log(`| Web Chat, after the click, once per version | ${await sizeOf(big)} |`);
  console.log(`| Web Chat as published: plain, gzip | ${bundle.length}, ${(await promisify(gzip)(bundle)).length} |\n`);
}

async function compare(opened: Browser, network: Network): Promise<void> {
  const times: Record<Way, Opening[]> = { embed: [], sample: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ['embed', 'sample'] as const) times[way].push(await openOnce(opened, way, network));
  }
  for (const moment of ['read', 'answer'] as const) {
    const [ours, theirs] = [times.embed.map((one) => one[moment]), times.sample.map((one) => one[moment])];
    const ratio = (median(ours) / median(theirs)).toFixed(2);
    const what = moment === 'read' ? 'first bot message' : 'its buttons';
    console.log(
      `| ${network.name}: click → ${what} | ${median(ours)} | ${median(theirs)} | ${ratio} | ${spread(ours)}; ${spread(theirs)} |`,
    );
  }
}

/** Milliseconds after the click. */
interface Opening {
  readonly read: number;
  readonly answer: number;
}

/** Opens the chat once, with an empty cache. */
async function openOnce(opened: Browser, way: Way, { kilobytesPerSecond, latencyMs }: Network): Promise<Opening> {
  const context = await opened.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 } });
  await context.addInitScript(watch);
  const page = await context.newPage();
  if (latencyMs > 0) {
    const session = await context.newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: latencyMs,
      downloadThroughput: kilobytesPerSecond * 1_000,
      uploadThroughput: kilobytesPerSecond * 1_000,
    });
  }
  const seen = new Map<string, number>();
  const done = new Promise<void>((resolve) => {
    context.on('console', (message) => {
      const [mark, name = '', at] = message.text().split(' ');
      if (mark !== 'bench' || seen.has(name)) return;
      seen.set(name, Number(at));
      if (seen.has('read') && seen.has('answer')) resolve();
    });
  });
  await page.goto(`${origin}/${way}`);
  await page.locator(way === 'embed' ? '#onetenant-chat .launcher' : '#open').click();
  await done;
  await context.close();
  const after = (name: string): number => Math.round((seen.get(name) ?? 0) - (seen.get('click') ?? 0));
  return { read: after('read'), answer: after('answer') };
}

async function answer(path: string): Promise<{ type: string; body: string | Buffer; encoding?: string }> {
  const page = (body: string) => ({ type: 'text/html; charset=utf-8', body: `<!doctype html><html lang="nl">${body}` });
  switch (path) {
    case '/embed':
      return page(`<title>Intranet</title><main>Intranet</main><script src="${bot}/webchat/embed.js"></script>`);
    case '/sample':
      return page('<title>Intranet</title><main><a id="open" href="/chat">Chat</a></main>');
    case '/chat':
      return page(samplePage(stage?.sandbox.core.addresses.http ?? ''));
    case '/webchat.js':
      return { type: 'text/javascript', body: compressedBundle, encoding: 'br' };
    case '/token':
      return { type: 'application/json', body: await sampleToken() };
    default:
      return { type: 'text/plain', body: '' };
  }
}

function samplePage(directLine: string): string {
  return `<head><title>Chat</title><script src="/webchat.js"></script>
<style>html, body { height: 100% } body { margin: 0 } #webchat { height: 100%; width: 100% }</style></head>
<body><div id="webchat" role="main"></div><script>
(async () => {
  const response = await fetch('/token');
  const { token } = await response.json();
  window.WebChat.renderWebChat({
    directLine: window.WebChat.createDirectLine({
      token, domain: '${directLine}/v3/directline', conversationStartProperties: { locale: 'nl-NL' } }),
    locale: 'nl-NL',
  }, document.getElementById('webchat'));
})();
</script></body>`;
}

async function sampleToken(): Promise<string> {
  const response = await fetch(`${stage?.sandbox.core.addresses.http}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${stage?.settings.DIRECT_LINE_SECRET}` },
    body: JSON.stringify({ user: { id: `dl_${crypto.randomUUID()}` } }),
  });
  return response.text();
}

async function listens(listening: Server): Promise<string> {
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://localhost:${(listening.address() as AddressInfo).port}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function spread(values: readonly number[]): string {
  return `${Math.min(...values)}–${Math.max(...values)}`;
}
