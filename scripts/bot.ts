import { bringWebChat } from './web-chat.ts';

// `npm run bot`: the bot from its sources. What a build has beside it, the sources do not: Microsoft's Web Chat.
const noChatWindow = await bringWebChat({ root: process.cwd(), environment: process.env, tell: console.error });
if (noChatWindow !== null) console.error(noChatWindow);
await import('../src/index.ts');
