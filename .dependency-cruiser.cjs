/** The import table of docs/architecture.md, kept by a machine. */
/** What every program reads its arguments with. */
const commandLine = '^src/config/command-line\\.ts$';
const ours = '^(src|dialogs|cards|sandbox|webchat)/';
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${name}: see the import table in docs/architecture.md`,
  from: { path: from },
  to: { path: ours, pathNot: [from, ...allowed] },
});

/** Folders of one floor plan, from the top down: each may import those below it. */
const roomsLookDown = (house, rooms) =>
  rooms.slice(1).map((room, index) => ({
    name: `${house.split('/').at(-1)}-${room}-looks-down`,
    severity: 'error',
    comment: 'See "Rooms of the bot" in docs/architecture.md',
    from: { path: `^${house}/${room}/` },
    to: { path: `^${house}/(${rooms.slice(0, index + 1).join('|')})/` },
  }));

module.exports = {
  forbidden: [
    only('domain-is-pure', '^src/domain/', []),
    {
      name: 'domain-has-no-packages',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg', 'npm-unknown'] },
    },
    only('ports-know-domain', '^src/ports/', ['^src/domain/']),
    only('words-know-domain', '^src/i18n/', ['^src/domain/']),
    only('cards-know-domain-and-words', '^cards/(?!gallery/)', ['^src/domain/', '^src/i18n/']),
    only('gallery', '^cards/gallery/', ['^cards/', '^src/(domain|i18n)/', commandLine]),
    only('dialogs', '^dialogs/', ['^src/(domain|ports|i18n)/', '^cards/']),
    only('bot', '^src/bot/', ['^dialogs/', '^cards/', '^src/(domain|ports|i18n)/']),
    ...roomsLookDown('src/bot', [
      'turn',
      'message-extension',
      'conversation',
      'context',
      'sign-in',
      'proactive',
      'input',
      'record',
    ]),
    only('http', '^src/http/', ['^src/(bot|ports|domain|config|i18n)/']),
    only('webchat-stands-alone', '^webchat/', []),
    // Which desks there are and what an entry of each needs: their descriptors say it, so that nothing else has to.
    only('config', '^src/config/', ['^src/(domain|i18n)/', '^src/adapters/helpdesk/desk-(kinds|descriptor)\\.ts$']),
    only('adapters', '^src/adapters/(?!search/)', ['^src/(ports|domain)/', '^src/config/version\\.ts$']),
    only('search', '^src/adapters/search/', ['^src/(ports|domain|i18n)/']),
    only('tickets', '^src/tickets/', ['^src/(domain|ports|i18n)/']),
    only('cli', '^src/cli/', ['^src/(config|adapters|ports|domain|i18n)/', '^src/bot/input/']),
    only('app-composes', '^src/((app|index)\\.ts$|wiring/)', ['^src/', '^dialogs/', '^cards/', '^webchat/']),
    {
      name: 'sandbox-stays-out',
      severity: 'error',
      from: { path: '^(src|dialogs|cards|webchat)/' },
      to: { path: '^sandbox/' },
    },
    {
      name: 'sandbox-only-composes',
      severity: 'error',
      from: { path: '^sandbox/' },
      // The page draws its chat as the panel does.
      to: {
        path: ours,
        pathNot: [
          '^sandbox/',
          '^src/i18n/',
          '^webchat/(attention|chat-look|hearing|reading-place)\\.js$',
          '^src/(app|config/settings)\\.ts$',
          commandLine,
        ],
      },
    },
    {
      name: 'tools-stay-out',
      severity: 'error',
      from: { path: '^(src|dialogs|cards|webchat)/' },
      to: { path: '^(bench|scripts|deploymentTemplates|test)/' },
    },
    {
      name: 'only-http-knows-restify',
      severity: 'error',
      // A peer that is measured beside the bot is a program of its own.
      from: { pathNot: '^(src/http|bench/peers)/' },
      to: { path: 'node_modules/restify' },
    },
    {
      name: 'no-sdk-in-the-core',
      severity: 'error',
      from: { path: '^(src/(domain|ports|i18n|http)|cards|webchat)/' },
      to: { path: 'node_modules/(botbuilder|botframework)' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
