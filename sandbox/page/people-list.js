const routes = ['add-azure', 'add-microsoft-365', 'join'];
const signs = { ready: '✓', 'already-done': '★', 'held-back': '!', unsure: '?', 'out-of-scope': '→' };

/**
 * Draws who one can be, as cards: name, who they are, and what the bot says to them on each route. Only those in whose card
 * every sought word occurs. Says whether there is anybody.
 */
export function showPeopleIn(list, { people, chosen, sought, language, words }) {
  const wanted = sought.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const cards = [null, ...people]
    .map((person) => (person === null ? laterCard(words) : personCard(person, { language, words })))
    .filter(({ textContent }) => wanted.every((word) => textContent.toLocaleLowerCase(language).includes(word)));
  for (const card of cards) card.setAttribute('aria-pressed', String(card.dataset.person === chosen));
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.person : undefined;
  const { scrollTop } = list;
  list.replaceChildren(...cards.map((card) => part('li', '', card)));
  list.scrollTop = scrollTop;
  if (focused !== undefined) cards.find(({ dataset }) => dataset.person === focused)?.focus({ preventScroll: true });
  return cards.length > 0;
}

function laterCard(words) {
  return card('', part('strong', '', words.askLater), part('span', 'role', words.askLaterHint));
}

function personCard({ id, name, story, stories, expected }, { language, words }) {
  const outcomes = routes.map((route) => {
    const outcome = expected[route];
    const word = part('span', 'outcome', `${signs[outcome]} ${words.routes[route]}: ${words.outcomes[outcome]}`);
    word.dataset.outcome = outcome;
    return word;
  });
  const role = part('span', 'role', stories[language] ?? story);
  if (!stories[language]) role.lang = 'en';
  return card(id, part('strong', '', name), role, part('span', 'outcomes', ...spaced(outcomes)));
}

/** The spaces keep the parts apart for whoever hears the card read out. */
function card(id, ...parts) {
  const button = part('button', '', ...spaced(parts));
  button.type = 'button';
  button.dataset.person = id;
  return button;
}

function spaced(parts) {
  return parts.flatMap((one) => [one, ' ']);
}

function part(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
