import { FitAddon } from "@xterm/addon-fit";
import { Terminal } from "@xterm/xterm";
import { useEffect, useRef } from "preact/hooks";
import { useWords } from "../view/reader";
import { words } from "../view/words";
import { socketAddress } from "./connection";
import { senderTo } from "./sender";

/** A terminal that was opened. */
export interface OpenTerminal {
  readonly key: number;
  readonly title: string;
  /** What it is in: `container` and `task` by their ids, or `host`. */
  readonly kind: "container" | "task" | "host";
  readonly id: string;
}

export interface TerminalsProps {
  readonly open: readonly OpenTerminal[];
  readonly shown: number | undefined;
  readonly show: (key: number) => void;
  readonly close: (key: number) => void;
}

/** Terminals behind tabs; each goes on while another is shown. */
export function Terminals({ open, shown, show, close }: TerminalsProps) {
  const say = useWords();
  if (open.length === 0) return null;
  return (
    <section class="terminals" aria-label={say(words.terminals)}>
      <div role="tablist" aria-label={say(words.terminals)}>
        {open.map(({ key, title }) => (
          <span key={key} class={key === shown ? "tab shown" : "tab"}>
            <button type="button" role="tab" id={`tab-${key}`} aria-selected={key === shown} onClick={() => show(key)}>
              {title}
            </button>
            <button type="button" aria-label={`${say(words.close)} ${title}`} onClick={() => close(key)}>
              ×
            </button>
          </span>
        ))}
      </div>
      {open.map((terminal) => (
        <TerminalPane key={terminal.key} terminal={terminal} isShown={terminal.key === shown} />
      ))}
    </section>
  );
}

function TerminalPane({ terminal, isShown }: { readonly terminal: OpenTerminal; readonly isShown: boolean }) {
  const say = useWords();
  const pane = useRef<HTMLDivElement>(null);
  const fit = useRef<FitAddon | undefined>(undefined);
  useEffect(() => connect(terminal, pane.current!, fit, say(words.terminalEnded)), []);
  useEffect(() => {
    if (isShown) fit.current?.fit();
  }, [isShown]);
  return <div ref={pane} class="pane" role="tabpanel" aria-labelledby={`tab-${terminal.key}`} hidden={!isShown} />;
}

/** @returns what ends it */
function connect(
  { kind, id }: OpenTerminal,
  pane: HTMLElement,
  fitted: { current: FitAddon | undefined },
  ended: string,
): () => void {
  const screen = new Terminal({ cursorBlink: true, screenReaderMode: true, fontSize: 13, scrollback: 5000 });
  const fit = new FitAddon();
  fitted.current = fit;
  screen.loadAddon(fit);
  screen.open(pane);
  fit.fit();
  const size = { columns: `${screen.cols}`, rows: `${screen.rows}` };
  const socket = new WebSocket(socketAddress(`terminal?${new URLSearchParams({ kind, id, ...size })}`));
  socket.binaryType = "arraybuffer";
  socket.onmessage = ({ data }) => screen.write(new Uint8Array(data as ArrayBuffer));
  socket.onclose = ({ reason }) => screen.write(`\r\n\x1b[2m[${reason || ended}]\x1b[0m\r\n`);
  const send = senderTo(socket);
  const encoder = new TextEncoder();
  screen.onData((typed) => send(encoder.encode(typed)));
  screen.onBinary((typed) => send(Uint8Array.from(typed, (character) => character.charCodeAt(0))));
  screen.onResize(({ cols, rows }) => send(`${cols}x${rows}`));
  // What is selected is copied by Ctrl-C, as by Ctrl-Shift-C; without a selection Ctrl-C interrupts.
  screen.attachCustomKeyEventHandler((event) => {
    const isCopy =
      event.type === "keydown" && event.ctrlKey && event.key.toLowerCase() === "c" && screen.hasSelection();
    if (isCopy) {
      void navigator.clipboard.writeText(screen.getSelection());
      screen.clearSelection();
    }
    // The browser itself pastes.
    const isPaste = event.ctrlKey && event.key.toLowerCase() === "v";
    return !isCopy && !isPaste;
  });
  const resized = new ResizeObserver(() => {
    if (!pane.hidden) fit.fit();
  });
  resized.observe(pane);
  screen.focus();
  return () => {
    resized.disconnect();
    socket.close();
    screen.dispose();
  };
}
