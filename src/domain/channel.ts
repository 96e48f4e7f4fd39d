/** What a channel can and cannot do. Code asks for a capability instead of a channel name. */
export interface Channel {
  /** The dialect of its cards. */
  readonly dialect: 'teams' | 'webchat';
  /** Sends a message with text and a card as two messages, and returns no id for the card. */
  readonly splitsTextFromCard: boolean;
  /** Provides people's Entra object id and tenant. */
  readonly knowsAccount: boolean;
  /** Throttles messages, so the bot has to pace itself. */
  readonly limitsPace: boolean;
  /** Answers 403 or 404 permanently once the bot is removed or blocked. */
  readonly refusesForGood: boolean;
  /** Announces only the bot when a person installs the app for themselves. */
  readonly announcesBotOnly: boolean;
  /** Signs people in without a window where a card names what their own sign-in is exchanged for. */
  readonly exchangesSignIn: boolean;
  /** Forwards events to an agent hub; other channels drop anything that is not a message. */
  readonly passesEvents: boolean;
}

/**
 * The hosts of Teams in the public cloud. Source: Teams SDK, "Service URL Validation", read on 1 December 2026. Other clouds have
 * hosts of their own.
 */
export const publicTeamsHosts = [
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
] as const;

/** The hosts of the public cloud that the bot may send its answers to. */
export const publicConnectorHosts = [...publicTeamsHosts, '*.botframework.com'] as const;

const teams: Channel = {
  dialect: 'teams',
  splitsTextFromCard: true,
  knowsAccount: true,
  limitsPace: true,
  refusesForGood: true,
  announcesBotOnly: true,
  exchangesSignIn: true,
  passesEvents: false,
};

/** Direct Line and Web Chat, which is Direct Line with a window. */
const webChat: Channel = {
  dialect: 'webchat',
  splitsTextFromCard: false,
  knowsAccount: false,
  limitsPace: false,
  refusesForGood: false,
  announcesBotOnly: false,
  exchangesSignIn: false,
  passesEvents: true,
};

/** Finds a channel by its Bot Framework id, such as `msteams` or `directline`. */
export function channelNamed(channelId: string | undefined): Channel {
  return channelId === 'msteams' ? teams : webChat;
}

/** The part of an activity that describes its conversation. */
export interface ConversationKind {
  readonly channelId?: string | undefined;
  readonly conversation?:
    | { readonly isGroup?: boolean | undefined; readonly conversationType?: string | undefined }
    | undefined;
}

/**
 * Whether the conversation has only one person in it. Teams gives a conversation type, and a type we don't know may have many readers, so
 * only `personal` counts. Other channels are one to one unless they say that it is a group.
 */
export function isPersonal({ channelId, conversation }: ConversationKind): boolean {
  if (conversation?.isGroup === true) return false;
  return channelNamed(channelId).knowsAccount ? conversation?.conversationType === 'personal' : true;
}

/** Opens the chat with the bot alone in Teams. `botId`: as Teams knows it, such as `28:…`. */
export function teamsChatUrl(botId: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(botId).replace('%3A', ':')}`;
}

/**
 * The pages of Microsoft that show a tab of Teams, as a browser matches them. Sources: Microsoft Learn, "Prerequisites for tabs"
 * (read on 1 December 2026); for the clouds of the United States' government, the list of hosts in TeamsJS 2.58.
 */
export const teamsPages = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://teams.microsoft.us',
  'https://*.teams.microsoft.us',
] as const;
