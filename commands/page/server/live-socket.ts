import type { WebSocket } from "ws";
import type { Board } from "../board";
import type { SectionName } from "../protocol";

/**
 * Keeps a page up to date: a section at a time, the next once the one before is on its way. Whoever reads slowly is
 * sent what is by then, and never what was in between.
 */
export function openLive(socket: WebSocket, board: Board): void {
  const seen = new Map<SectionName, number>();
  let isSending = false;
  const send = (): void => {
    if (isSending) return;
    const message = board.next(seen);
    if (message === undefined) return;
    isSending = true;
    socket.send(message, (error) => {
      isSending = false;
      if (!error) send();
    });
  };
  socket.on("close", board.listen(send));
  send();
}
