import type { StepView } from "../protocol";
import { Checks, Inline } from "./checks";
import { useWords } from "./reader";
import { words } from "./words";

/** More lines than this are folded. */
const FOLDED_LINES = 14;

/** A step of the lab: its command, what it printed here, what to look at, and whether it shows what it teaches. */
export function Step({ step }: { readonly step: StepView }) {
  const say = useWords();
  const { head, isCommand, output, look, checks } = step;
  return (
    <li class="step" id={step.key}>
      <h3>{isCommand ? <code>$ {say(head)}</code> : say(head)}</h3>
      {output === null ? (
        <p class="quiet">{say(words.notYet)}</p>
      ) : (
        <Printed text={say(output)} isCommand={isCommand} />
      )}
      {look && (
        <p class="look">
          <b>{say(words.lookAt)}: </b>
          <Inline text={say(look)} />
        </p>
      )}
      <Checks checks={checks} />
    </li>
  );
}

function Printed({ text, isCommand }: { readonly text: string; readonly isCommand: boolean }) {
  const say = useWords();
  if (text === "") return isCommand ? <p class="quiet">{say(words.printedNothing)}</p> : null;
  const lines = text.split("\n");
  const printed = (shown: string) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <pre tabIndex={0}>{shown}</pre>
  );
  if (lines.length <= FOLDED_LINES) return printed(text);
  return (
    <>
      {printed(lines.slice(0, FOLDED_LINES - 4).join("\n"))}
      <details>
        <summary>
          {say(words.allLines)} ({lines.length})
        </summary>
        {printed(text)}
      </details>
    </>
  );
}
