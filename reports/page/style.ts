/** The look of the page: wide and narrow, light and dark, screen and paper. No file is fetched, no font loaded. */
export const STYLE = `
:root {
  --paper: #fdfcf9; --page: #f3f1eb; --ink: #1d2528; --muted: #667074; --line: #e2dfd6; --faint: #efede6;
  --merge: #0f766b; --review: #cf8a1d; --apart: #b3aea2; --bad: #b5402c; --accent: #0f766b;
  --shadow: 0 1px 2px rgb(40 36 20 / 6%), 0 8px 24px -18px rgb(40 36 20 / 30%);
  --sans: "PingFang SC", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", system-ui, sans-serif;
  --serif: "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, Georgia, serif;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) { :root {
  --paper: #1b2022; --page: #131718; --ink: #e9e7e0; --muted: #9aa3a5; --line: #2f3638; --faint: #252b2d;
  --merge: #35a594; --review: #dd9f3d; --apart: #6b7274; --bad: #e2705a; --accent: #4cc0ae; --shadow: none;
} }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.65 var(--sans); font-variant-numeric: tabular-nums; }
html[lang="zh-CN"] body [lang="en"], html[lang="en"] body [lang="zh-CN"] { display: none; }
main, header.top, footer { max-width: 1180px; margin: 0 auto; padding: 0 28px; }
header.top { padding-top: 44px; padding-bottom: 8px; }
h1 { font: 600 clamp(1.7rem, 4.4vw, 2.5rem)/1.25 var(--serif); margin: 0; letter-spacing: .01em; }
h2 { font: 600 clamp(1.35rem, 3vw, 1.75rem)/1.3 var(--serif); margin: 0; }
h3 { font: 600 1.02rem/1.5 var(--sans); margin: 0; }
h4 { font: 600 .93rem/1.5 var(--sans); margin: 1.4em 0 .5em; }
.note { color: var(--muted); font-size: .85rem; margin: .2em 0 0; }
code { font: .86em/1.4 ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace; overflow-wrap: anywhere; }
nav { position: sticky; top: 0; z-index: 2; background: color-mix(in srgb, var(--page) 88%, transparent); backdrop-filter: blur(10px); border-bottom: 1px solid var(--line); }
nav > div { max-width: 1180px; margin: 0 auto; padding: 10px 28px; display: flex; gap: 6px 20px; align-items: center; }
nav a { color: var(--ink); text-decoration: none; font-weight: 500; white-space: nowrap; padding: 4px 0; border-bottom: 2px solid transparent; }
nav a:hover { border-color: var(--accent); }
nav .switch { margin-left: auto; display: inline-flex; border: 1px solid var(--line); border-radius: 999px; overflow: hidden; background: var(--paper); flex: none; }
nav button { font: inherit; font-size: .82rem; border: 0; background: none; color: var(--muted); padding: 4px 13px; cursor: pointer; }
nav button[aria-pressed="true"] { background: var(--accent); color: var(--paper); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.kind { padding: 40px 0 12px; }
.headline { font-size: clamp(1rem, 2.2vw, 1.12rem); margin: .35em 0 1.1em; color: var(--muted); }
.headline b { color: var(--ink); font: 600 1.45em/1 var(--serif); font-variant-numeric: lining-nums tabular-nums; padding: 0 .06em; }
.figures { display: grid; grid-template-columns: repeat(5, 1fr); margin: 0 0 10px; background: var(--paper); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
.figure { padding: 16px 20px 14px; display: flex; flex-direction: column; gap: 2px; border-left: 1px solid var(--line); min-width: 0; }
.figure:first-child { border-left: 0; }
.figure dd { margin: 0; font: 600 clamp(1.25rem, 2.6vw, 1.7rem)/1.2 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.figure dt { color: var(--muted); font-size: .82rem; }
.figure.merge dd { color: var(--merge); } .figure.review dd { color: var(--review); } .figure.bad dd, .count.bad { color: var(--bad); }
.cards { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 20px; margin-top: 22px; align-items: start; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 20px 22px 18px; box-shadow: var(--shadow); min-width: 0; }
.card.whole { grid-column: 1 / -1; }
.chart { margin-top: 14px; } .chart svg { display: block; width: 100%; height: auto; overflow: visible; font-family: var(--sans); }
.narrow { display: none; }
[data-tip] { cursor: default; } [data-tip]:hover { filter: brightness(1.12); }
.tip { position: fixed; z-index: 3; pointer-events: none; background: var(--ink); color: var(--paper); font-size: .8rem; line-height: 1.4; padding: 6px 10px; border-radius: 7px; max-width: min(320px, 90vw); }
.tip[hidden] { display: none; }
details > summary { cursor: pointer; color: var(--muted); font-size: .86rem; margin-top: 10px; width: fit-content; }
.scroll { overflow-x: auto; margin-top: 12px; background:
  linear-gradient(to right, var(--paper) 30%, transparent) left / 40px 100% no-repeat local, linear-gradient(to left, var(--paper) 30%, transparent) right / 40px 100% no-repeat local,
  linear-gradient(to right, rgb(0 0 0 / 14%), transparent) left / 10px 100% no-repeat scroll, linear-gradient(to left, rgb(0 0 0 / 14%), transparent) right / 10px 100% no-repeat scroll; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: 8px 14px 8px 0; border-bottom: 1px solid var(--line); font-weight: 400; white-space: nowrap; }
tbody th { white-space: normal; min-width: 8.5em; }
thead th { color: var(--muted); font-size: .8rem; border-bottom-color: var(--muted); }
tbody tr:last-child > * { border-bottom: 0; }
.number { text-align: right; padding-right: 22px; }
.share { min-width: 132px; } .share > span:last-child { color: var(--muted); font-size: .82rem; margin-left: 8px; }
.bar { display: inline-block; vertical-align: middle; width: 72px; height: 6px; border-radius: 3px; background: var(--faint); overflow: hidden; }
.bar i { display: block; height: 100%; background: var(--merge); } .bar.review i { background: var(--review); }
details.entity { border-top: 1px solid var(--line); } .card > details.entity:first-of-type { margin-top: 12px; } details.entity:last-child { border-bottom: 0; }
details.entity > summary { display: grid; grid-template-columns: 3.2em minmax(0, 1fr) minmax(0, 1.5fr); gap: 12px; align-items: baseline; width: auto; margin: 0; padding: 9px 4px; color: inherit; font-size: .92rem; list-style: none; }
details.entity > summary::-webkit-details-marker { display: none; }
details.entity > summary:hover { background: var(--faint); }
.count { text-align: right; font: 600 1em/1.4 var(--serif); font-variant-numeric: lining-nums tabular-nums; color: var(--accent); }
h4 .count { margin-left: .4em; }
.who { min-width: 0; overflow-wrap: anywhere; } .who b { font-weight: 500; margin-right: .6em; } .who code { color: var(--muted); }
.tags { display: flex; flex-wrap: wrap; gap: 4px; justify-content: flex-end; }
.tag { font-size: .74rem; padding: 1px 8px; border-radius: 10px; background: var(--faint); color: var(--muted); }
.places { list-style: none; margin: 0 0 12px; padding: 4px 0 0 calc(3.2em + 16px); font-size: .86rem; }
.places li { padding: 3px 0; overflow-wrap: anywhere; } .places b { font-weight: 500; margin-right: .6em; } .place { color: var(--muted); }
details:not(.entity) > .places { padding-left: 0; }
.chips { list-style: none; margin: 8px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 6px; }
.chips li { background: var(--faint); border-radius: 999px; padding: 2px 12px; font-size: .85rem; }
.legend { margin: 8px 0 0; padding-left: 1.6em; font-size: .8rem; color: var(--muted); columns: 2; }
.total { margin: 10px 0 0; } .total b { font: 600 1.5rem/1 var(--serif); } .fine { color: var(--merge); margin: 12px 0 0; }
.masked { display: inline-block; margin-top: 14px; padding: 3px 12px; border-radius: 999px; font-size: .8rem; border: 1px solid var(--line); color: var(--muted); }
.masked.off { border-color: var(--bad); color: var(--bad); }
footer { padding-top: 28px; padding-bottom: 56px; color: var(--muted); font-size: .82rem; }
@media (max-width: 760px) {
  main, header.top, footer, nav > div { padding-left: 16px; padding-right: 16px; }
  header.top { padding-top: 26px; }
  .kind { padding-top: 30px; }
  .figures { grid-template-columns: repeat(2, 1fr); }
  .figure { border-left: 0; border-top: 1px solid var(--line); padding: 12px 16px 10px; }
  .figure:nth-child(even) { border-left: 1px solid var(--line); }
  .figure:first-child { grid-column: 1 / -1; border-top: 0; }
  .figure:nth-child(even) { border-left: 0; } .figure:nth-child(odd):not(:first-child) { border-left: 1px solid var(--line); }
  .cards { grid-template-columns: minmax(0, 1fr); gap: 14px; }
  .card { padding: 16px 16px 14px; }
  .card.half { grid-column: 1 / -1; }
  .chart.wide { display: none; } .narrow { display: block; }
  details.entity > summary { grid-template-columns: 2.4em minmax(0, 1fr); }
  .tags { grid-column: 2; justify-content: flex-start; }
  .places { padding-left: calc(2.4em + 16px); }
  nav > div { gap: 4px 14px; flex-wrap: wrap; } nav a { font-size: .9rem; } nav button { padding: 4px 10px; }
}
@media print {
  :root { --paper: #fff; --page: #fff; --ink: #111; --muted: #555; --line: #ccc; --faint: #f0f0f0; --merge: #0f766b; --review: #b87400; --apart: #999; --bad: #a03020; --accent: #0f766b; --shadow: none; color-scheme: light; }
  nav, .tip { display: none; } .card, .figures { break-inside: avoid; } .kind { break-before: page; padding-top: 0; } .kind:first-child { break-before: auto; }
  body { font-size: 10.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .card.whole:has(details.entity) { break-inside: auto; }
}
`.trim();
