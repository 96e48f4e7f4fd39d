/** Styles of the pages of few words and of the tickets page: the reader's own colour scheme, one column on narrow screens. */
export const pageStyle = `
:root { color-scheme: light dark; font: 100%/1.5 "Segoe UI", system-ui, sans-serif; --line: light-dark(#767676, #8f8f8f);
  --soft: light-dark(#f5f5f5, #292929); --link: light-dark(#004e8c, #8ec8ff); --bad: light-dark(#a80000, #ff9c9c);
  --good: light-dark(#1a6a34, #86dba0); --care: light-dark(#7a4b00, #f2c26b); --calm: light-dark(#4f5863, #b9c2cc); }
body { margin: 0 auto; max-width: 72rem; padding: 0 1rem 3rem; background: Canvas; color: CanvasText; }
a { color: var(--link); }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: Canvas; padding: .5rem 1rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between;
  padding: .75rem 0; border-bottom: 1px solid var(--line); }
header p, header form { margin: 0; }
h1 { font-size: 1.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin-top: 2rem; }
form.filter { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; }
label { display: grid; gap: .15rem; grid-template-columns: minmax(0, 1fr); max-width: 100%; }
select { max-width: 100%; }
select, button, .button { font: inherit; padding: .4rem .9rem; border: 1px solid var(--line); border-radius: .35rem;
  background: var(--soft); color: CanvasText; text-decoration: none; min-height: 2rem; box-sizing: border-box; }
button, .button { cursor: pointer; display: inline-block; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); }
td { overflow-wrap: anywhere; }
.counts td, .counts thead th + th { text-align: end; font-variant-numeric: tabular-nums; }
.counts tbody th { font-weight: normal; }
.bad { color: var(--bad); font-weight: 600; }
.state { --tone: var(--calm); color: var(--tone); font-weight: 600; }
.sign { display: inline-block; min-width: 1em; text-align: center; }
.good { --tone: var(--good); } .care { --tone: var(--care); } .bad { --tone: var(--bad); } .busy { --tone: var(--link); } .calm { --tone: var(--calm); }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
.tiles li { flex: 1 1 8rem; padding: .5rem 1rem; border: 1px solid var(--line); border-block-start: .25rem solid var(--tone); border-radius: .35rem; background: var(--soft); color: CanvasText; font-weight: normal; }
.tiles strong { display: block; color: var(--tone); font-size: 1.5rem; line-height: 1.2; }
.charts { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0 3rem; }
.charts h2 { margin-top: .5rem; }
.chart th, .chart td { border: 0; padding-block: .15rem; font-weight: normal; }
.chart thead th { font-size: .9rem; }
.chart td { font-variant-numeric: tabular-nums; min-width: 4rem; }
.bar { display: block; width: 100%; height: .4rem; }
.bar rect { fill: var(--tone, var(--link)); }
.bar .whole { fill: var(--line); opacity: .3; }
.notice h2 { margin-top: .25rem; }
.notice { border: 1px solid var(--line); border-inline-start: .35rem solid var(--link); padding: .6rem 1rem; background: var(--soft); }
.quiet { opacity: .85; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; }
dd { margin: 0; overflow-wrap: anywhere; }
nav.contents { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; }
nav.pages { display: flex; gap: 1rem; align-items: center; margin-top: 1rem; }
@media (forced-colors: active) { .bar rect { fill: CanvasText; forced-color-adjust: none; } }
@media (max-width: 44rem) {
  .tiles { flex-wrap: nowrap; gap: .4rem; }
  .tiles li { flex: 1 1 0; min-width: 0; padding: .25rem .5rem; font-size: .85rem; line-height: 1.3; overflow-wrap: anywhere; }
  .tiles strong { font-size: 1.1rem; }
  .charts { grid-template-columns: minmax(0, 1fr); }
  thead { position: absolute; left: -100rem; }
  table, tbody, tr, td, tbody th { display: block; }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  td, tbody th { border: 0; padding: .1rem 0; }
  .counts tbody tr { display: grid; grid-template-columns: 1fr 1fr; column-gap: 1rem; }
  .counts tbody th { grid-column: 1 / -1; font-weight: 600; }
  .counts td { text-align: start; }
  td[data-label]::before { content: attr(data-label) ": "; font-weight: 600; }
  .chart tbody tr { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1rem; align-items: end; border: 0; padding: .2rem 0; }
  .chart thead + tbody th { grid-column: 1 / -1; font-weight: 600; }
  dl { grid-template-columns: 1fr; }
  dd { margin-block-end: .5rem; }
}
`;
