const { relative } = require('node:path');
const { stripVTControlCharacters } = require('node:util');

/** What fits on one screen together with the command for running it again. */
const mostFiles = 5;
const mostTests = 6;
const mostLinesEach = 2;
const widest = 160;

/** Repeats at the very end of a run what failed, on one screen: file, test and what was wrong. Says nothing when all passed. */
module.exports = class FailedTestsReporter {
  constructor(settings) {
    this.seed = settings.seed;
  }

  onRunComplete(_contexts, results) {
    const failed = results.testResults.filter((file) => file.numFailingTests > 0 || file.testExecError != null);
    if (failed.length === 0) return;
    const told = failed.slice(0, mostFiles);
    const each = Math.max(1, Math.floor(mostTests / told.length));
    const lines = [
      '',
      `Failed: ${results.numFailedTests} of ${results.numTotalTests} tests, in ${failed.length} of ${results.numTotalTestSuites} files.`,
      ...told.flatMap((file) => linesOfFile(file, each)),
      ...more(failed.length - told.length, 'files'),
      '',
      `To run them again: npm test -- --seed=${this.seed} ${told.map(nameOf).join(' ')}`,
      '',
    ];
    process.stderr.write(lines.join('\n'));
  }
};

function linesOfFile(file, most) {
  const tests = file.testResults.filter(({ status }) => status === 'failed');
  const broken = tests.length === 0 ? indented(file.failureMessage ?? 'it did not run') : [];
  const shown = tests.slice(0, most);
  return [
    '',
    nameOf(file),
    ...broken,
    ...shown.flatMap((test) => [cut(`  ✕ ${test.fullName}`), ...indented(test.failureMessages[0] ?? '')]),
    ...more(tests.length - shown.length, 'tests in this file'),
  ];
}

function nameOf(file) {
  return relative(process.cwd(), file.testFilePath);
}

function more(count, what) {
  return count > 0 ? [`  … and ${count} more ${what}`] : [];
}

function indented(message) {
  return tellingLines(message).map((line) => cut(`      ${line}`));
}

/** A message without jest's own headings, brackets and the stack: the words that differ from one failure to the next. */
function tellingLines(message) {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  const stack = lines.findIndex((line) => line.startsWith('at '));
  const own = stack === -1 ? lines : lines.slice(0, stack);
  const telling = own.filter((line) => !headings.some((heading) => heading.test(line)));
  const changed = telling.filter((line) => /^[-+] /.test(line));
  return ([changed, telling, own].find((some) => some.length > 0) ?? []).slice(0, mostLinesEach);
}

const headings = [/^(Error: )?expect\(/, /^[-+] (Expected|Received) +[-+] /, /^[-+]? *(Array|Object) /, /^●/];

function cut(line) {
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
}
