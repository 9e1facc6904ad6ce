/** Characters of a text of others' that an error shows: an engine behind a proxy may answer with a page. */
const MOST = 2000;

/** The beginning of a long text, and how long it is in all. */
export const excerpt = (text: string): string =>
  text.length > MOST ? `${text.slice(0, MOST)}… (${text.length} characters in all)` : text;
