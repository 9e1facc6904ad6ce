import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language, Text } from "../../../languages/text";

/** The language of whoever reads the page. */
export const Reader = createContext<Language>("en");

/** What says a text in that language. */
export function useWords(): (text: Text) => string {
  const language = useContext(Reader);
  return (text) => text[language];
}
