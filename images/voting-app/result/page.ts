import { choices } from "../service/choices";
import type { Language, Words } from "../service/language";
import { escapeHtml, type Page } from "../service/page";
import type { Tally } from "./tally";

const style = `
.bar { display: flex; height: clamp(4rem, 16vw, 7rem); border-radius: 1rem; overflow: hidden; background: var(--line); }
.bar div { flex: 1 1 0; min-width: 0; transition: flex-grow .4s ease-out; }
.bar .a { background: var(--a); }
.bar .b { background: var(--b); }
dl { display: flex; justify-content: space-between; gap: 1rem; margin: 1rem 0 0; }
dl div:last-child { text-align: right; }
dt { font-weight: 700; font-size: 1.25rem; }
.side-a dt { color: var(--a); }
.side-b dt { color: var(--b); }
dd { margin: 0; font-variant-numeric: tabular-nums; }
dd strong { font-size: clamp(1.75rem, 7vw, 3rem); line-height: 1.1; }
[role="status"] { min-height: 1.5rem; }
@media (prefers-reduced-motion: reduce) { .bar div { transition: none; } }
`;

const words: Words<"or" | "title" | "one" | "many" | "none" | "silent" | "again"> = {
  en: {
    or: "or",
    title: "the votes",
    one: "1 vote",
    many: "votes",
    none: "No votes yet",
    silent: "The count does not answer; the numbers are the last known.",
    again: "Connecting again…",
  },
  es: {
    or: "o",
    title: "los votos",
    one: "1 voto",
    many: "votos",
    none: "Todavía no hay votos",
    silent: "El recuento no responde; las cifras son las últimas que se conocen.",
    again: "Conectando de nuevo…",
  },
};

const script = (language: Language) => `
const says = ${JSON.stringify(words[language])};
const of = (id) => document.getElementById(id);
const show = ({ a, b }) => {
  const all = a + b;
  const part = (n) => (all === 0 ? 50 : (100 * n) / all);
  for (const [id, n] of [["a", a], ["b", b]]) {
    of("bar-" + id).style.flexGrow = part(n);
    of("part-" + id).textContent = all === 0 ? "–" : part(n).toFixed(1) + "%";
    of("count-" + id).textContent = n === 1 ? says.one : n + " " + says.many;
  }
  of("total").textContent = all === 0 ? says.none : all === 1 ? says.one : all + " " + says.many;
  of("state").textContent = "";
};
const events = new EventSource("/events");
events.addEventListener("tally", ({ data }) => show(JSON.parse(data)));
events.addEventListener("silent", () => { of("state").textContent = says.silent; });
events.addEventListener("error", () => { of("state").textContent = says.again; });
events.addEventListener("open", () => { of("state").textContent = ""; });
`;

/** The page with the votes as they are now; its script keeps them so. */
export function resultPage({ a, b }: Tally, language: Language): Page {
  const says = words[language];
  const all = a + b;
  const part = (votes: number) => (all === 0 ? "–" : `${((100 * votes) / all).toFixed(1)}%`);
  const votes = (count: number) => (count === 1 ? says.one : `${count} ${says.many}`);
  const side = (id: "a" | "b", count: number) =>
    `<div class="side-${id}"><dt>${escapeHtml(choices[id])}</dt><dd><strong id="part-${id}">${part(count)}</strong><br><span id="count-${id}">${votes(count)}</span></dd></div>`;
  return {
    language,
    title: `${choices.a} ${says.or} ${choices.b}: ${says.title}`,
    style: `${style}.bar .a { flex-grow: ${all === 0 ? 50 : (100 * a) / all}; } .bar .b { flex-grow: ${all === 0 ? 50 : (100 * b) / all}; }`,
    script: script(language),
    body: `<main>
<h1>${escapeHtml(choices.a)} ${says.or} ${escapeHtml(choices.b)}</h1>
<p id="total" aria-live="polite">${all === 0 ? says.none : votes(all)}</p>
<div class="bar" aria-hidden="true"><div class="a" id="bar-a"></div><div class="b" id="bar-b"></div></div>
<dl>
${side("a", a)}
${side("b", b)}
</dl>
<footer role="status" id="state"></footer>
</main>`,
  };
}
