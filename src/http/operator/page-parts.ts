import type { TicketState, TicketSubject } from '../../domain/ticket.ts';
import type { Translator } from '../../i18n/index.ts';
import { type Html, html } from '../html.ts';
import type { OverviewFilter } from './overview.ts';

export const placePage = '/operator';

/** URL of a page of the list. */
export function listAddress(
  { desk, state, only }: Pick<OverviewFilter, 'desk' | 'state' | 'only'>,
  at: number,
): string {
  const query = new URLSearchParams();
  if (desk !== null) query.set('desk', desk);
  if (state !== null) query.set('state', state);
  if (only === 'dead') query.set('only', only);
  query.set('page', String(at));
  return `${placePage}?${query}`;
}

/** What a ticket is about, in words. */
export function aboutText(t: Translator, about: TicketSubject): string {
  return about === 'status' || about === 'ask' ? t(`operator.about.${about}`) : t(`scenarios.${about}.name`);
}

/** Sign and colour of each state. The word always stands beside them. */
const looks = {
  received: { sign: '•', tone: 'calm' },
  waiting: { sign: '…', tone: 'calm' },
  talking: { sign: '▸', tone: 'busy' },
  solved: { sign: '✓', tone: 'good' },
  'with-human': { sign: '!', tone: 'care' },
  unrouted: { sign: '?', tone: 'care' },
  undeliverable: { sign: '✕', tone: 'bad' },
  withdrawn: { sign: '–', tone: 'calm' },
} as const satisfies Record<TicketState, { readonly sign: string; readonly tone: string }>;

export function stateTone(state: TicketState): string {
  return looks[state].tone;
}

/** A state as a sign and a word in one colour. */
export function stateText(t: Translator, state: TicketState): Html {
  const { sign, tone } = looks[state];
  return html`<span class="state ${tone}"><span class="sign" aria-hidden="true">${sign}</span> ${t(`operator.state.${state}`)}</span>`;
}
