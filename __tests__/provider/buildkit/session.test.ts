import { once } from "node:events";
import { connect, createServer } from "node:net";
import { status } from "@grpc/grpc-js";
import { BuildSession } from "../../../provider/buildkit";
import {
  CredentialsRequest,
  CredentialsResponse,
  GetSecretRequest,
  GetSecretResponse,
  HealthCheckResponse,
} from "../../../provider/buildkit/messages";
import { ask, DIFF_COPY, open } from "./session/engine-side";

test("says who it is and what can be asked of it", async () => {
  const { session } = await open({ id: "chosen" });
  expect(session.headers).toMatchObject({
    Upgrade: "h2c",
    "X-Docker-Expose-Session-Uuid": "chosen",
    "X-Docker-Expose-Session-Sharedkey": expect.stringMatching(/^[0-9a-f]{64}$/),
    "X-Docker-Expose-Session-Grpc-Method": [
      "/grpc.health.v1.Health/Check",
      DIFF_COPY,
      "/moby.filesync.v1.Auth/Credentials",
      "/moby.buildkit.secrets.v1.Secrets/GetSecret",
    ],
  });
});

test("is healthy", async () => {
  const { client } = await open({});
  const answer = await ask(client, "/grpc.health.v1.Health/Check", Buffer.alloc(0));
  expect(HealthCheckResponse.decode(answer)).toEqual({ status: 1 });
});

const logins = [
  { what: "user name and password", known: { username: "u", password: "p" }, told: { username: "u", secret: "p" } },
  { what: "a token in their place", known: { username: "u", identitytoken: "t" }, told: { username: "", secret: "t" } },
  { what: "none", known: undefined, told: { username: "", secret: "" } },
];
test.each(logins)("credentials of the registry that asks: $what", async ({ known, told }) => {
  const hosts: string[] = [];
  const { client } = await open({
    credentials: async (host) => {
      hosts.push(host);
      return known;
    },
  });
  const answer = await ask(client, "/moby.filesync.v1.Auth/Credentials", CredentialsRequest.encode({ host: "r:5000" }));
  expect(CredentialsResponse.decode(answer)).toEqual(told);
  expect(hosts).toEqual(["r:5000"]);
});

describe("secrets", () => {
  const path = "/moby.buildkit.secrets.v1.Secrets/GetSecret";

  test("by id", async () => {
    const { client } = await open({ secret: async (id) => Buffer.from(`secret of ${id}`) });
    const { data } = GetSecretResponse.decode(await ask(client, path, GetSecretRequest.encode({ id: "a" })));
    expect(Buffer.from(data).toString()).toBe("secret of a");
  });

  test("one that there is not", async () => {
    const { client } = await open({});
    const answer = ask(client, path, GetSecretRequest.encode({ id: "a" }));
    await expect(answer).rejects.toMatchObject({ code: status.NOT_FOUND });
  });
});

test("a session whose connection breaks is closed without a word", async () => {
  const session = new BuildSession({ folders: {}, credentials: async () => undefined, secret: async () => undefined });
  const server = createServer((socket) => {
    session.serve(socket);
    socket.destroy(new Error("gone"));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as { port: number }).port, "127.0.0.1");
  await once(socket, "close");
  session.close();
  server.close();
});
