import { browserControls } from './browser.ts';
import { conversationControls } from './conversation.ts';
import { doorControls } from './door.ts';
import { messageBoxControls } from './message-box.ts';
import type { Mutation } from './mutation.ts';
import { processControls } from './process.ts';
import { serviceControls } from './services.ts';
import { stepUpControls } from './step-up.ts';
import { storeControls } from './store.ts';
import { tabControls } from './tab.ts';
import { ticketControls } from './tickets.ts';

/** Every control that can be switched off, by what it guards. */
export const controls: Readonly<Record<string, readonly Mutation[]>> = {
  door: doorControls,
  conversation: conversationControls,
  'message-box': messageBoxControls,
  'step-up': stepUpControls,
  tab: tabControls,
  tickets: ticketControls,
  store: storeControls,
  browser: browserControls,
  services: serviceControls,
  process: processControls,
};
