import { fill } from './fill.js';

/** What a ticket looks like, in words. */
export function lookOf(ticket, words) {
  const { requester, state, tags, comments, history, requests, deliveries } = ticket;
  const about = ticket.scenario || words.deskAsk;
  return {
    heading: ticketHeading(ticket, words),
    facts: fill(words.ticketFacts, {
      person: requester.name || requester.userPrincipalName || '–',
      state: words.deskStates[state],
      about,
      tags: tags.join(', ') || '–',
    }),
    comments: comments.map(({ at, by, body, visibility }) => ({
      by: fill(words.ticketSaid, { who: words.deskActors[by], at: timeOf(at), visibility: words.deskSeen[visibility] }),
      body,
      isInternal: visibility === 'internal',
    })),
    history: history.map(({ at, by, what, detail }) =>
      fill(words.ticketChange, {
        at: timeOf(at),
        who: words.deskActors[by],
        what: words.deskChanges[what],
        detail: detailOf(what, detail, words),
      }),
    ),
    requests: requests.map(({ at, method, path, status }) => `${timeOf(at)} ${method} ${path} ${status ?? '–'}`),
    deliveries: deliveries.map(({ event, kind, state: outcome, tries }) =>
      fill(words.ticketDelivery, {
        what: words.deskEvents[event],
        how: words.deskDeliveries[kind],
        outcome: words.deskOutcomes[outcome],
        tries: tries.map(({ at, status }) => `${timeOf(at)} ${status ?? '–'}`).join(', '),
      }),
    ),
  };
}

export function ticketHeading({ number, title, state }, words) {
  return `${number} · ${title} · ${words.deskStates[state]}`;
}

/** A text in pieces: plain, or a link to the bot's own chat window. */
export function linesOf(text, botOrigin) {
  const pieces = [];
  let rest = text;
  const start = `${botOrigin}/webchat/ticket#`;
  for (let place = rest.indexOf(start); place >= 0; place = rest.indexOf(start)) {
    const code = /^[A-Za-z0-9_-]+/.exec(rest.slice(place + start.length))?.[0] ?? '';
    if (place > 0) pieces.push({ kind: 'text', text: rest.slice(0, place) });
    pieces.push({ kind: 'link', text: `${start}${code}` });
    rest = rest.slice(place + start.length + code.length);
  }
  if (rest !== '') pieces.push({ kind: 'text', text: rest });
  return pieces;
}

function detailOf(what, detail, words) {
  if (what === 'moved') return words.deskStates[detail] ?? detail;
  if (what === 'commented') return words.deskSeen[detail] ?? detail;
  return detail;
}

function timeOf(iso) {
  return iso.slice(11, 19);
}
