import { hostTab } from './tab-host.js';

const element = (id) => document.getElementById(id);

/**
 * The tab of the app in Teams, beside the chat: for whoever the chat is with, in the theme that is chosen here.
 * `page` lends words(), tag(), call(), person() and showChat().
 */
export function createTabPane(page) {
  let hosted = null;

  element('tab-theme').addEventListener('change', ({ target }) => hosted?.changeTheme(target.value));
  element('tab-pane').addEventListener('toggle', open);

  /** Opens the tab anew: for another person, in another language, or after a reset. */
  function open() {
    hosted?.end();
    hosted = null;
    const frame = document.createElement('iframe');
    frame.id = 'tab-frame';
    frame.title = page.words().tabPane;
    element('tab-frame').replaceWith(frame);
    if (element('tab-pane').hidden || !element('tab-pane').open) return;
    hosted = hostTab(frame, {
      theme: () => element('tab-theme').value,
      locale: page.tag,
      token: askForToken,
      open: page.showChat,
    });
    frame.src = `/tab/checklist?locale=${encodeURIComponent(page.tag())}`;
  }

  async function askForToken() {
    const { token } = await page.call(
      'POST',
      `/sandbox/teams/people/${encodeURIComponent(page.person())}/tab-token`,
      {},
    );
    return token;
  }

  return {
    /** @param {boolean} isTeams Only Teams has tabs. */
    show(isTeams) {
      element('tab-pane').hidden = !isTeams;
      open();
    },
  };
}
