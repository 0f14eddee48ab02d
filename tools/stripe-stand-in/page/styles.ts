/** Warm off-white ground, near-black ink, one blue. No remote fonts: only the reader's system fonts. */
export const styles = `
:root {
  color-scheme: light dark;
  --ground: #faf7f1; --panel: #fffdf9; --ink: #1c1a17; --muted: #5f5a51; --line: #e2dbcf; --field: #8d8579;
  --blue: #1d4f91; --blue-deep: #163d71; --on-blue: #ffffff; --tint: #edf2f9;
  --wrong: #a3241c; --wrong-tint: #fbeeea; --strip: #1c1a17; --on-strip: #faf7f1;
  --serif: ui-serif, "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #161512; --panel: #1e1d19; --ink: #f1ede4; --muted: #b3ac9f; --line: #38352e; --field: #857e72;
    --blue: #8db4f0; --blue-deep: #aecaf5; --on-blue: #0e1a2b; --tint: #1d2735;
    --wrong: #ff9f93; --wrong-tint: #35201d; --strip: #f1ede4; --on-strip: #161512;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 var(--sans); overflow-wrap: anywhere; }
h1, h2, h3, p, ul, dl, dd, fieldset { margin: 0; padding: 0; }
fieldset { border: 0; min-width: 0; }
legend { padding: 0; }
ul { list-style: none; }
a { color: var(--blue); text-underline-offset: 0.2em; }
a:hover { color: var(--blue-deep); }
:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; border-radius: 4px; }
.banner { background: var(--strip); color: var(--on-strip); font-size: 0.875rem; }
.banner p { max-width: 66rem; margin: 0 auto; padding: 0.625rem 1.25rem; display: flex; flex-wrap: wrap; gap: 0 1rem; }
.banner strong { letter-spacing: 0.04em; }
main { max-width: 66rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
.muted, .small { color: var(--muted); }
.small { font-size: 0.875rem; }
.back { display: inline-block; padding: 0.25rem 0; }
h1 { font-weight: 400; }
h1 .merchant { display: block; color: var(--muted); font: 600 1rem/1.5 var(--sans); margin-top: 1rem; }
h1 .total { font: 400 2.75rem/1.15 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
h2 { font: 600 1.125rem/1.4 var(--sans); }
.lines { margin-top: 1.5rem; border-top: 1px solid var(--line); }
.lines li { display: grid; grid-template-columns: 1fr auto; gap: 0 1.25rem; padding: 1rem 0; border-bottom: 1px solid var(--line); }
.lines .name { font-weight: 600; }
.lines .about { grid-column: 1; color: var(--muted); font-size: 0.875rem; max-width: 34rem;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
.lines .small { grid-column: 1; }
.lines .amount { grid-column: 2; grid-row: 1; white-space: nowrap; text-align: right; }
.lines .amount, .sums dd, .choice .price, .small { font-variant-numeric: tabular-nums; }
.sums { display: grid; grid-template-columns: 1fr auto; gap: 0.375rem 1.25rem; padding-top: 1rem; }
.sums dd { text-align: right; }
.sums .whole { font-weight: 600; padding-top: 0.5rem; }
.panel { margin-top: 2rem; padding: 1.25rem; background: var(--panel); border: 1px solid var(--line); border-radius: 12px; }
.panel > * + * { margin-top: 1.5rem; }
.fields { display: grid; align-items: end; gap: 1rem; grid-template-columns: 1fr 1fr; margin-top: 0.75rem; }
.fields > * { grid-column: 1 / -1; }
.fields > .half { grid-column: span 1; }
label, .label { display: block; font-size: 0.875rem; font-weight: 600; margin-bottom: 0.25rem; }
label .optional { font-weight: 400; color: var(--muted); }
input:not([type="radio"]), select { width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem; font: inherit; color: inherit;
  background: var(--ground); border: 1px solid var(--field); border-radius: 8px; }
[aria-invalid="true"] { border-color: var(--wrong) !important; border-width: 2px !important; }
.wrong { color: var(--wrong); font-size: 0.875rem; margin-top: 0.25rem; }
.choices { margin-top: 0.75rem; border: 1px solid var(--line); border-radius: 8px; }
.choice { display: grid; grid-template-columns: auto 1fr auto; align-items: baseline; gap: 0 0.75rem; margin: 0;
  padding: 0.75rem; font-size: 1rem; font-weight: 400; cursor: pointer; }
.choice + .choice { border-top: 1px solid var(--line); }
.choice input { width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--blue); transform: translateY(0.125rem); }
.choice:has(:checked) { background: var(--tint); }
.choice .small { grid-column: 2 / -1; }
button { font: inherit; cursor: pointer; }
.pay { display: block; width: 100%; min-height: 3.25rem; padding: 0.75rem 1rem; border: 0; border-radius: 8px;
  background: var(--blue); color: var(--on-blue); font-size: 1.125rem; font-weight: 600; text-align: center; text-decoration: none; }
.pay:hover { background: var(--blue-deep); color: var(--on-blue); }
.pay + .small { margin-top: 0.625rem; text-align: center; }
.endings { border-top: 1px solid var(--line); padding-top: 1.25rem; }
.endings ul { display: grid; gap: 0.625rem; margin-top: 0.75rem; }
.endings button { width: 100%; padding: 0.625rem 0.75rem; text-align: left; color: var(--ink);
  background: transparent; border: 1px solid var(--field); border-radius: 8px; }
.endings button:hover { border-color: var(--blue); background: var(--tint); }
.endings button span { display: block; }
.endings .ending { font-weight: 600; }
.notice { margin-bottom: 1.5rem; padding: 1rem 1.25rem; border: 1px solid var(--wrong); border-left-width: 4px; border-radius: 8px;
  background: var(--wrong-tint); }
.notice li a { color: var(--wrong); }
.notice h2 { color: var(--wrong); }
main.open { max-width: 40rem; }
.closed { padding-top: 4rem; }
.closed > * { max-width: 38rem; }
.closed h1 { font: 400 2.25rem/1.2 var(--serif); }
.closed p { margin-top: 1rem; }
.closed .pay { display: inline-block; width: auto; min-width: 12rem; margin-top: 2rem; }
@media (min-width: 56rem) {
  main.open { max-width: 66rem; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 4rem; align-items: start; padding-top: 2.5rem; }
  .across { grid-column: 1 / -1; }
  .order { position: sticky; top: 2.5rem; }
  .panel { margin-top: 0; padding: 1.75rem; }
}
`;
