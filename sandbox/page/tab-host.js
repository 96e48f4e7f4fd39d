/**
 * Teams, as a tab of Teams sees it: it answers what TeamsJS 2 asks its host. Only the questions that the tab of this bot has are
 * answered; TeamsJS hears of none of the others.
 *
 * @typedef {{ theme: () => string, locale: () => string, token: () => Promise<string>, open: (url: string) => void }} TabHost
 */

const runtime = { apiVersion: 4, isLegacyTeams: false, supports: { pages: { tabs: {} } } };

/**
 * Listens to the tab in this frame until it is ended.
 * @param {HTMLIFrameElement} frame
 * @param {TabHost} host
 */
export function hostTab(frame, host) {
  const listener = async ({ source, origin, data }) => {
    if (source !== frame.contentWindow || typeof data?.func !== 'string') return;
    const args = await answerTo(data, host);
    const { id, uuidAsString } = data;
    if (args !== null) source.postMessage({ id, uuidAsString, args }, origin);
  };
  window.addEventListener('message', listener);
  return {
    /** The person chose another theme in Teams. */
    changeTheme: (theme) => frame.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, '*'),
    end: () => window.removeEventListener('message', listener),
  };
}

/** Null where Teams says nothing. */
async function answerTo({ func, args }, host) {
  switch (func) {
    case 'initialize':
      return ['content', 'web', JSON.stringify(runtime), '2.58.0'];
    case 'getContext':
      return [{ locale: host.locale(), theme: host.theme(), frameContext: 'content', hostClientType: 'web' }];
    case 'authentication.getAuthToken':
      return host.token().then(
        (token) => [true, token],
        (fault) => [false, fault.message],
      );
    case 'executeDeepLink':
      host.open(args[0]);
      return [true];
    default:
      return null;
  }
}
