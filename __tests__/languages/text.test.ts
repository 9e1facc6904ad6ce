import { inWords, languageOf, speakAs } from "../../languages/text";

// The order is that of https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html
test.each([
  { env: {}, language: "en" },
  { env: { LANG: "es_ES.UTF-8" }, language: "es" },
  { env: { LANG: "es" }, language: "es" },
  { env: { LANG: "ES_419" }, language: "es" },
  { env: { LANG: "est_EE.UTF-8" }, language: "en" },
  { env: { LANG: "de_DE.UTF-8" }, language: "en" },
  { env: { LANG: "es_ES.UTF-8", LC_MESSAGES: "en_GB.UTF-8" }, language: "en" },
  { env: { LANG: "en_US.UTF-8", LC_MESSAGES: "es_MX.UTF-8" }, language: "es" },
  { env: { LC_ALL: "C", LC_MESSAGES: "es_ES.UTF-8" }, language: "en" },
  { env: { LC_ALL: "", LANG: "es_AR.UTF-8" }, language: "es" },
])("$env is $language", ({ env, language }) => {
  expect(languageOf(env)).toBe(language);
});

test("a text is said in the reader's language", () => {
  expect(inWords({ en: "stage", es: "etapa" }, { LANG: "es_ES.UTF-8" })).toBe("etapa");
});

test("what programs are told is in one language, whoever runs them", () => {
  process.env["LC_ALL"] = "es_ES.UTF-8";
  speakAs("en");
  expect(inWords({ en: "stage", es: "etapa" })).toBe("stage");
});
