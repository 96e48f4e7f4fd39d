/** What a channel can do and says, so that nobody has to ask which channel it is. */
export interface Channel {
  /** The dialect of its cards. */
  readonly dialect: 'teams' | 'webchat';
  /** Sends a message with text and a card as two messages, and then gives no id for the card. */
  readonly splitsTextFromCard: boolean;
  /** Says who people are in Entra: their object id and their tenant. */
  readonly knowsAccount: boolean;
  /** Refuses messages that come too fast, so a pace has to be kept. */
  readonly limitsPace: boolean;
  /** Answers 403 or 404 for good when the bot was removed or blocked. */
  readonly refusesForGood: boolean;
  /** Announces the bot alone when somebody gets the app for themselves. */
  readonly announcesBotOnly: boolean;
  /** Passes events on to a hub that colleagues sit at; others drop what is no message. */
  readonly passesEvents: boolean;
}

const teams: Channel = {
  dialect: 'teams',
  splitsTextFromCard: true,
  knowsAccount: true,
  limitsPace: true,
  refusesForGood: true,
  announcesBotOnly: true,
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
  passesEvents: true,
};

/** By its id in the Bot Framework, such as `msteams` or `directline`. */
export function channelNamed(channelId: string | undefined): Channel {
  return channelId === 'msteams' ? teams : webChat;
}

/** What an activity says of the conversation that it is in. */
export interface ConversationKind {
  readonly channelId?: string | undefined;
  readonly conversation?:
    | { readonly isGroup?: boolean | undefined; readonly conversationType?: string | undefined }
    | undefined;
}

/**
 * Whether only one person is in the conversation. Teams names the kind of each; one that is new to us may have many readers, so
 * only `personal` counts as one. Other channels are one to one unless they say that it is a group.
 */
export function isPersonal({ channelId, conversation }: ConversationKind): boolean {
  if (conversation?.isGroup === true) return false;
  return channelNamed(channelId).knowsAccount ? conversation?.conversationType === 'personal' : true;
}
