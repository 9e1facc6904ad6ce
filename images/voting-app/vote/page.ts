import { hostname } from "node:os";
import { type Choice, choices } from "../service/choices";
import type { Language, Words } from "../service/language";
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

const words: Words<"or" | "chosen" | "failed" | "voted" | "oneEach" | "takenBy"> = {
  en: {
    or: "or",
    chosen: "✓ your vote",
    failed: "Your vote was not taken: the ballot box does not answer. Please try again.",
    voted: "You voted for CHOICE. You can change your mind.",
    oneEach: "One vote each; you can change your mind.",
    takenBy: "Taken by container",
  },
  es: {
    or: "o",
    chosen: "✓ tu voto",
    failed: "Tu voto no se recibió: la urna no responde. Inténtalo de nuevo.",
    voted: "Has votado por CHOICE. Puedes cambiar de opinión.",
    oneEach: "Un voto por persona; puedes cambiar de opinión.",
    takenBy: "Recibido por el contenedor",
  },
};

/** The page with both choices; it needs no script. */
export function votePage(chosen: Choice | undefined, failed: boolean, language: Language): Page {
  const says = words[language];
  const button = (choice: Choice) =>
    `<button name="vote" value="${choice}" aria-pressed="${choice === chosen}">${escapeHtml(choices[choice])}<small>${choice === chosen ? says.chosen : ""}</small></button>`;
  const told = failed
    ? `<p role="alert">${says.failed}</p>`
    : `<p aria-live="polite">${chosen ? says.voted.replace("CHOICE", () => escapeHtml(choices[chosen])) : says.oneEach}</p>`;
  const question = `${language === "es" ? "¿" : ""}${choices.a} ${says.or} ${choices.b}?`;
  return {
    language,
    title: question,
    style,
    body: `<main>
<h1>${escapeHtml(question)}</h1>
${told}
<form method="post" action="/">
${button("a")}
${button("b")}
</form>
<footer>${says.takenBy} <code>${escapeHtml(hostname())}</code></footer>
</main>`,
  };
}
