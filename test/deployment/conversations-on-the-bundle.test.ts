// Everything that these conversations say to the bot, they say to the bundle.
jest.mock('../../src/app.ts', () => jest.requireActual('./bundled-app.ts'));

/** All that need no hold on the clock of the bot, which is a process of its own here. */
const suites = ['main-job', 'bad-input', 'presses', 'questions', 'restart'];
/** Two more minutes, so only when asked for: `TEST_LONG=1`. */
const longSuites = process.env.TEST_LONG === '1' ? ['everybody', 'faults'] : [];

describe.each([...suites, ...longSuites])('the bundle, %s', (suite) => {
  require(`../conversations/${suite}.test.ts`);
});
