import { bringWebChat } from './web-chat.ts';

// `npm run bot`: the bot from its sources. What a build has beside it, the sources do not: Microsoft's Web Chat.
// A question such as --help is answered without it.
const noChatWindow =
  process.argv.length > 2
    ? null
    : await bringWebChat({ root: process.cwd(), environment: process.env, tell: console.error });
if (noChatWindow !== null) console.error(noChatWindow);
await import('../src/index.ts');
