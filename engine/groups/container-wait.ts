import type { Call, Client } from "../client";
import { EngineError } from "../errors";
import type { ContainerExit, ExpectedExit } from "./container-options";

interface WaitAnswer {
  readonly StatusCode: number;
  readonly Error?: { readonly Message?: string } | null;
}

/** The engine answers the call's headers as soon as it watches, and the body when the container has ended. */
export async function expectExit(client: Client, call: Call): Promise<ExpectedExit> {
  const exit = firstExit(client.address, await client.messages<WaitAnswer>(call));
  // Whoever does not ask any more is not told of the failure either.
  exit.catch(() => {});
  return { exit };
}

async function firstExit(address: string, answers: AsyncIterable<WaitAnswer>): Promise<ContainerExit> {
  for await (const { StatusCode, Error: failure } of answers)
    return { exitCode: StatusCode, error: failure?.Message || undefined };
  throw new EngineError({
    code: "connection-lost",
    what: `the engine at ${address} ended the wait for a container without an answer`,
    remedy: "Look into the engine's log for the reason, and try again.",
    address,
  });
}
