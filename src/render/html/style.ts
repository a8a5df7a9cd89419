// How the page looks: light and dark by the reader's setting, narrow and wide, on screen and on paper. No font, picture or script is fetched.

export const style = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --shade: #f6f8fa;
  --good: #1a7f37; --bad: #c2222d; --open: #8a5a00; --mark: #0550ae; --added: #dafbe1; --removed: #ffebe9; }
@media (prefers-color-scheme: dark) { :root { --paper: #0d1117; --ink: #e6edf3; --soft: #9aa4af; --line: #30363d;
  --shade: #161b22; --good: #56d364; --bad: #ff8d85; --open: #e3b341; --mark: #79c0ff; --added: #12361f; --removed: #4a1a1d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
h1 small { display: block; font-size: 0.9rem; font-weight: 600; color: var(--bad); text-transform: uppercase; letter-spacing: 0.06em; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 0.75rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.25rem 0 0.5rem; }
p, ul, ol { margin: 0.5rem 0; }
a { color: var(--mark); }
code { font: 0.9em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
:not(pre) > code { background: var(--shade); border-radius: 4px; padding: 0.1em 0.3em; }
pre { background: var(--shade); border: 1px solid var(--line); border-radius: 6px; padding: 0.75rem 1rem; overflow-x: auto; margin: 0.75rem 0; }
pre code { overflow-wrap: normal; }
dl.four { display: grid; grid-template-columns: max-content 1fr; gap: 0.35rem 1.25rem; margin: 0; }
dl.four dt { color: var(--soft); }
dl.four dd { margin: 0; }
.note, dl.four small { color: var(--soft); }
.cause { margin: 1.5rem 0 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-left: 6px solid var(--open); border-radius: 6px; }
.cause.confirmed { border-left-color: var(--bad); }
.cause h2 { margin: 0 0 0.5rem; border: 0; padding: 0; }
.badges { display: flex; flex-wrap: wrap; gap: 0.4rem; padding: 0; margin: 0.5rem 0; list-style: none; }
.badges li { border: 1px solid var(--line); border-radius: 999px; padding: 0.1rem 0.7rem; font-size: 0.9rem; }
.fix { border: 1px solid var(--line); border-radius: 6px; padding: 0.5rem 1.25rem 1rem; margin: 1rem 0; }
ol.steps { list-style: none; padding: 0; }
ol.steps > li { padding: 0.75rem 0; border-top: 1px solid var(--line); }
ol.steps > li:first-child { border-top: 0; }
.sign { font-weight: 700; white-space: nowrap; color: var(--open); }
.pass .sign { color: var(--good); }
.fail .sign { color: var(--bad); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 0.75rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.75rem 0.45rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); font-size: 0.9rem; }
tbody th { font-weight: 600; }
ins, del { text-decoration: none; display: block; }
ins { background: var(--added); }
del { background: var(--removed); }
details { margin: 1rem 0; }
summary { cursor: pointer; font-weight: 600; }
footer { margin-top: 3rem; color: var(--soft); font-size: 0.9rem; }
@media print { main { max-width: none; padding: 0; } pre { white-space: pre-wrap; } section, .fix, ol.steps > li { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; } a::after { content: " (" attr(href) ")"; font-size: 0.85em; } }
`;
