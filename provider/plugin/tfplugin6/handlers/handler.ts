import type { Decoded, Encodable } from "../../../protobuf";
import type { CallName, calls } from "../calls";
import type { ServedProvider } from "../served-provider";

export interface Context {
  readonly provider: ServedProvider;
  /** Aborted when the call is to end early. */
  readonly signal: AbortSignal;
}

export type Request<N extends CallName> = Decoded<(typeof calls)[N]["request"]>;
export type Response<N extends CallName> = Encodable<(typeof calls)[N]["response"]>;
export type Handler<N extends CallName> = (request: Request<N>, context: Context) => Response<N> | Promise<Response<N>>;

/** StopProvider is not among them: it ends the calls rather than being one. */
export type HandledCall = Exclude<CallName, "StopProvider">;
export type Handlers<N extends HandledCall = HandledCall> = { readonly [K in N]: Handler<K> };
