import type { ObjectKind } from "../../engine";
import { refusalError } from "../../engine/refusals";
import type { Refused } from "../e2e/engine/refusals/record";

/** What a refusal is taken for, and, where it is about a container, for which attribute's. */
export function taken({ status, words, kind }: Refused) {
  const object = kind === undefined ? undefined : { kind: kind as ObjectKind, name: "x" };
  const error = refusalError({
    status,
    engineMessage: words,
    object,
    call: "POST /",
    address: "unix:///var/run/docker.sock",
  });
  return { code: error.code, fault: kind === "container" ? error.fault?.is : undefined };
}
