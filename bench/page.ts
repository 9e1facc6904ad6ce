/**
 * How long `./lab page` takes to show a change of a swarm of 200 tasks on 10 nodes, from the message that tells it to
 * the frame that is drawn, in a browser beside its own server; and what stays in memory of 20,000 changes and 200
 * browsers that came and went. The changes are those of a real swarm, as page-recording.ts wrote them down.
 *
 *     node --expose-gc -r tsx/cjs bench/page.ts
 */
import { EventEmitter, once } from "node:events";
import { WebSocket } from "ws";
import { openBrowser } from "../__tests__/e2e/voting-app/browser";
import { Board } from "../commands/page/board";
import { openLive } from "../commands/page/server/live-socket";
import { pageAssets } from "../commands/page/server/page-assets";
import { PageServer } from "../commands/page/server/page-server";
import { median } from "./median";
import { PageMessages, recordedSections } from "./page-messages";
import { printTable } from "./print-table";

const CHANGES = 20_000;
const BROWSERS = 200;
const AIM = { update: 50, heap: 0.05 };

const messages = new PageMessages();
let told = 0;

/** The first again after the last. */
function tellNext(board: Board): void {
  messages.tell(board, told);
  told += 1;
}

/** Run in the page before its own script: tells of each message how long it is until the next frame is drawn. */
const measure = `
  const Original = WebSocket;
  window.WebSocket = class extends Original {
    constructor(url) {
      super(url);
      this.addEventListener("message", () => {
        const start = performance.now();
        requestAnimationFrame(() => {
          // What is posted in a frame comes once that was drawn.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => drawn(performance.now() - start);
          port2.postMessage(null);
        });
      });
    }
  };`;

async function timeUpdates(board: Board, server: PageServer): Promise<number[]> {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const drawings = new EventEmitter();
  await page.exposeFunction("drawn", (milliseconds: number) => drawings.emit("drawn", milliseconds));
  await page.addInitScript({ content: measure });
  for (const _ of recordedSections) tellNext(board);
  await page.goto(server.address);
  await page.locator(".task").nth(199).waitFor();
  const times: number[] = [];
  while (times.length < messages.changes) {
    const drawn = once(drawings, "drawn");
    tellNext(board);
    times.push(...((await drawn) as [number]));
  }
  await browser.close();
  return times;
}

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

/** Bytes before and after, and listeners. */
async function strain(board: Board, server: PageServer) {
  const url = new URL(server.address);
  const entered = await fetch(url, { redirect: "manual" });
  const headers = { cookie: entered.headers.get("set-cookie")!.split(";")[0]!, origin: url.origin };
  const live = `ws://${url.host}${entered.headers.get("location")}live`;
  const visit = async (changes: number) => {
    const socket = new WebSocket(live, { headers });
    await once(socket, "message");
    for (let each = 0; each < changes; each += 1) {
      tellNext(board);
      if (each % 20 === 0) await once(socket, "message");
    }
    socket.terminate();
    await once(socket, "close");
  };
  const settle = async () => {
    while (board.listenerCount > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  // The first visits load what is loaded once.
  for (let each = 0; each < 20; each += 1) await visit(CHANGES / BROWSERS);
  await settle();
  const before = heap();
  for (let each = 0; each < BROWSERS; each += 1) await visit(CHANGES / BROWSERS);
  await settle();
  return { before, after: heap(), listeners: board.listenerCount };
}

async function main(): Promise<void> {
  if (!globalThis.gc) throw new Error("needs `node --expose-gc`");
  const stage = { name: "stage4", isDeployed: true, isInSwarm: true, steps: [], checks: [], addresses: [] };
  const board = new Board();
  board.set("stages", [stage]);
  const assets = await pageAssets({ language: "en", hostShell: false, stages: ["stage4"] });
  const sockets = { live: (socket: WebSocket) => openLive(socket, board) };
  const server = await PageServer.listen(0, { assets, questions: {}, orders: {}, sockets });
  const times = (await timeUpdates(board, server)).sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)]!;
  const { before, after, listeners } = await strain(board, server);
  await server.close();
  const growth = after / before - 1;
  const sent = [...assets]
    .filter(([name]) => name.startsWith("page."))
    .reduce((sum, [, { zipped }]) => sum + zipped.length, 0);
  printTable(
    ["what", "seen", "aim"],
    [
      [`${messages.changes} updates, from message to frame: median`, `${median(times).toFixed(1)} ms`, ""],
      ["the same: 95 %", `${p95.toFixed(1)} ms`, `under ${AIM.update} ms`],
      [
        `heap after ${CHANGES} changes and ${BROWSERS} browsers`,
        `${(100 * growth).toFixed(1)} %`,
        `within ${100 * AIM.heap} %`,
      ],
      ["listeners that are left", `${listeners}`, "0"],
      ["over the wire", `${(sent / 1000).toFixed(0)} kB`, "under 400 kB"],
    ],
  );
  if (p95 >= AIM.update || Math.abs(growth) > AIM.heap || listeners > 0) process.exitCode = 1;
}

void main();
