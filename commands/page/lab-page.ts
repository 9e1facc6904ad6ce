import type { Engine } from "../../engine";
import { own } from "../../foreign/own";
import { type Language, languages } from "../../languages/text";
import { namePrefix } from "../prefix";
import type { Stage } from "../stages";
import { isDeployed } from "../state-file";
import { Board } from "./board";
import { Guide } from "./guide/guide";
import { proseOf } from "./guide/prose";
import { coalesced } from "./picture/coalesced";
import { LivePicture } from "./picture/live-picture";
import { detailsOf } from "./picture/object-details";
import { type Action, actions, type ObjectKind } from "./protocol";
import { openLive } from "./server/live-socket";
import { pageAssets } from "./server/page-assets";
import { PageServer, type Routes } from "./server/page-server";
import { openContainerTerminal } from "./terminals/container-terminal";
import { openHostTerminal } from "./terminals/host-terminal";
import { type OpenTerminal, Terminals } from "./terminals/terminal-socket";
import { labProcess } from "./work/lab-process";
import { Worker } from "./work/worker";

export interface LabPageOptions {
  readonly engine: Engine;
  readonly stages: readonly Stage[];
  readonly language: Language;
  /** 0 for any that is free. */
  readonly port: number;
  /** Whether there is a terminal of this user's own shell. */
  readonly hostShell: boolean;
}

/** Milliseconds between two looks at files, of which the engine tells nothing. */
const FILES_MS = 1000;
/** Milliseconds after which what changed on the engine may have moved an address. */
const ADDRESSES_MS = 500;

/** The labs' page: what it shows, kept up to date, and what it lets do. */
export class LabPage {
  readonly board = new Board();
  private readonly leaving = new AbortController();
  private readonly picture: LivePicture;
  private readonly guide: Guide;
  private readonly worker = new Worker(this.board);
  private readonly terminals = new Terminals();
  private server: PageServer | undefined;
  private following: Promise<void> | undefined;

  constructor(private readonly options: LabPageOptions) {
    const { engine, stages } = options;
    const { signal } = this.leaving;
    this.picture = new LivePicture({ engine, prefix: namePrefix(), stages, signal }, this.board);
    this.guide = new Guide(stages, engine, this.board);
  }

  /** Begins to look, and to serve. @returns the address to open @throws the listener's error */
  async open(): Promise<string> {
    const { language, hostShell, port, stages } = this.options;
    const assets = await pageAssets({ language, hostShell, stages });
    this.server = await PageServer.listen(port, { ...this.routes(), assets });
    this.follow();
    return this.server.address;
  }

  /** Begins to look. */
  follow(): void {
    const { signal } = this.leaving;
    this.following = this.picture.follow();
    const findAddresses = coalesced(() => this.guide.findAddresses().catch(() => {}), ADDRESSES_MS, signal);
    let engine = this.board.get("engine");
    const stopListening = this.board.listen(() => {
      if (engine === this.board.get("engine")) return;
      engine = this.board.get("engine");
      findAddresses();
    });
    const files = setInterval(() => this.lookAtFiles(), FILES_MS);
    signal.addEventListener("abort", () => {
      clearInterval(files);
      stopListening();
    });
    this.lookAtFiles();
  }

  /** All that it shows by now as one file without scripts, the lessons of what is deployed checked. */
  async snapshot(): Promise<string> {
    const { signal } = this.leaving;
    await this.picture.look();
    await this.guide.findAddresses();
    for (const stage of this.options.stages) if (isDeployed(stage)) await this.guide.verify(stage)(() => {}, signal);
    const { snapshotHtml } = require("./snapshot/snapshot") as typeof import("./snapshot/snapshot");
    const html = await snapshotHtml(this.board, this.options.language, new Date());
    await this.close();
    return html;
  }

  /** Ends terminals, what was begun here, and the server. */
  async close(): Promise<void> {
    await Promise.all([this.terminals.close(), this.worker.close()]);
    this.leaving.abort();
    await this.server?.close();
    await this.following;
  }

  private lookAtFiles(): void {
    this.guide.look();
    this.worker.lookElsewhere();
  }

  private routes(): Omit<Routes, "assets"> {
    return {
      questions: {
        details: async (query) => this.details(query.get("kind") as ObjectKind, query.get("id") ?? ""),
        prose: async (query) => this.prose(query.get("stage") ?? "", query.get("language") ?? ""),
      },
      orders: {
        act: (query) => this.act(query.get("action") ?? "", query.get("stage") ?? ""),
        stop: () => this.worker.stop(),
      },
      sockets: {
        live: (socket) => openLive(socket, this.board),
        terminal: (socket, query) => void this.terminals.connect(socket, query, this.terminalOf(query)),
      },
    };
  }

  private details(kind: ObjectKind, id: string): Promise<object | undefined> {
    const { engine } = this.options;
    return detailsOf(kind, id, this.board, { engine, nodes: () => this.picture.nodeEngines() });
  }

  private async prose(stage: string, language: string): Promise<object | undefined> {
    const isThere = this.options.stages.includes(stage as Stage) && languages.includes(language as Language);
    return isThere ? { html: await proseOf(stage, language as Language) } : undefined;
  }

  private act(action: string, stage: string): boolean {
    if (!actions.includes(action as Action) || !this.options.stages.includes(stage as Stage)) return false;
    const job = action === "verify" ? this.guide.verify(stage as Stage) : labProcess(action, stage);
    return this.worker.start(`./lab ${action} ${stage}`, job);
  }

  /** Into what the picture shows alone: a container of the labs, one of a task, or this user's shell where that was asked for. */
  private terminalOf(query: URLSearchParams): OpenTerminal | undefined {
    const id = query.get("id") ?? "";
    return own(this.terminalsByKind, query.get("kind") ?? "")?.(id);
  }

  private readonly terminalsByKind: Readonly<Record<string, (id: string) => OpenTerminal | undefined>> = {
    host: () => (this.options.hostShell ? openHostTerminal : undefined),
    container: (id) => {
      const isShown = this.board.get("engine").containers.some((each) => each.id === id && each.isRunning);
      return isShown ? (...args) => openContainerTerminal(this.options.engine, id, ...args) : undefined;
    },
    task: (id) => {
      const { tasks = [], nodes = [] } = this.board.get("swarm") ?? {};
      const task = tasks.find((each) => each.id === id && each.container !== "");
      const node = nodes.find((each) => each.id === task?.node);
      const engine = node && this.picture.engineOf(node.container);
      return task && engine ? (...args) => openContainerTerminal(engine, task.container, ...args) : undefined;
    },
  };
}
