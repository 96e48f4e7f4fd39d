/**
 * Teams, around the page. TeamsJS knows which pages are Teams and talks to no others.
 *
 * @typedef {{ theme: string, locale: string }} Surroundings
 */

/** How long Teams may take to answer, in milliseconds. TeamsJS itself waits for a minute. */
const patienceMs = 15_000;

/** @returns {boolean} Whether TeamsJS is there at all. */
export function hasTeamsJs() {
  return window.microsoftTeams !== undefined;
}

/**
 * Meets Teams. Rejects where the page is not in Teams.
 * @returns {Promise<Surroundings>}
 */
export async function meetTeams() {
  const { app } = window.microsoftTeams;
  await soon(app.initialize());
  const context = await soon(app.getContext());
  return { theme: context.app?.theme ?? 'default', locale: context.app?.locale ?? '' };
}

/** @param {(theme: string) => void} tell */
export function onThemeChange(tell) {
  window.microsoftTeams.app.registerOnThemeChangeHandler(tell);
}

/** Ends the sign of Teams that the page is loading. */
export function tellReady() {
  window.microsoftTeams.app.notifySuccess();
}

/**
 * A token of the person for the bot, as Teams has it. Rejects where Teams has none.
 * @returns {Promise<string>}
 */
export function askForToken() {
  return soon(window.microsoftTeams.authentication.getAuthToken());
}

/**
 * Opens an address of Teams in Teams. Rejects where that is not possible.
 * @param {string} url
 */
export function openInTeams(url) {
  return soon(window.microsoftTeams.app.openLink(url));
}

/** @template T @param {Promise<T>} work @returns {Promise<T>} */
function soon(work) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Teams does not answer')), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
