import { status } from "@grpc/grpc-js";
import { BytesMessage, CheckAgentRequest } from "../../../../provider/buildkit/messages";
import { type Asking, ask, open, request, statusOf } from "./engine-side";

describe("ssh agents", () => {
  const [CHECK, FORWARD] = ["/moby.sshforward.v1.SSH/CheckAgent", "/moby.sshforward.v1.SSH/ForwardAgent"];
  const closed: string[] = [];
  beforeEach(() => closed.splice(0));

  /** One that says what it was asked, backwards. */
  const agentNamed = (name: string) => async () => ({
    answer: async (asked: Buffer) => Buffer.concat([Buffer.from(`${name} `), Buffer.from(asked).reverse()]),
    close: () => void closed.push(name),
  });
  const agents = { default: agentNamed("default"), other: agentNamed("other") };

  test("are offered where there are any, and checked by their ids", async () => {
    const { client, session } = await open({ agents });
    expect(session.headers["X-Docker-Expose-Session-Grpc-Method"]).toEqual(expect.arrayContaining([CHECK, FORWARD]));
    const check = (id: string) => ask(client, CHECK, CheckAgentRequest.encode({ id }));
    expect([await check(""), await check("other")]).toEqual([Buffer.alloc(0), Buffer.alloc(0)]);
    await expect(check("third")).rejects.toMatchObject({ code: status.NOT_FOUND });
    await expect(check("constructor")).rejects.toMatchObject({ code: status.NOT_FOUND });
  });

  const forwarded = async (asking: Asking, pieces: readonly string[]) => {
    const { client } = await open({ agents });
    const stream = request(client, asking, FORWARD);
    const chunks: Buffer[] = [];
    stream.on("data", (message: Buffer) => chunks.push(Buffer.from(BytesMessage.decode(message).data)));
    for (const piece of pieces) stream.write(BytesMessage.encode({ data: Buffer.from(piece, "latin1") }));
    stream.end();
    return { ...(await statusOf(stream)), told: Buffer.concat(chunks).toString("latin1") };
  };

  test("answer each message, whatever pieces it comes in, until they are let go", async () => {
    const pieces = ["\0\0\0\x02a", "b\0\0\0", "\x01c"];
    const { code, told } = await forwarded({ "buildkit.ssh.id": ["other"] }, pieces);
    expect({ code, told }).toEqual({ code: status.OK, told: "\0\0\0\x08other ba\0\0\0\x07other c" });
    expect(closed).toEqual(["other"]);
  });

  test.each([
    { what: "one that is not offered", asking: { "buildkit.ssh.id": ["third"] }, pieces: [], says: '"third"' },
    { what: "a message that no agent would take", asking: {}, pieces: ["\xff\xff\xff\xff"], says: "longer than" },
  ])("$what ends the call with why", async ({ asking, pieces, says }) => {
    const { code, details } = await forwarded(asking as Asking, pieces);
    expect({ code, details }).toEqual({ code: expect.any(Number), details: expect.stringContaining(says) });
    expect(code).not.toBe(status.OK);
  });
});
