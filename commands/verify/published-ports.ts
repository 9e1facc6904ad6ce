import { randomBytes } from "node:crypto";
import type { Engine } from "../../engine";
import type { PortRequest, PublishedPorts } from "../../stacks/lesson";
import { seen } from "../../stacks/seen";

const ANSWER_SECONDS = 10;

/** Those of an engine of this machine. */
export const portsHere: PublishedPorts = {
  async ask({ port, form, cookie }) {
    const url = `http://127.0.0.1:${port}/`;
    try {
      const { ok, status } = await fetch(url, {
        method: form === undefined ? "GET" : "POST",
        headers: { ...(form !== undefined && { "Content-Type": formType }), ...(cookie && { Cookie: cookie }) },
        body: form,
        signal: AbortSignal.timeout(ANSWER_SECONDS * 1000),
      });
      return ok ? undefined : seen.answered(url, status);
    } catch (error) {
      return seen.silent(url, (error as Error).message);
    }
  },
  close: async () => {},
};

/**
 * Those of an engine elsewhere: asked from a container in the network of its machine, which is made when the first is
 * asked, and ends by itself where ./lab is killed.
 *
 * @param machine the engine's name for it
 * @param image one that the engine has, with a shell, `sleep`, and bash or `nc`
 * @param name of the container
 */
export function portsThrough(
  engine: Engine,
  machine: string,
  image: () => Promise<string>,
  name = `docker-stages-verify-${randomBytes(4).toString("hex")}`,
): PublishedPorts {
  let started: Promise<string> | undefined;
  return {
    async ask(request) {
      started ??= image().then((found) => startAsker(engine, name, found));
      const env = [`PORT=${request.port}`, `REQUEST=${textOf(request)}`];
      const cmd = ["timeout", String(ANSWER_SECONDS), "sh", "-c", exchange];
      const { stdout, stderr } = await engine.exec.run(await started, { cmd, env });
      const [, status] = /^HTTP\/1\.[01] (\d{3})\b/.exec(stdout) ?? [];
      if (status?.startsWith("2")) return undefined;
      const url = `http://127.0.0.1:${request.port}/ on ${machine}`;
      return status ? seen.answered(url, status) : seen.silent(url, stderr.trim());
    },
    async close() {
      const asker = await started?.catch(() => undefined);
      if (asker) await engine.containers.tryRemove(asker, { force: true, volumes: true });
    },
  };
}

/** Seconds after which the container is gone in any case. */
const LIFE = "300";

async function startAsker(engine: Engine, name: string, image: string): Promise<string> {
  await engine.containers.create(name, {
    Image: image,
    Entrypoint: ["sleep"],
    Cmd: [LIFE],
    HostConfig: {
      // An engine with userns-remap lends its network to nobody else.
      ...{ NetworkMode: "host", UsernsMode: "host" },
      ...{ AutoRemove: true, Init: true, ReadonlyRootfs: true, CapDrop: ["ALL"], SecurityOpt: ["no-new-privileges"] },
    },
  });
  await engine.containers.start(name);
  return name;
}

const formType = "application/x-www-form-urlencoded";

const textOf = ({ port, form, cookie }: PortRequest): string =>
  [
    `${form === undefined ? "GET" : "POST"} / HTTP/1.0`,
    `Host: 127.0.0.1:${port}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    ...(form === undefined ? [] : [`Content-Type: ${formType}`, `Content-Length: ${Buffer.byteLength(form)}`]),
    "",
    form ?? "",
  ].join("\r\n");

/** Alpine's shell opens no connection, and Debian without more has no nc. */
const exchange = `if command -v nc >/dev/null
then printf %s "$REQUEST" | nc 127.0.0.1 "$PORT"
else exec bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$PORT" && printf %s "$REQUEST" >&3 && cat <&3'
fi`;
