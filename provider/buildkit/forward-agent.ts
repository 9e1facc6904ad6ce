import type { MessageStream } from "../grpc/message-stream";
import { AgentMessages, sshString } from "./agent-wire";
import { BytesMessage } from "./messages";
import type { SshAgent } from "./ssh-agent";

/** Answers what a step of a build asks an agent, one message after the other, until the step lets go. */
export async function forwardAgent(call: MessageStream, agent: SshAgent): Promise<void> {
  const messages = new AgentMessages();
  try {
    // A stream that is read to its end in the usual way is destroyed, and has still to be ended.
    for await (const { data } of received(call))
      for (const request of messages.push(data))
        call.write(BytesMessage.encode({ data: sshString(await agent.answer(request)) }));
  } finally {
    agent.close();
  }
}

async function* received(call: MessageStream) {
  for await (const message of call.iterator({ destroyOnReturn: false })) yield BytesMessage.decode(message as Buffer);
}
