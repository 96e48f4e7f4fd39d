// Tells when npm is gone. npm hands SIGTERM and SIGINT on, but only to the shell between, which dies of them alone; of SIGHUP
// npm dies without a word. In both cases what it had started would run on. Written for Node 6, as `with-node.cjs` is.
'use strict';

const { execFileSync } = require('child_process');
const { readFileSync } = require('fs');

const lookEveryMs = 500;

/** Calls back once, when the parent of this process or that one's parent is gone. Does nothing where npm started neither. */
exports.whenNpmEnds = (tell) => {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const above = parentOf(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (above === null || isAbove(parent, above))) return;
    clearInterval(timer);
    tell();
  }, lookEveryMs);
  timer.unref();
};

/** Null where nobody can say, and where it is the first process of all, which is never gone. */
function parentOf(pid) {
  const asked = askProc(pid) || askPs(pid);
  return asked > 1 ? asked : null;
}

function askProc(pid) {
  try {
    return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
  } catch (_fault) {
    return null;
  }
}

function askPs(pid) {
  try {
    return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
  } catch (_fault) {
    return null;
  }
}

/** Where `/proc` tells it, by whose child the parent is now: an ended npm that nobody has waited for still has its id. */
function isAbove(parent, above) {
  const now = askProc(parent);
  return now === null ? isThere(above) : now === above;
}

function isThere(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // Somebody else's process is there as well.
    return fault.code === 'EPERM';
  }
}
