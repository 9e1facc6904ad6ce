/** The languages of the pages. */
const languages = ["en", "es"] as const;

export type Language = (typeof languages)[number];

/** What a page says, in each of them. */
export type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** Ranges that are read of a header. */
const MOST = 20;

/**
 * The one that a browser likes best; English where it names none of them.
 *
 * @param header `Accept-Language`; source: https://www.rfc-editor.org/rfc/rfc9110#field.accept-language
 */
export function languageOf(header = ""): Language {
  const ranges = header
    .split(",", MOST)
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return { language: tag.split("-")[0]!, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const range of ranges) {
    const found = languages.find((language) => language === range.language);
    if (found) return found;
  }
  return "en";
}
