import { logOf } from "../../../log";
import type { Message } from "../../protobuf";
import type { Diagnostic } from "../../schema/diagnostic";
import type { Provider } from "../../schema/provider";
import type { InFlight } from "../process/in-flight";
import { diagnosticsOfThrown } from "./bugs";
import { calls } from "./calls";
import { diagnosticMessage } from "./diagnostic-message";
import { type HandledCall, type Handler, handlers, type Request, type Response } from "./handlers";
import { ServedProvider } from "./served-provider";

const log = logOf("plugin");

/** Answers the calls of one process: a request's bytes in, a response's bytes out. */
export interface Answers {
  /** Never rejects: whatever is thrown becomes diagnostics of the response. */
  answer(call: HandledCall, request: Uint8Array): Promise<Buffer>;
  /** Lets go of what the provider holds. */
  close(): void;
}

// Each call has types of its own; from here on they are looked up by name.
type AnyCall = { request: Message<Request<HandledCall>, never>; response: Message<never, Response<HandledCall>> };

/** @param load called once; what it throws is told in the answer to each call */
export function createAnswers(load: () => Promise<Provider>, inFlight: InFlight): Answers {
  let loading: Promise<ServedProvider> | undefined;
  let provider: ServedProvider | undefined;
  const loaded = () => {
    loading ??= load().then((definition) => {
      provider = new ServedProvider(definition);
      return provider;
    });
    return loading;
  };

  return {
    async answer(name, bytes) {
      const call = calls[name] as unknown as AnyCall;
      const handle = handlers[name] as Handler<HandledCall>;
      const started = performance.now();
      let request: Request<HandledCall> | undefined;
      try {
        const decoded = call.request.decode(bytes);
        request = decoded;
        const response = await inFlight.run(async (signal) => handle(decoded, { provider: await loaded(), signal }));
        return call.response.encode(response);
      } catch (thrown) {
        const diagnostics = diagnosticsOfThrown(thrown, name);
        const kept = request && keptOf(name, request);
        return call.response.encode({ ...kept, ...told(name, diagnostics) });
      } finally {
        log.debug?.("answered", { call: name, type: typeOf(request), ms: Math.round(performance.now() - started) });
      }
    },

    close: () => provider?.close(),
  };
}

const typeOf = (request: Request<HandledCall> | undefined): string | undefined =>
  request && "type_name" in request ? request.type_name : undefined;

const keptOf = <N extends HandledCall>(name: N, request: Request<N>): Response<N> | undefined =>
  keptOnFailure[name]?.(request);

/** What went wrong, as an answer to the call has it: that of a function has one text. */
const told = (name: HandledCall, diagnostics: readonly Diagnostic[]): object =>
  name === "CallFunction"
    ? {
        error: {
          text: diagnostics.map(({ summary, detail }) => (detail ? `${summary}: ${detail}` : summary)).join("; "),
        },
      }
    : { diagnostics: diagnostics.map(diagnosticMessage) };

/** No state in an answer means that there is no object (any more): an error alone must not say that. */
const keptOnFailure: { readonly [N in HandledCall]?: (request: Request<N>) => Response<N> } = {
  ReadResource: (request) => ({
    new_state: request.current_state,
    private: request.private,
    new_identity: request.current_identity,
  }),
  ApplyResourceChange: (request) => ({
    new_state: request.prior_state,
    private: request.planned_private,
    new_identity: request.planned_identity,
  }),
};
