import { languageOf } from "../../../../images/voting-app/service/language";

// As https://www.rfc-editor.org/rfc/rfc9110#field.accept-language has it.
test.each([
  { header: undefined, language: "en" },
  { header: "", language: "en" },
  { header: "es", language: "es" },
  { header: "es-PE,es;q=0.9,en;q=0.8", language: "es" },
  { header: "en-GB,en;q=0.9,es;q=0.8", language: "en" },
  { header: "es;q=0.5, en;q=0.9", language: "en" },
  { header: "de-DE,de;q=0.9,ES;q=0.1", language: "es" },
  { header: "es;q=0, de", language: "en" },
  { header: "est, *", language: "en" },
  { header: ";;q=,", language: "en" },
])("$header asks for $language", ({ header, language }) => {
  expect(languageOf(header)).toBe(language);
});
