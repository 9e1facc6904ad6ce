import { hostname } from "node:os";
import { type Choice, choices } from "../service/choices";
import { escapeHtml, type Page } from "../service/page";

const style = `
form { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem; }
button { display: grid; gap: .25rem; padding: clamp(1.5rem, 6vw, 3rem) 1rem; border: 2px solid var(--side); border-radius: 1rem; background: var(--card); color: var(--side); font: inherit; font-size: clamp(1.5rem, 5vw, 2.25rem); font-weight: 700; cursor: pointer; transition: transform .12s, background .12s; }
button[value="a"] { --side: var(--a); }
button[value="b"] { --side: var(--b); }
button:hover { transform: translateY(-2px); }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
button[aria-pressed="true"] { background: var(--side); color: var(--paper); }
button small { font-size: .875rem; font-weight: 400; min-height: 1.3125rem; }
[role="alert"] { padding: .75rem 1rem; border-left: 4px solid var(--b); background: var(--card); color: var(--ink); }
@media (prefers-reduced-motion: reduce) { button { transition: none; } button:hover { transform: none; } }
`;

/** The page with both choices; it needs no script. */
export function votePage(chosen: Choice | undefined, failed: boolean): Page {
  const button = (choice: Choice) =>
    `<button name="vote" value="${choice}" aria-pressed="${choice === chosen}">${escapeHtml(choices[choice])}<small>${choice === chosen ? "✓ your vote" : ""}</small></button>`;
  const told = failed
    ? `<p role="alert">Your vote was not taken: the ballot box does not answer. Please try again.</p>`
    : `<p aria-live="polite">${chosen ? `You voted for ${escapeHtml(choices[chosen])}. You can change your mind.` : "One vote each; you can change your mind."}</p>`;
  return {
    title: `${choices.a} or ${choices.b}?`,
    style,
    body: `<main>
<h1>${escapeHtml(choices.a)} or ${escapeHtml(choices.b)}?</h1>
${told}
<form method="post" action="/">
${button("a")}
${button("b")}
</form>
<footer>Taken by container <code>${escapeHtml(hostname())}</code></footer>
</main>`,
  };
}
