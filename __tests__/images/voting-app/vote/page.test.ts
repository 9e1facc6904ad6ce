import { votePage } from "../../../../images/voting-app/vote/page";

test.each([
  { language: "en", title: "Cats or Dogs?", says: ["You voted for Cats.", "✓ your vote", "Taken by container"] },
  { language: "es", title: "¿Cats o Dogs?", says: ["Has votado por Cats.", "✓ tu voto", "Recibido por el contenedor"] },
] as const)("the page is in the voter's language: $language", ({ language, title, says }) => {
  const page = votePage("a", false, language);
  expect([page.language, page.title]).toEqual([language, title]);
  for (const text of says) expect(page.body).toContain(text);
});

test("a vote that was not taken is told", () => {
  expect(votePage(undefined, true, "es").body).toContain('<p role="alert">Tu voto no se recibió');
});
