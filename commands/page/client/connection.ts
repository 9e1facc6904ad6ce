import type { SectionMessage } from "../protocol";

/** Milliseconds before a server that does not answer is asked again. */
const RETRY_MS = 1000;

export interface ConnectionListener {
  received(message: SectionMessage): void;
  /** Whether the server answers. */
  connected(isConnected: boolean): void;
}

/** Follows the server's sections, and comes back to it for as long as the page is open. */
export function follow(listener: ConnectionListener): void {
  const socket = new WebSocket(socketAddress("live"));
  socket.onopen = () => listener.connected(true);
  socket.onmessage = ({ data }) => listener.received(JSON.parse(data as string) as SectionMessage);
  socket.onclose = () => {
    listener.connected(false);
    setTimeout(() => follow(listener), RETRY_MS);
  };
}

/** Of a socket beside the page. */
export function socketAddress(path: string): string {
  const url = new URL(path, location.href);
  url.protocol = "ws:";
  return url.href;
}
