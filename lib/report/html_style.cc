// Ink on paper, one red for what is wrong, greys for the rest. Shades of the red say how grave a
// defect is; a word always stands beside them.
#include "report/html_page.h"

namespace anjuan {

const std::string_view kPageStyle = R"(
:root {
  --paper: #fff; --wash: #f5f5f2; --ink: #1b1c1f; --dim: #5a5e66; --line: #d9d9d4; --edge: #85888f;
  --link: #1c4e8c; --red: #a3161a;
  --s3: #7d0f12; --s2: #c2382f; --s1: #d47a60; --s0: #8b8f97;
  --q: #4a5a6d; --ran: #74879b; --left: #e3e7eb; --h1: #fbebe7; --h2: #f5d1c8; --h3: #eba896; --h4: #d9735c; --h5: #a3261d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --wash: #202226; --ink: #e9e8e4; --dim: #a6a9b0; --line: #363940; --edge: #7d818a;
    --link: #8fb8ee; --red: #ff8a7c;
    --s3: #ff7466; --s2: #d9584c; --s1: #a85c4d; --s0: #777c86;
    --q: #93a4b8; --ran: #7f92a7; --left: #2c3138; --h1: #33211f; --h2: #4e2723; --h3: #6f2f29; --h4: #973b32; --h5: #c94b3f;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.65 -apple-system, "Segoe UI", "Helvetica Neue", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.page { max-width: 72rem; margin: 0 auto; padding: 0 1.5rem 4rem; }
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: 0; }
h1, h2, h3, h4, p, dl, dd, ol, figure { margin: 0; padding: 0; }
h1 { font-size: 2.1rem; line-height: 1.25; font-weight: 600; letter-spacing: .01em; }
h2 { font-size: 1.3rem; line-height: 1.35; font-weight: 600; margin: 3.5rem 0 1rem; padding-top: .9rem; border-top: 2px solid var(--ink); }
section[id] { scroll-margin-top: 2.6rem; }
section[id] > h2 { margin-top: 3rem; }
h3 { font-size: 1.15rem; line-height: 1.45; font-weight: 600; }
h4 { font-size: 1rem; line-height: 1.55; font-weight: 600; }
small, .m, figcaption { font-size: .8667rem; color: var(--dim); }
nav { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.6rem; max-width: 72rem; margin: 0 auto; padding: 0 1.5rem; list-style: none; }
nav a { display: block; padding: .55rem 0; font-size: .9333rem; color: var(--ink); text-decoration: none; }
nav a:hover { color: var(--link); text-decoration: underline; }
.top { padding: 3rem 0 2rem; }
.top p { margin-top: .5rem; color: var(--dim); }
.keys { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
.keys > div { padding: 1rem 1.25rem 1.1rem 0; }
.keys dt { font-size: .8667rem; color: var(--dim); }
.keys dd { font-size: .8667rem; color: var(--dim); line-height: 1.5; word-break: keep-all; }
.keys b { display: block; font-size: 2.3rem; font-weight: 300; line-height: 1.25; color: var(--ink); }
.keys .bad b { color: var(--red); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 2.5rem 3rem; margin-top: 2.5rem; align-items: start; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.4rem; margin-top: 2rem; padding: 0; list-style: none; font-size: .8667rem; color: var(--dim); }
.legend li::before, tr[class^="s"] td:first-child::before, .fs b::before { content: ""; display: inline-block; width: .62em; height: .62em; margin-right: .5em; background: var(--c); }
.s3 { --c: var(--s3); } .s2 { --c: var(--s2); } .s1 { --c: var(--s1); } .s0 { --c: var(--s0); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.5; }
caption { text-align: left; font-weight: 600; padding-bottom: .6rem; font-size: 1rem; }
caption small { font-weight: 400; margin-left: .8em; }
th { text-align: left; font-weight: 600; }
.bars th { width: 1%; min-width: 4.5rem; max-width: 18rem; padding: .18rem 1rem .18rem 0; font-weight: 400; white-space: nowrap; }
.bars + .bars { margin-top: 2rem; }
.bars td { padding: .18rem 0; }
.bars td:last-child { width: 2.8rem; text-align: right; }
.bars svg { display: block; width: 100%; height: .8rem; }
svg rect { fill: var(--c, var(--q)); }
.wide { overflow-x: auto; margin-top: 2.5rem; }
.heat { width: auto; font-size: .8667rem; }
.heat th { font-weight: 400; }
.heat tbody th { padding: .15rem 1.2rem .15rem 0; white-space: nowrap; }
.heat thead th { vertical-align: bottom; padding: 0 .1rem .4rem; color: var(--dim); }
.heat thead span { display: inline-block; width: 1.3em; writing-mode: vertical-rl; max-height: 9rem; }
.list td:nth-child(n+5) { white-space: nowrap; }
.heat td { width: 2.4rem; min-width: 2.4rem; height: 2rem; text-align: center; border: 2px solid var(--paper); background: var(--wash); }
.heat .h1 { background: var(--h1); } .heat .h2 { background: var(--h2); } .heat .h3 { background: var(--h3); } .heat .h4 { background: var(--h4); color: #000; } .heat .h5 { background: var(--h5); color: #fff; }
form { display: grid; grid-template-columns: 2fr repeat(4, minmax(7rem, 1fr)) auto; gap: .75rem; align-items: end; margin-bottom: .75rem; }
form[hidden] { display: none; }
form label { display: block; font-size: .8667rem; color: var(--dim); }
input[type="search"], select, form button { font: inherit; width: 100%; height: 2.4rem; padding: 0 .6rem; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 3px; }
form button { width: auto; padding: 0 1rem; cursor: pointer; }
form button:hover { background: var(--wash); }
form .key { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; justify-content: space-between; font-size: .8667rem; color: var(--dim); }
@media (hover: none) { form .key label { display: none !important; } }
form .key label { display: flex; align-items: center; gap: .5rem; min-height: 1.6rem; }
input[type="checkbox"] { width: 1rem; height: 1rem; margin: 0; accent-color: var(--link); }
.list thead th { border-bottom: 1px solid var(--ink); padding: .4rem .9rem .4rem 0; vertical-align: bottom; white-space: nowrap; }
.list td { border-bottom: 1px solid var(--line); padding: .45rem .9rem .45rem 0; vertical-align: top; }
.list td:last-child, .list th:last-child { padding-right: 0; }
#findings td:first-child, #findings td a { white-space: nowrap; }
.list .r { text-align: right; white-space: nowrap; }
.list tr[hidden] { display: none; }
.list tbody tr:hover { background: var(--wash); }
@media (min-width: 62rem) { #findings td:nth-child(3) { min-width: 12.5rem; } #findings td:nth-child(4) { min-width: 13.5rem; } }
th button { font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: 0; min-height: 1.6rem; cursor: pointer; }
th button::after { content: "↕"; margin-left: .35em; color: var(--edge); font-weight: 400; }
th[aria-sort="ascending"] button::after { content: "↑"; color: var(--ink); }
th[aria-sort="descending"] button::after { content: "↓"; color: var(--ink); }
em { font-style: normal; font-weight: 400; font-size: .8em; padding: .05em .45em; border: 1px solid var(--edge); border-radius: 2px; white-space: nowrap; }
.note { margin: 1rem 0; padding: .7rem 1rem; border-left: 3px solid var(--red); background: var(--wash); font-size: .9333rem; }
.note ul { margin: .2rem 0; padding-left: 1.2rem; }
.sheet { padding: 2rem 0 2.2rem; border-top: 1px solid var(--ink); scroll-margin-top: 2.5rem; content-visibility: auto; contain-intrinsic-size: auto 60rem; }
.sheet:first-of-type { border-top: 0; padding-top: 0; }
.sheet header { position: relative; padding-right: 11rem; }
.score { position: absolute; right: 0; top: -.3rem; text-align: right; line-height: 1.3; color: var(--dim); }
.score b { display: block; font-size: 1.7rem; font-weight: 300; color: var(--ink); }
.facts { display: flex; flex-wrap: wrap; gap: .1rem 1.8rem; margin: .35rem 0 .15rem; font-size: .9rem; }
.facts dt { display: inline; color: var(--dim); margin-right: .6em; }
.facts dd { display: inline; }
.ok, .run { margin-top: .4rem; font-size: .9333rem; }
.tl { position: relative; margin: 1.3rem 0 .5rem; padding-top: 1.6rem; font-size: .8667rem; line-height: 1.35; }
.tl ol, .tl ul { margin: 0; padding: 0; list-style: none; }
.tl ul { margin-top: .5rem; }
.tl li { position: relative; display: grid; grid-template-columns: 5.8rem 19.5rem minmax(0, 1fr); padding-right: .5rem; }
.tl time { color: var(--dim); padding: .12rem 0; } .tl li > span { padding: .12rem 1rem .12rem 0; } .tl .o { color: var(--dim); }
.tl ul li { grid-template-columns: 25.3rem minmax(0, 1fr); } .tl ul li > span { padding: .28rem 1rem .28rem 0; }
.tl ul small { display: block; } .tl ul b { margin-right: .4em; font-weight: 400; } .tl .w b { font-weight: 600; color: var(--red); }
.tl svg { display: block; width: 100%; height: 1.45rem; overflow: visible; } .tl ul svg { height: 2.65rem; } .tl figcaption { margin-top: .4rem; }
.tl svg.ax { width: calc(100% - 25.8rem); }
.tl small { font-size: inherit; }
.tl .ax { position: absolute; top: 0; right: .5rem; left: 25.3rem; width: auto; height: 100%; } .ax text { transform: translateX(.35rem); fill: var(--dim); font-size: .8rem; }
.tl line { stroke: var(--line); } .tl line.b { stroke: var(--edge); stroke-dasharray: 2 4; }
circle.n { fill: var(--ink); } circle.o { fill: var(--paper); stroke: var(--edge); stroke-width: 1.5; }
.tl rect.r { fill: var(--ran); } .tl rect.l { fill: var(--left); } .tl rect.w { fill: var(--s2); } .tl rect.u { fill: var(--ink); } .tl rect.y { fill: var(--link); }
.fs { margin-top: 1rem; padding: 0; list-style: none; }
.fs li { padding: .8rem 0 .9rem 1rem; border-left: 3px solid var(--c); margin-bottom: .9rem; scroll-margin-top: 3.5rem; }
.fs li:target, .sheet:target h3, #rules section:target h3 { background: var(--wash); }
.fs b::before { display: none; }
.fs h4 b { color: var(--red); margin-right: .3em; }
.fs .s0 h4 b, .fs .s1 h4 b { color: inherit; }
.fs h4 i { float: right; font-style: normal; font-weight: 400; padding-left: 1em; }
.fs dl, .un dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem 1rem; margin-top: .3rem; font-size: .9rem; line-height: 1.55; }
.fs dd:first-of-type { columns: 16rem auto; }
.fs dt, .un dt { color: var(--dim); } .fs dd i { font-style: normal; color: var(--dim); }
details { margin-top: 1rem; }
summary { cursor: pointer; font-weight: 600; min-height: 1.6rem; }
.sum div { max-width: 46rem; }
.sum p { display: flex; justify-content: space-between; gap: 1.5rem; padding: .15rem 0; border-bottom: 1px solid var(--line); font-size: .9rem; }
.sum p b { font-weight: 400; text-align: right; white-space: nowrap; } .sum .in { padding-left: 1.4rem; color: var(--dim); }
.un dt { white-space: nowrap; }
.sign { display: none; }
#rules section { padding: 1rem 0; border-top: 1px solid var(--line); scroll-margin-top: 3rem; }
#rules h3 { font-size: 1rem; } #rules p { font-size: .9rem; margin-top: .25rem; max-width: 52rem; } #rules i { font-style: normal; color: var(--dim); margin-right: .6em; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .8667rem; color: var(--dim); }
footer ul { margin: .3rem 0; padding: 0; list-style: none; } footer code { font: inherit; }
@media screen and (max-width: 48rem) {
  .page { padding: 0 1rem 3rem; } nav ul { padding: 0 1rem; gap: 0 1.1rem; }
  h1 { font-size: 1.6rem; } .top { padding: 1.8rem 0 1.4rem; } h2 { margin-top: 2.5rem; }
  .keys { grid-template-columns: 1fr 1fr; } .keys b { font-size: 1.8rem; }
  form { grid-template-columns: 1fr 1fr; } form > :first-child { grid-column: 1 / -1; }
  .sheet header { padding-right: 0; } .score { position: static; text-align: left; margin-bottom: .4rem; } .score b { display: inline; margin-right: .4em; }
  nav { position: static; } nav ul { flex-wrap: nowrap; overflow-x: auto; white-space: nowrap; }
  .tl li { grid-template-columns: 5.8rem minmax(0, 1fr); } .tl ul li { grid-template-columns: minmax(0, 1fr); } .tl ol svg { grid-column: 1 / -1; } .tl ol svg { height: .9rem; margin-bottom: .3rem; } .tl ul svg { height: 1.5rem; } .tl li { padding-left: .3rem; } .tl svg.ax { left: .3rem; width: calc(100% - .8rem); }
  .tl time, .tl li > span { background: var(--paper); }
  .list caption { display: block; }
  .list thead { display: block; } .list thead tr { border-bottom: 1px solid var(--ink); } .list thead th { border: 0; padding: 0; }
  .list, .list tbody { display: block; }
  .list tr { display: flex; flex-wrap: wrap; gap: 0 .9rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
  .list td { border: 0; padding: 0; } .list td:nth-child(2) { flex-basis: 100%; }   .list td:nth-child(n+3) { color: var(--dim); font-size: .8667rem; }
  .list .r { text-align: left; }
  .list td[data-n]::before { content: attr(data-n) " "; }
  .sum p { flex-direction: column; gap: 0; } .sum p b { text-align: left; white-space: normal; }
  .bars th { width: 42%; white-space: normal; }
  .fs dl, .un dl { grid-template-columns: 1fr; } .un dt { white-space: normal; } .fs dd, .un dd { margin-bottom: .3rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media (forced-colors: active) {
  .legend li::before, tr[class^="s"] td:first-child::before, svg rect, .heat td, .fs li { forced-color-adjust: none; }
  .tl text, circle.n { fill: CanvasText; }
}
@page { size: A4; margin: 14mm 15mm; }
@media print {
  :root { --paper: #fff; --wash: #f5f5f2; --ink: #000; --dim: #444; --line: #bbb; --edge: #777; --link: #000; --red: #a3161a; --s3: #7d0f12; --s2: #c2382f; --s1: #d47a60; --s0: #8b8f97; --q: #4a5a6d; --ran: #74879b; --left: #e3e7eb; --h1: #fbebe7; --h2: #f5d1c8; --h3: #eba896; --h4: #d9735c; --h5: #a3261d; }
  html { font-size: 9pt; } body { font-size: 9pt; line-height: 1.5; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .page { max-width: none; padding: 0; } nav, form, .skip, #count { display: none; }
  a { color: inherit; text-decoration: none; } .wide { overflow: visible; }
  .top { padding: 0 0 1rem; } .keys b { font-size: 1.6rem; } .charts { grid-template-columns: 1fr 1fr; gap: 1.5rem 2rem; }
  h2, h3, h4, caption { break-after: avoid; } h2 { margin-top: 1.5rem; } tr, .fs li, .tl, #rules section, .note { break-inside: avoid; }
  thead { display: table-header-group; } th button { display: contents; } th button::after { content: none; }
  .sheet { break-before: page; border-top: 0; padding: 0; content-visibility: visible; } .sheet:first-of-type { break-before: auto; }
  #sheets, #rules { break-before: page; }
  details::details-content { content-visibility: visible; display: block; } summary { list-style: none; }
  .tl { font-size: 7.5pt; line-height: 1.3; margin: .6rem 0 .3rem; padding-top: 1.4rem; } .tl svg { height: 10pt; } .tl ul svg { height: 20pt; }
  .tl li { grid-template-columns: 16mm 64mm minmax(0, 1fr); } .tl ul li { grid-template-columns: 80mm minmax(0, 1fr); } .tl svg.ax { left: 80mm; width: calc(100% - 80mm - .5rem); }
  .tl line { stroke: #ddd; } .tl time, .tl li > span, .tl ul li > span { padding-top: 0; padding-bottom: 0; } .tl ul li { margin-bottom: 1.5pt; } .un .m { display: none; }
  .sum div { columns: 2; column-gap: 2rem; max-width: none; } .sum p { break-inside: avoid; padding: .05rem 0; } .fs li { padding: .3rem 0 .3rem .8rem; margin-bottom: .5rem; } .fs { margin-top: .5rem; } details { margin-top: .6rem; }
  .list { font-size: 8pt; line-height: 1.35; } .list td { padding-top: .15rem; padding-bottom: .15rem; }
  #findings td:nth-child(3) { min-width: 37mm; } #findings td:nth-child(4) { min-width: 38mm; } .heat { break-inside: avoid; } .heat td { min-width: 7mm; width: 7mm; height: 6mm; }
  .sign { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; margin-top: 1.5rem; break-inside: avoid; }
  .sign p { border-bottom: 1px solid #000; height: 2.2rem; padding-top: .7rem; } .sign p:first-child { grid-column: 1 / -1; height: 4rem; }
}
)";

}  // namespace anjuan
