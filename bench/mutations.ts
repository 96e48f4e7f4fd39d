import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Mutation } from './controls.ts';
import { ticketControls } from './ticket-controls.ts';

/**
 * Switches each control off, in a copy, and looks whether a test notices: `npm run bench:mutations`.
 * A control that nobody would miss is not held by anything. Words choose: `npm run bench:mutations -- tickets`, or `bot`,
 * or any part of a control's name.
 */

const gate = 'src/adapters/bot-framework/channel-gate.ts';
const azure = 'src/adapters/storage/azure/azure-document-store.ts';
const sqlite = 'src/adapters/storage/sqlite/sqlite-document-store.ts';

const botControls: readonly Mutation[] = [
  {
    control: 'the body limit',
    file: 'src/http/json-body.ts',
    from: 'length > limits.maxBytes',
    to: 'false',
    test: 'test/http/json-body',
  },
  {
    control: 'no encodings',
    file: 'src/http/json-body.ts',
    from: "encoding !== undefined && encoding !== 'identity'",
    to: 'false',
    test: 'test/http/json-body',
  },
  {
    control: 'the depth limit',
    file: 'src/http/json-body.ts',
    from: 'depth > maxDepth',
    to: 'false',
    test: 'test/http/json-body',
  },
  {
    control: 'prototype keys',
    file: 'src/http/json-body.ts',
    from: "key === '__proto__' ||",
    to: 'false ||',
    test: 'test/http/front-door',
  },
  {
    control: 'the shape of the token',
    file: 'src/http/messages-route.ts',
    from: '!bearerShape.test(authorization)',
    to: 'false',
    test: 'test/http/front-door',
  },
  {
    control: 'closing on unread bodies',
    file: 'src/http/respond.ts',
    from: 'closes === true || hasUnreadBody(response)',
    to: 'closes === true',
    test: 'test/http/front-door',
  },
  {
    control: 'looking for slow senders',
    file: 'src/http/server.ts',
    from: 'connectionsCheckingInterval: lookForSlowEveryMs',
    to: 'x: 1',
    test: 'test/http/front-door',
  },
  {
    control: 'refusing upgrades',
    file: 'src/http/server.ts',
    from: '  refuseUpgrades(server);\n',
    to: '',
    test: 'test/http/front-door',
  },
  {
    control: 'places for turns',
    file: 'src/http/turn-admission.ts',
    from: 'this.#waiting.length >= this.#limits.waiting',
    to: 'false',
    test: 'test/http/turn-admission',
  },
  {
    control: 'one turn per conversation',
    file: 'src/http/turn-admission.ts',
    from: '&& !this.#running.has(conversation)',
    to: '',
    test: 'test/http/turn-admission',
  },
  {
    control: 'the issuer',
    file: gate,
    from: '      issuer: this.#options.issuer,\n',
    to: '',
    test: 'test/security/tokens',
  },
  {
    control: 'the audience',
    file: gate,
    from: '      audience: this.#options.botAppId,\n',
    to: '',
    test: 'test/security/tokens',
  },
  {
    control: 'the end of a token',
    file: gate,
    from: "['exp', 'aud', 'iss']",
    to: "['aud', 'iss']",
    test: 'test/security/tokens',
  },
  {
    control: 'the service address claim',
    file: gate,
    from: 'claims.serviceurl !== caller.serviceUrl',
    to: 'false',
    test: 'test/security/tokens',
  },
  {
    control: 'the host list',
    file: gate,
    from: '!isAllowedServiceUrl(caller.serviceUrl, this.#options.connectorHosts)',
    to: 'false',
    test: 'test/security/tokens',
  },
  {
    control: 'the served channels',
    file: gate,
    from: '!servedChannels.includes(caller.channelId)',
    to: 'false',
    test: 'test/security/tokens',
  },
  {
    control: 'endorsements',
    file: gate,
    from: '!key.endorsements.includes(caller.channelId)',
    to: 'false',
    test: 'test/security/tokens',
  },
  {
    control: 'compare-and-swap in SQLite',
    file: sqlite,
    from: 'WHERE key = ? AND etag = ?',
    to: "WHERE key = ? AND etag <> '' || ?",
    test: 'test/adapters/storage/sqlite',
  },
  {
    control: 'zeroed bytes',
    file: sqlite,
    from: "database.exec('PRAGMA wal_checkpoint(TRUNCATE)')",
    to: 'undefined',
    test: 'test/storage/kept-data',
  },
  {
    control: 'compare-and-swap in Azure',
    file: azure,
    from: '{ ifMatch: expected }',
    to: '{}',
    test: 'test/adapters/storage/azure',
  },
  {
    control: 'create-if-absent in Azure',
    file: azure,
    from: "{ ifNoneMatch: '*' }",
    to: '{}',
    test: 'test/adapters/storage/azure',
  },
  {
    control: 'the time limit in Azure',
    file: azure,
    from: 'AbortSignal.timeout(this.#tryTimeoutMs)',
    to: 'AbortSignal.timeout(600_000)',
    test: 'test/adapters/storage/azure',
  },
  {
    control: 'the mark of a write',
    file: azure,
    from: 'now?.metadata?.write === mark',
    to: 'false',
    test: 'test/adapters/storage/azure',
  },
  {
    control: 'answering a delivery once',
    file: 'src/bot/turn.ts',
    from: 'if (record.seen.includes(mark)) return true;',
    to: '',
    test: 'test/storage/concurrent',
  },
  {
    control: 'crossing off what went out',
    file: 'src/bot/delivery.ts',
    from: 'if (left.length > 0 && !(await crossOff(left)))',
    to: 'if (left.length > 99 && !(await crossOff(left)))',
    test: 'test/process/dying',
  },
  {
    control: 'hearing an administrator once',
    file: 'src/bot/turn.ts',
    from: "occasion.kind === 'admin-answered' ?",
    to: 'false ?',
    test: 'test/process/dying',
  },
  {
    control: 'the same answer of an administrator again',
    file: 'src/bot/admin-requests.ts',
    from: "!(changed.because === 'already-answered' && isTheirs)",
    to: 'true',
    test: 'test/process/dying',
  },
  {
    control: 'a code that a cut turn has used',
    file: 'dialogs/sign-in-prompt.ts',
    from: "found === 'not-signed-in' ? talk.lookForSignIn() : found",
    to: 'found',
    test: 'test/process/dying',
  },
  {
    control: 'saying "not ready" before the end',
    file: 'src/lifecycle.ts',
    from: '  app.announceStop();\n  await pause(noticeMs);\n',
    to: '',
    test: 'test/process/ending',
  },
  {
    control: 'the log without messages of errors',
    file: 'src/lifecycle.ts',
    from: "return code === '' ? error.name",
    to: "return code !== '' ? error.message : code === '' ? error.name",
    test: 'test/process/lifecycle',
  },
  {
    control: 'redaction',
    file: 'src/adapters/telemetry/redacted-console.ts',
    from: "redact(said.map(wordsOf).join(' '))",
    to: "said.map(wordsOf).join(' ')",
    test: 'test/security/log',
  },
  {
    control: 'sampling',
    file: 'src/adapters/telemetry/log-journal.ts',
    from: 'return count <= sampledPerSecond',
    to: 'return count > 0',
    test: 'test/security/log',
  },
];

const controls: readonly (Mutation & { readonly of: 'bot' | 'tickets' })[] = [
  ...botControls.map((one) => ({ ...one, of: 'bot' as const })),
  ...ticketControls.map((one) => ({ ...one, of: 'tickets' as const })),
];
const wanted = process.argv.slice(2);
const mutations = controls.filter(
  ({ of, control }) => wanted.length === 0 || wanted.some((word) => of === word || control.includes(word)),
);
if (mutations.length === 0) {
  console.log(`No control is named ${wanted.join(', ')}.`);
  process.exit(1);
}

const copied = [
  'src',
  'dialogs',
  'cards',
  'sandbox',
  'webchat',
  'test',
  'content',
  'docs',
  'package.json',
  'tsconfig.json',
  'jest.config.cjs',
];
const copy = mkdtempSync(join(tmpdir(), 'onetenant-mutations-'));
for (const name of copied) cpSync(name, join(copy, name), { recursive: true });
symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));

/** A control without which a test never ends is missed by that test. */
const longestMs = 600_000;
const startedAt = Date.now();
const sound = new Map<string, boolean>();

function passes(test: string): 'passes' | 'fails' | 'does not run' {
  const jest = [join('node_modules', 'jest', 'bin', 'jest.js'), '--forceExit', test];
  const { status, stderr } = spawnSync(process.execPath, jest, { cwd: copy, timeout: longestMs, encoding: 'utf8' });
  if (status === 0) return 'passes';
  return /Test suite failed to run|No tests found/.test(stderr) ? 'does not run' : 'fails';
}

/** A test that fails anyway would notice everything. */
function isSound(test: string): boolean {
  const known = sound.get(test) ?? passes(test) === 'passes';
  sound.set(test, known);
  return known;
}

function tryWithout({ file, from, to, test }: Mutation): string {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  if (!source.includes(from)) return 'GONE';
  if (!isSound(test)) return 'UNSOUND';
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  const result = passes(test);
  writeFileSync(path, source);
  if (result === 'does not run') return 'BROKEN';
  return result === 'passes' ? 'MISSED' : 'noticed';
}

let missed = 0;
for (const mutation of mutations) {
  const result = tryWithout(mutation);
  if (result !== 'noticed') missed += 1;
  console.log(`${result.padEnd(8)} ${mutation.control} (${mutation.test}; ${mutation.file})`);
}
rmSync(copy, { recursive: true, force: true });
const seconds = Math.round((Date.now() - startedAt) / 1_000);
console.log(
  `${mutations.length - missed} of ${mutations.length} controls are missed by a test when they are switched off, in ${seconds} s.`,
);
process.exit(missed === 0 ? 0 : 1);
