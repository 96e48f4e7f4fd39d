// Everything that these conversations say to the bot, they say to the bundle.
jest.mock('../../src/app.ts', () => jest.requireActual('./bundled-app.ts'));

/** Of those that need no hold on the clock of the bot, which is a process of its own here: the way from end to end, and a restart. */
const suites = ['main-job', 'restart'];
/** The others, in `npm run test:long`. */
const longSuites =
  process.env.BUNDLE_CONVERSATIONS === 'all' ? ['bad-input', 'presses', 'questions', 'everybody', 'faults'] : [];

describe.each([...suites, ...longSuites])('the bundle, %s', (suite) => {
  require(`../conversations/${suite}.test.ts`);
});
