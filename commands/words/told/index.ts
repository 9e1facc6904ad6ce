import { type Language, languageOf } from "../../../languages/text";
import { constructs } from "./constructs";
import { containers } from "./containers";
import { engine } from "./engine";
import { others } from "./others";
import type { Phrase } from "./phrase";
import { refusals } from "./refusals";

/** The first that fits counts: what says more of the same stands before what says less. */
const phrases: readonly Phrase[] = [...containers, ...others, ...engine, ...refusals, ...constructs];

/**
 * What the provider, the toolkit or an engine's client says, in the reader's language: line by line, as far as it is
 * known. Words of other programs, and of what a learner wrote, stay as they are.
 */
export const told = (text: string, env: NodeJS.ProcessEnv = process.env): string => toldIn(languageOf(env), text);

/** The same in a language of one's choice. */
export const toldIn = (language: Language, text: string): string =>
  language === "es" ? text.split("\n").map(line).join("\n") : text;

/** A line, which may have several things said one behind the other: `what; allowed: this; the change that helps`. */
function line(text: string): string {
  const [indent = ""] = /^ */.exec(text) ?? [];
  const own = text.slice(indent.length);
  const whole = phrased(own, isOneFact);
  if (whole !== undefined) return indent + whole;
  for (let at = text.indexOf("; "); at >= 0; at = text.indexOf("; ", at + 1)) {
    const first = phrased(text.slice(indent.length, at));
    if (first !== undefined) return `${indent}${first}; ${line(text.slice(at + 2))}`;
  }
  return indent + (phrased(own) ?? own);
}

/** Rather than one with all that is said behind it. */
const isOneFact = ({ text }: Fact): boolean => !text.includes("; ");

/** Undefined where no phrase fits. */
function phrased(text: string, may: (fact: Fact) => boolean = () => true): string | undefined {
  for (const [english, spanish] of phrases) {
    const facts = factsIn(english, text);
    if (facts?.every(may) && isOurs(english, facts)) return filled(spanish, facts);
  }
  return undefined;
}

/** A call of an engine, of which the same is said as of its objects. */
const isCall = /^(?:GET|HEAD|POST|PUT|DELETE) \//;

/** What begins with what is said of is only ours where that is: an engine, or a program's log, may say `x is in use`. */
const isOurs = (english: string, [first]: readonly Fact[]): boolean =>
  !english.startsWith("{said}") || isCall.test(first!.text) || phrased(first!.text) !== undefined;

interface Fact {
  readonly text: string;
  readonly isSaid: boolean;
}

const place = /\{(said)?\}/;
const places = /\{(said)?\}/g;

/** What stands in the places of a phrase; undefined where the text is another. */
function factsIn(phrase: string, text: string): Fact[] | undefined {
  const [first = "", ...rest] = phrase.split(place);
  if (!text.startsWith(first)) return undefined;
  const facts: Fact[] = [];
  let from = first.length;
  for (let i = 0; i < rest.length; i += 2) {
    const literal = rest[i + 1] ?? "";
    const isLast = i + 2 >= rest.length;
    const to = isLast ? text.length - literal.length : text.indexOf(literal, from);
    if (to < from || (isLast && !text.endsWith(literal))) return undefined;
    facts.push({ text: text.slice(from, to), isSaid: rest[i] === "said" });
    from = to + literal.length;
  }
  return from === text.length ? facts : undefined;
}

/** Both languages have the facts in the same order but where one has `{said}` elsewhere: that is found by its kind. */
function filled(phrase: string, facts: readonly Fact[]): string {
  const left = { said: facts.filter(({ isSaid }) => isSaid), fact: facts.filter(({ isSaid }) => !isSaid) };
  return phrase.replaceAll(places, (_, said: string | undefined) => {
    const { text } = (said ? left.said : left.fact).shift()!;
    return said ? (phrased(text) ?? text) : text;
  });
}
