import { bringLibraries } from './web-chat.ts';

// `npm run bot`: the bot from source. Unlike a build, the sources do not include Microsoft's Web Chat.
// Options such as --help don't need it.
const noChatWindow =
  process.argv.length > 2
    ? null
    : await bringLibraries({ root: process.cwd(), environment: process.env, tell: console.error });
if (noChatWindow !== null) console.error(noChatWindow);
await import('../src/index.ts');
