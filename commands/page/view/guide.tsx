import { own } from "../../../foreign/own";
import type { Text } from "../../../languages/text";
import { type Action, actions, type StageView } from "../protocol";
import { Checks } from "./checks";
import { useWords } from "./reader";
import { Step } from "./step";
import { actionWords, addressWords, words } from "./words";

export interface GuideProps {
  readonly stage: StageView;
  /** Whether something is being done. */
  readonly isBusy: boolean;
  /** @default - there are no buttons */
  readonly act?: (action: Action, stage: string) => void;
  /** The guide's own text as HTML, once it was opened. @default - there is none to open */
  readonly prose?: { readonly html: string | undefined; open(): void };
}

/** A stage from its first step to its last. */
export function Guide({ stage, isBusy, act, prose }: GuideProps) {
  const say = useWords();
  const nameOf = (address: { readonly name: string }) => say(own(addressWords, address.name) ?? same(address.name));
  const { name, isDeployed, steps, checks, addresses } = stage;
  return (
    <section aria-labelledby={`${name}-title`} class="stage">
      <h2 id={`${name}-title`}>
        {name}{" "}
        <span class={isDeployed ? "badge on" : "badge"}>{say(isDeployed ? words.deployed : words.notDeployed)}</span>
      </h2>
      {act && (
        <div class="buttons">
          {actions.map((action) => (
            <button key={action} type="button" disabled={isBusy} onClick={() => act(action, name)}>
              {say(actionWords[action])}
            </button>
          ))}
        </div>
      )}
      {addresses.length > 0 && (
        <p class="addresses">
          {addresses.map((address) => (
            <a key={address.name} href={address.url} target="_blank" rel="noreferrer">
              {nameOf(address)}: {address.url}
            </a>
          ))}
        </p>
      )}
      {prose && (
        <details class="prose" onToggle={prose.open}>
          <summary>{say(words.wholeGuide)}</summary>
          {prose.html === undefined ? (
            <p class="quiet">{say(words.reading)}</p>
          ) : (
            <div dangerouslySetInnerHTML={{ __html: prose.html }} />
          )}
        </details>
      )}
      <ol class="steps" aria-label={say(words.steps)}>
        {steps.map((step) => (
          <Step key={step.key} step={step} />
        ))}
      </ol>
      {checks.length > 0 && <h3>{say(words.alsoTaught)}</h3>}
      <Checks checks={checks} />
    </section>
  );
}

/** What is the same in every language. */
const same = (text: string): Text => ({ en: text, es: text });
