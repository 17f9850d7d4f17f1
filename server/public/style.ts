import { createHash } from "node:crypto";

/** The whole style of public pages: within the page, known to its policy by its hash. Printed as it stands. */
export const STYLE = `
:root{color-scheme:light;--ink:#2a2521;--beet:#6b1f45;--line:#dfd7ca;--paper:#fbf9f5;--quiet:#4f4942}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{margin:0;font-size:1.7rem;line-height:1.2}
h2{margin:2rem 0 .75rem;font-size:1.2rem}
p{margin:.4rem 0}
a{color:var(--beet)}
a:focus-visible,summary:focus-visible{outline:3px solid var(--beet);outline-offset:2px}
.lead{color:var(--quiet);margin:.5rem 0 1.5rem}
.rates{display:grid;gap:1rem;margin-bottom:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr))}
.rate{background:#fff;border:1px solid var(--line);border-radius:.5rem;padding:1rem}
.rate h2{margin:0;font-size:1rem}
.figure{font-size:2.1rem;font-weight:700;line-height:1.2;margin:.2rem 0;font-variant-numeric:tabular-nums}
.small{font-size:.9rem;color:var(--quiet)}
svg{display:block;width:100%;height:auto;margin:.4rem 0}
table{border-collapse:collapse;width:100%;background:#fff;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:.4rem 0;color:var(--quiet);font-size:.9rem}
th,td{padding:.5rem;border-bottom:1px solid var(--line);text-align:left}
thead th{border-bottom:2px solid var(--quiet)}
.number{text-align:right}
td.number{white-space:nowrap}
summary{padding:.6rem 0;min-height:44px;cursor:pointer;font-weight:600}
nav{display:flex;justify-content:flex-end;max-width:44rem;margin:0 auto;padding:0 1rem}
nav a,.more{display:inline-block;padding:.6rem .2rem;min-height:44px}
footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:1rem}
@media print{body{background:#fff}nav{display:none}.rate{break-inside:avoid}}
`;

/** What the policy of a public page allows to be applied. */
export const STYLE_HASH = `'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;
