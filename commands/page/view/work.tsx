import type { WorkView } from "../protocol";
import { useWords } from "./reader";
import { words } from "./words";

/** What `./lab` does, with what it says as it goes. */
export function Work({ work, stop }: { readonly work: WorkView; readonly stop: () => void }) {
  const say = useWords();
  const { command, isHere, isRunning, code, lines } = work;
  const state = isRunning
    ? say(words.running)
    : code === null
      ? say(words.ended)
      : code === 0
        ? say(words.succeeded)
        : `${say(words.failed)} ${code}`;
  return (
    <section class={`work ${isRunning ? "running" : code === 0 || code === null ? "good" : "bad"}`} aria-live="polite">
      <p>
        <code>$ {command}</code> <span class="state">{state}</span> {!isHere && <span>({say(words.elsewhere)})</span>}
        {isHere && isRunning && (
          <button type="button" onClick={stop}>
            {say(words.stop)}
          </button>
        )}
      </p>
      {lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <pre class="log" role="log" tabIndex={0}>
          {lines.join("\n")}
        </pre>
      )}
    </section>
  );
}
