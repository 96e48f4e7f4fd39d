import FailedTestsReporter from '../failed-tests-reporter.cjs';

/** What is on the screen when a run has failed. */

let screen = '';

beforeEach(() => {
  screen = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    screen += String(text);
    return true;
  });
});

afterEach(() => jest.restoreAllMocks());

const message = (word: string) =>
  [
    'Error: \u001b[2mexpect(\u001b[22mreceived\u001b[2m).toEqual(\u001b[22mexpected\u001b[2m)\u001b[22m // deep equality',
    '',
    '- Expected  - 1',
    '+ Received  + 3',
    '',
    '- Array []',
    '+ Array [',
    `+   "${word}",`,
    '+ ]',
    '    at Object.toEqual (test/cards/some.test.ts:1:1)',
  ].join('\n');

function aFile(name: string, failing: number) {
  const testResults = Array.from({ length: failing }, (_, index) => ({
    status: 'failed',
    fullName: `rule ${index}`,
    failureMessages: [message(`card ${index}`)],
  }));
  return { testFilePath: `${process.cwd()}/test/${name}.test.ts`, numFailingTests: failing, testResults };
}

function runWith(testResults: readonly ReturnType<typeof aFile>[]) {
  const numFailedTests = testResults.reduce((sum, { numFailingTests }) => sum + numFailingTests, 0);
  new FailedTestsReporter({ seed: 7 }).onRunComplete(new Set(), {
    testResults,
    numFailedTests,
    numTotalTests: 5_000,
    numTotalTestSuites: 160,
  });
}

test('a failure is told by file, by test and by what differs, and how to run it again', () => {
  runWith([aFile('passed', 0), aFile('cards/some', 1)]);

  expect(screen.split('\n')).toEqual([
    '',
    'Failed: 1 of 5000 tests, in 1 of 160 files.',
    '',
    'test/cards/some.test.ts',
    '  ✕ rule 0',
    '      +   "card 0",',
    '',
    'To run them again: npm test -- --seed=7 test/cards/some.test.ts',
    '',
  ]);
});

test('a file that could not run is told with the reason', () => {
  const broken = {
    ...aFile('broken', 0),
    testExecError: { message: 'x' },
    failureMessage:
      "\u001b[1m  ● Test suite failed to run\n\n    Cannot find module './nowhere.ts'\n\n      at Resolver",
  };

  runWith([broken]);

  expect(screen).toContain("test/broken.test.ts\n      Cannot find module './nowhere.ts'\n");
});

test('hundreds of failures fit on one screen, and the rest is counted', () => {
  runWith(Array.from({ length: 40 }, (_, index) => aFile(`some-${index}`, 100)));

  expect(screen.split('\n').length).toBeLessThan(45);
  expect(screen).toContain('Failed: 4000 of 5000 tests, in 40 of 160 files.');
  expect(screen).toContain('… and 99 more tests in this file');
  expect(screen).toContain('… and 35 more files');
});

test('nothing is said when all passed', () => {
  runWith([aFile('passed', 0)]);

  expect(screen).toBe('');
});
