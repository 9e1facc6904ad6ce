import { resolve } from "node:path";
import { isRemoteContext } from "../../../build-context";

/** More that a Dockerfile may copy from, by the name that it has there. */
export interface NamedContext {
  readonly name: string;
  /** As BuildKit takes it; of a folder nothing, which is sent over the session. */
  readonly source?: string;
  /** Absolute path of a folder. */
  readonly folder?: string;
}

const NAME = /^[a-z0-9]+(?:[._-][a-z0-9]+)*(?:[/:][a-z0-9]+(?:[._-][a-z0-9]+)*)*$/;
/** What BuildKit gets by itself. Source: https://docs.docker.com/reference/cli/docker/buildx/build/#build-context */
const FETCHED = /^docker-image:\/\/./;

/** `NAME=SOURCE` @throws TypeError where it does not read, with what is wrong */
export function parseNamedContext(text: string): NamedContext {
  const equals = text.indexOf("=");
  const [name, source] = [text.slice(0, equals), text.slice(equals + 1)];
  if (equals < 1 || source === "" || !NAME.test(name))
    throw new TypeError(
      `${JSON.stringify(text)} is no context; write \`NAME=FOLDER\`, \`NAME=docker-image://IMAGE\` or \`NAME=URL\`, the name in small letters`,
    );
  if (FETCHED.test(source) || isRemoteContext(source)) return { name, source };
  if (/^[a-z-]+:/.test(source))
    throw new TypeError(
      `${JSON.stringify(text)} is of a kind that the engine cannot fetch; write a folder, \`docker-image://IMAGE\` or a URL`,
    );
  return { name, folder: resolve(source) };
}

export function contextComplaint(text: string): string | undefined {
  try {
    parseNamedContext(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
