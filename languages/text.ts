/** The languages that the labs are in. */
export const languages = ["en", "es"] as const;

export type Language = (typeof languages)[number];

/** What is said, in every language: one that lacks is a type error. */
export type Text = Readonly<Record<Language, string>>;

/** What a program said, which is the same to every reader. */
export const verbatim = (text: string): Text => ({ en: text, es: text });

/** The language that a user's environment asks for, as POSIX has it: LC_ALL, or else LC_MESSAGES, or else LANG. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const wanted = LC_ALL || LC_MESSAGES || LANG || "";
  const [asked] = wanted.toLowerCase().split(/[^a-z]/);
  return languages.find((language) => language === asked) ?? "en";
}

/** `text` in the language of whoever reads it. */
export const inWords = (text: Text, env: NodeJS.ProcessEnv = process.env): string => text[languageOf(env)];

/** Has this process say all in one language from here on: to programs in English, whoever runs them. */
export function speakAs(language: Language): void {
  process.env["LC_ALL"] = language;
}
