import { useCallback, useEffect, useState } from "preact/hooks";
import type { Language } from "../../../languages/text";
import type { Action, ObjectDetails, Received } from "../protocol";
import { Details } from "../view/details";
import { Guide } from "../view/guide";
import type { Chosen } from "../view/object-button";
import { Picture } from "../view/picture";
import { Reader } from "../view/reader";
import { words } from "../view/words";
import { Work } from "../view/work";
import { act, askDetails, askProse, stopWork } from "./requests";
import { type OpenTerminal, Terminals } from "./terminals";

export interface PageProps {
  readonly sections: Received;
  readonly isConnected: boolean;
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  readonly hasHostShell: boolean;
  readonly stages: readonly string[];
}

/** The guide on the left, the live picture and terminals on the right. */
export function Page({ sections, isConnected, language, chooseLanguage, hasHostShell, stages }: PageProps) {
  const say = (text: { readonly [Name in Language]: string }) => text[language];
  const stage = useStage(stages);
  const details = useDetails();
  const terminals = useTerminals();
  const { engine, swarm = null, votes = null, work, trouble } = sections;
  const shown = sections.stages?.find(({ name }) => name === stage);
  // Stages of one swarm have one picture.
  const pictured = sections.stages?.filter((each) => each === shown || (shown?.isInSwarm && each.isInSwarm)) ?? [];
  const prose = useProse(stage, language);
  const isBusy = work?.isRunning ?? false;
  const start = async (action: Action, name: string) => {
    if (!(await act(action, name))) alert(say(words.busy));
  };
  return (
    <Reader.Provider value={language}>
      <header>
        <h1>docker-stages</h1>
        <nav aria-label={say(words.stages)}>
          {stages.map((name) => (
            <a key={name} href={`#${name}`} aria-current={name === stage ? "page" : undefined}>
              {name}
            </a>
          ))}
        </nav>
        {hasHostShell && (
          <button
            type="button"
            class="host"
            onClick={() => terminals.open({ kind: "host", id: "", title: say(words.hostShell) })}
          >
            {say(words.hostShell)}
          </button>
        )}
        <button
          type="button"
          lang={language === "en" ? "es" : "en"}
          onClick={() => chooseLanguage(language === "en" ? "es" : "en")}
        >
          {say(words.language)}
        </button>
      </header>
      {!isConnected && (
        <p class="trouble" role="alert">
          {say(words.lost)}
        </p>
      )}
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <main>
        <section class="left" aria-label={say(words.guide)}>
          {work && <Work work={work} stop={() => void stopWork()} />}
          {shown && (
            <Guide
              key={stage}
              stage={shown}
              isBusy={isBusy}
              act={(action, name) => void start(action, name)}
              prose={prose}
            />
          )}
        </section>
        <section class="right" aria-label={say(words.picture)}>
          {engine && <Picture stages={pictured} engine={engine} swarm={swarm} votes={votes} choose={details.choose} />}
          {details.chosen && (
            <Details
              chosen={details.chosen}
              details={details.found}
              close={details.close}
              openTerminal={terminalOf(details.chosen, sections, details.found, terminals.open)}
            />
          )}
          <Terminals open={terminals.all} shown={terminals.shown} show={terminals.show} close={terminals.close} />
        </section>
      </main>
    </Reader.Provider>
  );
}

/** What opens a terminal in what was chosen; undefined where nothing of it runs. */
function terminalOf(
  { kind, id }: Chosen,
  { engine, swarm }: Received,
  details: ObjectDetails | null | undefined,
  open: (terminal: Omit<OpenTerminal, "key">) => void,
): (() => void) | undefined {
  const title = details?.name ?? "";
  const container = kind === "node" ? swarm?.nodes.find((node) => node.id === id)?.container : undefined;
  const found = engine?.containers.find((each) => (kind === "container" ? each.id === id : each.name === container));
  if (kind === "task") return () => open({ kind, id, title });
  return found?.isRunning ? () => open({ kind: "container", id: found.id, title }) : undefined;
}

/** The stage that the address names behind its `#`, or else the first. */
function useStage(stages: readonly string[]): string {
  const named = () => stages.find((name) => location.hash === `#${name}`) ?? stages[0]!;
  const [stage, setStage] = useState(named);
  useEffect(() => {
    const follow = () => setStage(named());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return stage;
}

/** The object that was chosen, as it is shown in full. */
function useDetails() {
  const [state, setState] = useState<{ chosen?: Chosen; found?: ObjectDetails | null }>({});
  const choose = useCallback(async (chosen: Chosen) => {
    setState({ chosen });
    const found = await askDetails(chosen);
    setState((now) => (now.chosen === chosen ? { chosen, found } : now));
  }, []);
  return {
    ...state,
    choose,
    close: () => setState({}),
  };
}

let lastKey = 0;

function useTerminals() {
  const [state, setState] = useState<{ all: readonly OpenTerminal[]; shown?: number }>({ all: [] });
  return {
    ...state,
    open: (terminal: Omit<OpenTerminal, "key">) => {
      lastKey += 1;
      const key = lastKey;
      setState(({ all }) => ({ all: [...all, { ...terminal, key }], shown: key }));
    },
    show: (shown: number) => setState(({ all }) => ({ all, shown })),
    close: (key: number) =>
      setState(({ all, shown }) => {
        const rest = all.filter((each) => each.key !== key);
        return { all: rest, shown: shown === key ? rest.at(-1)?.key : shown };
      }),
  };
}

/** The text of a stage's guide, read when it is opened. */
function useProse(stage: string, language: Language) {
  const [read, setRead] = useState<Readonly<Record<string, string>>>({});
  const key = `${stage} ${language}`;
  return {
    html: read[key],
    open: async () => {
      if (read[key] !== undefined) return;
      const html = await askProse(stage, language);
      setRead((before) => ({ ...before, [key]: html }));
    },
  };
}
