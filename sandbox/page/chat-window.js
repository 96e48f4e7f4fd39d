import { Attention } from '../../webchat/attention.js';
import { adaptiveCardsHostConfig, styleOptions } from '../../webchat/chat-look.js';
import { ownStrings, spokenOf } from '../../webchat/hearing.js';
import { ReadingPlace } from '../../webchat/reading-place.js';

/**
 * Web Chat does not tell when its socket is gone, so the page watches the sockets itself.
 * @param {(state: 'online' | 'offline') => void} tell
 */
export function watchSockets(tell) {
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener('open', () => tell('online', this));
      this.addEventListener('close', () => tell('offline', this));
    }
  };
}

/**
 * Opens a conversation and draws it as the window on a page does: a new one, or one that is there already. Gives what is needed to
 * speak about it and to end it.
 */
export async function openChat({ element, voice, nonce, locale, words, person, channelId, existing, onState, onSaid }) {
  const token = existing ?? (await askForToken({ person, channelId }));
  const directLine = window.WebChat.createDirectLine({
    token: token.token,
    domain: `${window.location.origin}/v3/directline`,
    conversationStartProperties: { locale },
  });
  const watch = directLine.connectionStatus$.subscribe((status) => {
    // 3 expired, 4 failed to connect, 5 ended
    if (status >= 3) onState('ended');
  });
  let connected;
  const connecting = new Promise((resolve) => {
    connected = resolve;
  });
  const attention = new Attention({ room: element, voice, say: words.panel });
  const readingPlace = new ReadingPlace(element, words.panel);
  /** What is on its way to the bot, by its id. */
  const sent = new Map();
  const store = window.WebChat.createStore({}, () => (next) => (action) => {
    const { activity } = action.payload ?? {};
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_PENDING') {
      sent.set(action.meta.clientActivityID, activity);
      attention.sending(activity);
    }
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') attention.notSent(sent.get(action.meta.clientActivityID));
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
      if (activity.from?.role === 'bot') onSaid(spokenOf(activity));
      return next({ ...action, payload: { activity: attention.meet(activity, { isHistory: false }) } });
    }
    const result = next(action);
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') connected();
    return result;
  });
  const strings = ownStrings(words);
  window.WebChat.renderWebChat(
    {
      directLine,
      locale,
      nonce,
      store,
      sendTypingIndicator: true,
      adaptiveCardsHostConfig,
      styleOptions,
      overrideLocalizedStrings: (others) => ({ ...others, ...strings }),
      cardActionMiddleware: () => (next) => (press) => {
        readingPlace.hear(press);
        if (press.cardAction.type === 'signin') attention.signsIn();
        return next(press);
      },
    },
    element,
  );
  return {
    conversationId: token.conversationId,
    /** Says something as the person, once there is a connection. */
    say: (text) => connecting.then(() => store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text } })),
    end: () => {
      watch.unsubscribe();
      directLine.end();
    },
  };
}

async function askForToken({ person, channelId }) {
  const response = await fetch('/v3/directline/tokens/generate', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ channelId, ...(person ? { person } : {}) }),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(body.error.message);
  return body;
}
