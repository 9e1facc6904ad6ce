import { connect } from "node:net";
import type { UnixAddress } from "../address";
import type { LimitTable } from "../limits";
import { opened } from "./socket";
import type { Transport } from "./transport";

/** The engine's own socket. */
export function unixTransport(address: UnixAddress, { connect: { head } }: LimitTable): Transport {
  return {
    connect: (signal) => opened(connect({ path: address.path }), "connect", address, signal, head),
  };
}
