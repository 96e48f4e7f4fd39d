import { ticketStates } from '../../domain/ticket.ts';
import type { Translator } from '../../i18n/index.ts';
import { type Html, html, nothing } from '../html.ts';
import { funnelStages, type OverviewFilter, type OverviewSummary } from './overview.ts';
import { aboutText, listAddress, stateText, stateTone } from './page-parts.ts';

/** What a desk lead looks at first: how many are open, not delivered, solved this week, of the desk that the filter names. */
export function countsPart(
  t: Translator,
  { open, dead, solvedThisWeek }: OverviewSummary,
  { desk }: Pick<OverviewFilter, 'desk'>,
): Html {
  const deadOnes = listAddress({ desk, state: null, only: 'dead' }, 1);
  const counts = [
    { name: 'open', count: open, tone: 'busy', href: null },
    { name: 'dead', count: dead, tone: dead === 0 ? 'good' : 'bad', href: deadOnes },
    { name: 'solved', count: solvedThisWeek, tone: 'good', href: null },
  ] as const;
  const items = counts.map(({ name, count, tone, href }) => {
    const text = html`<strong>${t.number(count)}</strong> ${t(`operator.counts.${name}`)}`;
    const shown = href === null || count === 0 ? text : html`<a href="${href}">${text}</a>`;
    return html`<li class="${tone}">${shown}</li>`;
  });
  return html`<ul class="tiles">${items}</ul>`;
}

/** How tickets stand, and how far they get on each route: tables of numbers, each with a bar that says the same. */
export function chartsPart(t: Translator, { states, funnels }: OverviewSummary): Html {
  if (funnels.length === 0) return nothing;
  const most = Math.max(...ticketStates.map((state) => states[state]));
  const stateRows = ticketStates
    .filter((state) => states[state] > 0)
    .map(
      (state) =>
        html`<tr><th scope="row">${stateText(t, state)}</th>${counted(t, '', states[state], most, stateTone(state))}</tr>`,
    );
  const heads = funnelStages.map((stage) => html`<th scope="col">${t(`operator.charts.${stage}`)}</th>`);
  const funnelRows = funnels.map(({ about, counts }) => {
    const cells = funnelStages.map((stage) =>
      counted(t, t(`operator.charts.${stage}`), counts[stage], counts.received, stage === 'solved' ? 'good' : 'busy'),
    );
    return html`<tr><th scope="row">${aboutText(t, about)}</th>${cells}</tr>`;
  });
  return html`<div class="charts">
<section aria-labelledby="states"><h2 id="states">${t('operator.charts.states')}</h2>
<table class="chart" aria-labelledby="states"><tbody>${stateRows}</tbody></table></section>
<section aria-labelledby="funnel"><h2 id="funnel">${t('operator.charts.funnel')}</h2>
<table class="chart" aria-labelledby="funnel"><thead><tr><th scope="col">${t('operator.column.about')}</th>${heads}</tr></thead>
<tbody>${funnelRows}</tbody></table></section>
</div>`;
}

function counted(t: Translator, label: string, count: number, most: number, tone: string): Html {
  const width = Math.round((100 * count) / most);
  const named = label === '' ? nothing : html` data-label="${label}"`;
  return html`<td${named}>${t.number(count)}<svg class="bar ${tone}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="8"/><rect width="${width}" height="8"/></svg></td>`;
}
