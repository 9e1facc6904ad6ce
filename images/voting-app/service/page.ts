import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Language } from "./language";

const special: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => special[character]!);

export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly style: string;
  readonly body: string;
  readonly script?: string;
}

/** Sends a page that loads nothing from anywhere and runs no script but its own. */
export function sendPage(
  response: ServerResponse,
  status: number,
  page: Page,
  headers: Record<string, string> = {},
): void {
  const nonce = randomBytes(12).toString("base64");
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": page.language,
    Vary: "Accept-Language",
    "Cache-Control": "no-store",
    "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    ...headers,
  });
  response.end(`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<style nonce="${nonce}">${base}${page.style}</style>
</head>
<body>
${page.body}
${page.script ? `<script nonce="${nonce}">${page.script}</script>` : ""}
</body>
</html>
`);
}

/** Colours of the two sides, dark enough on white and light enough on black to be read (WCAG AA). */
const base = `
:root { color-scheme: light dark; --paper: #f7f5f2; --ink: #1d1b19; --quiet: #5d5852; --card: #fff; --line: #dcd7d0; --a: #0b6bcb; --b: #b3401d; }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --ink: #f3f0ec; --quiet: #b0a89e; --card: #23211e; --line: #3d3934; --a: #5aa9ff; --b: #ff8c66; } }
* { box-sizing: border-box; }
html { height: 100%; }
body { margin: 0; min-height: 100%; padding: clamp(1rem, 5vw, 4rem) 1rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; display: grid; place-content: center; }
main { width: min(44rem, calc(100vw - 2rem)); }
h1 { margin: 0 0 .25rem; font-size: clamp(1.75rem, 6vw, 2.75rem); line-height: 1.15; letter-spacing: -.02em; text-wrap: balance; }
p { margin: 0 0 1.5rem; color: var(--quiet); }
footer { margin-top: 2rem; color: var(--quiet); font-size: .875rem; }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; }
`;
