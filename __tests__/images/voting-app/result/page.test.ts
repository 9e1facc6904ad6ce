import { resultPage } from "../../../../images/voting-app/result/page";

test.each([
  { language: "en", one: "1 vote", all: "3 votes", none: "No votes yet", silent: "The count does not answer" },
  { language: "es", one: "1 voto", all: "3 votos", none: "Todavía no hay votos", silent: "El recuento no responde" },
] as const)("the page, and what its script says, is in the reader's language: $language", (expected) => {
  const { language, one, all, none, silent } = expected;
  const page = resultPage({ a: 1, b: 2 }, language);
  expect(page.language).toBe(language);
  expect(page.body).toContain(`<span id="count-a">${one}</span>`);
  expect(page.body).toContain(`aria-live="polite">${all}</p>`);
  expect(resultPage({ a: 0, b: 0 }, language).body).toContain(none);
  expect(page.script).toContain(silent);
});
