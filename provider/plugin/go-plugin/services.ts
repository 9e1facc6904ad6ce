import { bytes, integer, message, singular, string } from "../protobuf";

const Empty = message({});
const ConnInfo = message({
  service_id: singular(1, integer),
  network: singular(2, string),
  address: singular(3, string),
});
const StdioData = message({ channel: singular(1, integer), data: singular(2, bytes) });

/** The calls of package `plugin` that go-plugin's client makes beside the provider's own. */
export const pluginCalls = {
  "GRPCController/Shutdown": { request: Empty, response: Empty, stream: "none" },
  "GRPCBroker/StartStream": { request: ConnInfo, response: ConnInfo, stream: "both" },
  "GRPCStdio/StreamStdio": { request: Empty, response: StdioData, stream: "response" },
} as const;
