import { readFile } from 'node:fs/promises';
import type { CardChannel, ChannelCard } from '../dialect.ts';

/** A card as the page shows it: in one language, for one channel. */
export interface GalleryCard {
  readonly name: string;
  readonly locale: string;
  readonly channel: CardChannel;
  readonly card: ChannelCard;
}

/** One page with every card and all that it needs, drawn as the chat window draws them. */
export async function galleryPage(cards: readonly GalleryCard[]): Promise<string> {
  const page = await readFile('cards/gallery/page.html', 'utf8');
  const look = await readFile('webchat/look.css', 'utf8');
  const chatLook = await readFile('webchat/chat-look.js', 'utf8');
  const library = await readFile('node_modules/adaptivecards/dist/adaptivecards.min.js', 'utf8');
  return page
    .replace('/*look*/', () => look)
    .replace('/*chat-look*/', () => chatLook)
    .replace('/*library*/', () => library.replaceAll('</script', '<\\/script'))
    .replace('"all-cards-go-here"', () => JSON.stringify(cards).replaceAll('<', '\\u003c'));
}
