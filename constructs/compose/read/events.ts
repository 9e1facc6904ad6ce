import { type Event, type ParserOptions, parseEvents, YAMLException } from "js-yaml";
import { MovedText } from "./moved-text";

/**
 * A YAML text as events, their offsets those of the text as it was written.
 * What js-yaml refuses it is given once more with the lines moved in that Docker's own reader takes anywhere.
 * @throws Refusal where that is no YAML either
 */
export function events(text: string, options: ParserOptions): readonly Event[] {
  try {
    return parseEvents(text, options);
  } catch (error) {
    const refusal = refusalOf(error, (offset) => offset);
    const moved = new MovedText(text);
    if (!moved.differs) throw refusal;
    return movedEvents(moved, options);
  }
}

/** Why a text is not YAML, and where in it. */
export class Refusal extends Error {
  constructor(
    readonly reason: string,
    readonly offset: number,
  ) {
    super(reason);
  }
}

/** The events of a moved text, their offsets those of the text as it was written. */
export function movedEvents(moved: MovedText, options: ParserOptions): readonly Event[] {
  const given = (offset: number) => moved.given(offset);
  try {
    return parseEvents(moved.text, options).map((event) => at(event, given));
  } catch (error) {
    throw refusalOf(error, given);
  }
}

function refusalOf(error: unknown, given: (offset: number) => number): Refusal {
  if (!(error instanceof YAMLException)) throw error;
  return new Refusal(error.reason, given(error.mark?.position ?? 0));
}

const offsets = ["start", "valueStart", "valueEnd", "anchorStart", "anchorEnd", "tagStart", "tagEnd"];

/** The event with its offsets moved; -1 is js-yaml's word for a part that is not there. */
function at<E extends Event>(event: E, given: (offset: number) => number): E {
  const moved = Object.entries(event).filter(([key, value]) => offsets.includes(key) && value !== -1);
  return { ...event, ...Object.fromEntries(moved.map(([key, value]) => [key, given(value as number)])) };
}
