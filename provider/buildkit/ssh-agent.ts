import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { AgentMessages, SshReader, sshString, sshStrings } from "./agent-wire";
import type { SshKey } from "./ssh-key";

/** What signs for a build, without giving away a key. */
export interface SshAgent {
  /** The answer to one message. */
  answer(request: Buffer): Promise<Buffer> | Buffer;
  close(): void;
}

/** Source: https://datatracker.ietf.org/doc/html/draft-ietf-sshm-ssh-agent */
const Message = { failure: 5, listKeys: 11, keys: 12, sign: 13, signature: 14 } as const;
const FAILURE = Buffer.of(Message.failure);

/** An agent of these keys alone. */
export const agentOf = (keys: readonly SshKey[]): SshAgent => ({
  answer(request) {
    const message = new SshReader(request);
    const kind = message.byte();
    if (kind === Message.listKeys) {
      const count = Buffer.alloc(4);
      count.writeUInt32BE(keys.length);
      return Buffer.concat([
        ...[Buffer.of(Message.keys), count],
        ...keys.map(({ blob, comment }) => sshStrings(blob, comment)),
      ]);
    }
    if (kind !== Message.sign) return FAILURE;
    const blob = message.string();
    const data = message.string();
    const key = keys.find((each) => each.blob.equals(blob));
    return key ? Buffer.concat([Buffer.of(Message.signature), sshString(key.sign(data, message.integer()))]) : FAILURE;
  },
  close() {},
});

/** The agent behind a socket: it is asked for its keys and for signatures, and nobody changes what it has. */
export async function agentBehind(path: string): Promise<SshAgent> {
  const socket = connect(path);
  await once(socket, "connect");
  // Whoever waits for an answer learns of it; nobody else is to.
  socket.on("error", () => {});
  const answers = answersFrom(socket);
  return {
    async answer(request) {
      if (request[0] !== Message.listKeys && request[0] !== Message.sign) return FAILURE;
      socket.write(sshString(request));
      const { value, done } = await answers.next();
      if (done) throw new Error(`the agent at ${path} has gone`);
      return value;
    },
    close: () => socket.destroy(),
  };
}

async function* answersFrom(socket: Socket): AsyncGenerator<Buffer, void> {
  const messages = new AgentMessages();
  for await (const chunk of socket) yield* messages.push(chunk as Buffer);
}
