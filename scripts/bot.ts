import { bringLibraries } from './browser-libraries.ts';

// `npm run bot`: the bot from source. Unlike a build, the sources do not include what Microsoft makes for browsers.
// Options such as --help don't need it.
const notBrought = process.argv.length > 2 ? null : await bringLibraries(process.cwd());
if (notBrought !== null) console.error(notBrought);
await import('../src/index.ts');
