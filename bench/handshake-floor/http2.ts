import { createSecureServer } from "node:http2";
import { frame } from "../../provider/grpc/message-frames";
import { listening } from "./listening";

/* The least that a provider can be with Node's own TLS and HTTP/2: all that it says is ready before it starts. */
listening(({ certificate, key, client, answer }) => {
  const server = createSecureServer({
    cert: certificate,
    key,
    ca: client,
    requestCert: true,
    rejectUnauthorized: true,
  });
  server.on("stream", (stream) => {
    stream.resume().on("end", () => {
      stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
      stream.once("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
      stream.end(frame(answer));
    });
  });
  return (connection) => server.emit("connection", connection);
});
