import { adaptiveCardsHostConfig, styleOptions } from '../../webchat/chat-look.js';

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

/** Opens a conversation and draws it: a new one, or one that is there already. Gives what is needed to speak about it and to end it. */
export async function openChat({ element, nonce, locale, person, channelId, existing, onState }) {
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
  const store = window.WebChat.createStore({}, () => (next) => (action) => {
    const result = next(action);
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') connected();
    return result;
  });
  window.WebChat.renderWebChat(
    {
      directLine,
      locale,
      nonce,
      store,
      sendTypingIndicator: true,
      adaptiveCardsHostConfig,
      styleOptions,
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
