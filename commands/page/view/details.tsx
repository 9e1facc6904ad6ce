import type { ObjectDetails } from "../protocol";
import type { Chosen } from "./object-button";
import { useWords } from "./reader";
import { kindWords, words } from "./words";

export interface DetailsProps {
  readonly chosen: Chosen;
  /** null where it is gone; undefined before it was read. */
  readonly details: ObjectDetails | null | undefined;
  readonly close: () => void;
  /** @default - it has no terminal */
  readonly openTerminal?: () => void;
}

/** What inspect shows of an object, folded to what matters, and its logs. */
export function Details({ chosen, details, close, openTerminal }: DetailsProps) {
  const say = useWords();
  return (
    <aside class="details" aria-label={say(kindWords[chosen.kind])}>
      <div class="buttons">
        <h2>
          {say(kindWords[chosen.kind])} <code>{details?.name ?? ""}</code>
        </h2>
        {openTerminal && (
          <button type="button" onClick={openTerminal}>
            {say(words.openTerminal)}
          </button>
        )}
        <button type="button" onClick={close}>
          {say(words.close)}
        </button>
      </div>
      {details === undefined && <p class="quiet">{say(words.reading)}</p>}
      {details === null && <p class="quiet">{say(words.gone)}</p>}
      {details && (
        <>
          <dl>
            {details.facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {details.logs !== null && (
            <>
              <h3>{say(words.logs)}</h3>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
              <pre tabIndex={0}>{details.logs || say(words.printedNothing)}</pre>
            </>
          )}
          <details>
            <summary>{say(words.everything)}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
            <pre tabIndex={0}>{details.inspected}</pre>
          </details>
        </>
      )}
    </aside>
  );
}
