import type { CheckView } from "../protocol";
import { useWords } from "./reader";
import { words } from "./words";

const signs = { true: "✓", false: "✗", null: "·" } as const;
const meanings = { true: words.holds, false: words.doesNotHold, null: words.notChecked } as const;

/** Lessons, each with whether it holds. */
export function Checks({ checks }: { readonly checks: readonly CheckView[] }) {
  const say = useWords();
  if (checks.length === 0) return null;
  return (
    <ul class="checks">
      {checks.map(({ teaches, holds, instead }) => {
        const state = String(holds) as keyof typeof signs;
        return (
          <li key={teaches.en} class={`check ${state}`}>
            <span class="sign" role="img" aria-label={say(meanings[state])} title={say(meanings[state])}>
              {signs[state]}
            </span>
            <span>
              <Inline text={say(teaches)} />
              {instead && <span class="instead">: {say(instead)}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Text in which what is between backticks is code. */
export function Inline({ text }: { readonly text: string }) {
  return (
    <>
      {text.split("`").map((part, index) => {
        const key = `${index}`;
        return index % 2 === 1 ? <code key={key}>{part}</code> : <span key={key}>{part}</span>;
      })}
    </>
  );
}
