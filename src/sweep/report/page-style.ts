/** The style of the report: contrast of each pair is at least 4.5 for text, and 3 for marks. */
export const pageStyle = `
:root{color-scheme:light dark;--page:#f0f4f5;--card:#fff;--text:#212b32;--quiet:#4c6272;--line:#d8dde0;--control:#768692;--urgent:#b3261e;--warn:#7a4a00;--link:#005eb8;--mark:#768692;--focus:#212b32}
@media (prefers-color-scheme:dark){:root{--page:#12181f;--card:#1c252e;--text:#e8edee;--quiet:#b8c4cc;--line:#3a4651;--control:#8a99a6;--urgent:#ff9d94;--warn:#ffc266;--link:#7ab8ff;--mark:#8a99a6;--focus:#fff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:84rem;padding:1rem;font:1rem/1.4 Arial,'Helvetica Neue',sans-serif;font-variant-numeric:tabular-nums;background:var(--page);color:var(--text)}
h1{font-size:1.4rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:0 0 .5rem}
section,header{background:var(--card);border:1px solid var(--line);border-radius:4px;padding:1rem;margin:0 0 1rem}
p{margin:.25rem 0}.quiet{color:var(--quiet)}
.notice{border:2px solid var(--urgent);padding:.5rem;font-weight:bold}
dl{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:.75rem 0 0}dl div{min-width:min(8rem,100%)}dt{color:var(--quiet)}dd{margin:0;font-size:1.3rem}
dd.urgent,td.urgent{color:var(--urgent);font-weight:bold}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line)}thead th{border-bottom:2px solid var(--control)}
tbody th{font-weight:normal;overflow-wrap:anywhere}code{font-family:ui-monospace,Consolas,monospace;color:var(--quiet)}
form{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin:.5rem 0}form>div{min-width:0;max-width:100%}label{display:block}
select,input,button{font:inherit;color:var(--text);background:var(--card);border:1px solid var(--control);border-radius:4px;padding:.4rem .6rem;min-height:2.5rem;max-width:min(100%,22rem)}tbody td:nth-child(n+5){white-space:nowrap}
button{cursor:pointer;border-color:var(--link);color:var(--link)}button[disabled]{color:var(--quiet);border-color:var(--line);cursor:default}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
ul{margin:0;padding-left:1.1rem}summary{cursor:pointer;color:var(--link)}
.pages{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;margin:.5rem 0}
figure{margin:0}svg{max-width:100%;height:auto}figure>svg{width:100%;max-width:52rem}svg text{fill:var(--text);font-size:12px;paint-order:stroke;stroke:var(--card);stroke-width:4px}svg .end{text-anchor:end}svg .middle{text-anchor:middle}
svg .grid{stroke:var(--line)}svg .limit{stroke:var(--text);stroke-dasharray:6 4}
svg .avoid,svg .reduce,svg .above,svg .other{fill-opacity:.55;stroke-width:1}
svg .avoid{fill:var(--urgent);stroke:var(--urgent)}svg .reduce{fill:var(--warn);stroke:var(--warn)}svg .above{fill:var(--link);stroke:var(--link)}svg .other{fill:var(--mark);stroke:var(--mark)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0}.legend svg{width:1rem;height:1rem;vertical-align:-2px}
@media print{:root{color-scheme:light;--page:#fff;--card:#fff;--text:#000;--quiet:#333;--line:#999;--control:#555;--urgent:#000;--warn:#000;--link:#000;--mark:#555}body{max-width:none;padding:0;font-size:10pt}form,.pages,#export,.screen{display:none}section,header{border:0;padding:0}.scroll{overflow:visible}tr{break-inside:avoid}thead{display:table-header-group}svg{max-width:16cm}}
@media (forced-colors:active){svg .avoid,svg .reduce,svg .above,svg .other{fill:none;stroke:CanvasText}}
`
