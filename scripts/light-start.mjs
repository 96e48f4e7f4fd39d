// What keeps the start of the bundle light: an esbuild plugin that loads parts of packages when they are first used.
import { readFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, relative, sep } from 'node:path';
import { withNativeAsync } from './native-async.mjs';

const require = createRequire(import.meta.url);

/**
 * Files that only hand on what other files export. Loading one loads hundreds of files (adapters of other clouds,
 * streaming, skills, memory scopes, body parsers), of which this bot uses a few dozen.
 */
const barrels =
  /\/node_modules\/((botbuilder|botframework)[\w-]*\/lib\/(.*\/)?index|restify\/lib\/plugins\/index)\.js$/;

/** The other files of the SDK. Each asks at its top for all that any of its functions may ever need. */
const sdk = /\/node_modules\/(botbuilder|botframework)[\w-]*\/lib\/.*\.js$/;

/**
 * What the SDK and restify ask for and this bot has no way to reach: recognizers of numbers and dates in people's text,
 * clients and checks of tokens that the bot has its own for, the emulator, transcripts in files, parsers of other bodies than JSON,
 * files served by restify, signed requests, and a native package for DTrace.
 */
const neverReached =
  /^(@microsoft\/recognizers-text.*|globalize|axios|node-fetch|jsonwebtoken|ws|cross-fetch|https-proxy-agent|fs-extra|htmlparser2|csv|formidable|send|http-signature|dtrace-provider)$/;

/**
 * Libraries of which the first answer needs nothing. They stand in a file of their own (`parts/later.cjs`), which is read
 * when something of them is first used; in the file of the start they would be read and kept in memory as text.
 */
export const usedLater = [
  '@azure/identity',
  '@azure/msal-node',
  '@azure/arm-subscriptions',
  '@azure/storage-blob',
  '@azure/core-client',
  '@azure/core-http-compat',
  '@azure/core-rest-pipeline',
  '@microsoft/microsoft-graph-client',
];

/** Five packages of the SDK bring the same version of zod each. */
const sdkZod = 'botframework-connector/node_modules/zod/lib/index.js';

/** Zod brings its messages in fifty languages; ours are English, for whoever sets the bot up. */
const zodLanguages = /\/node_modules\/zod\/v4\/locales\/index\.js$/;

/** Behind the name of a file: what it exports is made in it, so it has to be loaded whole. */
const asWritten = '?as-written';

/**
 * Node's own modules are taken as CommonJS takes them: an `import` reads every export of `node:http` and `node:fs`, and
 * with them loads what is behind their getters, such as the client for WebSockets.
 */
export const lightStart = {
  name: 'light-start',
  setup(build) {
    build.onLoad({ filter: barrels }, async ({ path, suffix }) => {
      const code = await readFile(path, 'utf8');
      const isBarrel = suffix !== asWritten && code.includes('require(');
      return { contents: isBarrel ? onDemand(path) : requiringLate(withNativeAsync(code)) };
    });
    build.onLoad({ filter: zodLanguages }, () => ({ contents: "export { default as en } from './en.js';" }));
    build.onLoad({ filter: sdk }, async ({ path }) => ({
      contents: requiringLate(withNativeAsync(await readFile(path, 'utf8'))),
    }));
    build.onResolve({ filter: /^zod$/ }, ({ importer }) =>
      sdk.test(importer) ? { path: require.resolve(`../node_modules/${sdkZod}`) } : undefined,
    );
    build.onResolve({ filter: /^@(azure|microsoft)\// }, ({ path, importer }) => {
      const isAsked = /\.ts$/.test(importer) || sdk.test(importer);
      return isAsked && usedLater.includes(path) ? { path, namespace: 'node_modules/used-later' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'node_modules/used-later' }, ({ path: name }) => ({
      contents: `module.exports = {${Object.keys(require(name)).map(
        (key) => `get ${JSON.stringify(key)}() { return require('./later.cjs')[${JSON.stringify(name)}].${key}; }`,
      )}};\nObject.defineProperty(module.exports, '__esModule', { value: true });`,
    }));
    build.onResolve({ filter: /^\.\/later\.cjs$/ }, ({ path }) => ({ path, external: true }));
    build.onResolve({ filter: /./ }, ({ path, kind }) =>
      kind === 'import-statement' && isBuiltin(path) ? { path, namespace: 'node_modules/of-node' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'node_modules/of-node' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
    // Restify has a log of its own, which is never written to.
    build.onResolve({ filter: /^pino$/ }, ({ importer }) =>
      importer.includes('/node_modules/restify/') ? { path: require.resolve('pino') } : undefined,
    );
    build.onResolve({ filter: neverReached }, ({ path, importer }) =>
      /\/node_modules\/(bot(builder|framework)|restify)/.test(importer)
        ? { path, namespace: 'node_modules/left-out' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'node_modules/left-out' }, ({ path }) => ({
      // Compilers ask each module whether it is an ES module.
      contents: `module.exports = new Proxy({}, {
        get(_, name) {
          if (name === '__esModule') return true;
          throw new Error(${JSON.stringify(`${path} is not in the bundle: see scripts/light-start.mjs`)});
        },
      });`,
    }));
  },
};

/** The source of `parts/later.cjs`: each library by name, loaded when it is asked for. */
export const later = `module.exports = {${usedLater.map((name) => `get '${name}'() { return require('${name}'); }`)}};`;

/**
 * A file of the SDK, or one that only hands on, as light as can be for whoever loads it as it is: with `require`, from a
 * folder of packages. What is made in a file that hands on needs that file whole, so such a file stays as it was written.
 */
export function lightened(path, code) {
  const light = barrels.test(path) && code.includes('require(') ? onDemand(path) : asWritten;
  return light.includes(asWritten) ? requiringLate(code) : light;
}

/** The same exports, each of which loads the file that it stands in when somebody asks for it. */
function onDemand(path) {
  const exported = require(path);
  const { children } = require.cache[path];
  const marker = exported.__esModule ? "Object.defineProperty(module.exports, '__esModule', { value: true });" : '';
  // Written from here, not from the root of the machine: the text is kept in the maps, and the names of the parts hang on it.
  const fromHere = (file) => `./${relative(dirname(path), file).replaceAll(sep, '/')}`;
  const whole = `${fromHere(path)}${asWritten}`;
  return `module.exports = {${gettersOf(exported, children, fromHere, whole)}};\n${marker}`;
}

function gettersOf(exported, children, fromHere, whole, inside = '') {
  const getters = Object.entries(exported).map(([name, value]) => {
    const key = JSON.stringify(name);
    const owner = children.find((child) => child.exports === value || child.exports?.[name] === value);
    if (owner === undefined && isPlain(value))
      return `${key}: {${gettersOf(value, children, fromHere, whole, `[${key}]`)}}`;
    const file = JSON.stringify(owner === undefined ? whole : fromHere(owner.filename));
    const member = owner?.exports === value ? '' : `${owner === undefined ? inside : ''}[${key}]`;
    return `get ${key}() { return require(${file})${member}; }`;
  });
  return getters.join(',\n');
}

function isPlain(value) {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * The same file, which asks for each other file where it uses it. TypeScript names what it required `file_1`; zod is an
 * ES module by its own mark, so what TypeScript wraps around it changes nothing.
 */
function requiringLate(code) {
  const lines = /^const (?:(\w+_\d+) = require\("[^"]+"\)|(z) = __importStar\(require\("zod"\)\));$/gm;
  const found = [...code.matchAll(lines)].map(([line, file, zod]) => [line, file ?? zod]);
  return found.reduce((late, [line, name]) => {
    const rest = late.replace(line, '');
    const uses = rest.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
    const reads = new RegExp(`\\b${name}\\.`, 'g');
    if (uses !== (rest.match(reads)?.length ?? 0)) return late;
    const [file] = /require\("[^"]+"\)/.exec(line);
    return `${rest.replaceAll(reads, `(${name}()).`)}\nvar ${name}$; function ${name}() { return (${name}$ ??= ${file}); }\n`;
  }, code);
}
