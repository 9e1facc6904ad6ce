type Sent = string | Uint8Array<ArrayBuffer>;

/** Sends to a socket; what is given before it is open goes first once it is, and what is given after its end is dropped. */
export function senderTo(socket: WebSocket): (data: Sent) => void {
  const early: Sent[] = [];
  socket.addEventListener("open", () => {
    for (const data of early.splice(0)) socket.send(data);
  });
  return (data) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(data);
    else if (socket.readyState === WebSocket.CONNECTING) early.push(data);
  };
}
