import type { Service } from "../../../../constructs/compose/keys/service";
import { list } from "../../../../constructs/compose/keys/shapes/collections";
import { coveredFields, fields } from "../../../../constructs/compose/keys/shapes/fields";
import { size, text } from "../../../../constructs/compose/keys/shapes/scalars";

const limits = coveredFields({ memory: size, pids: text });
const gone = { ignored: "remove it" };

test("a record that lacks what becomes of it on a target does not compile", () => {
  // @ts-expect-error both are missing
  fields({ user: { shape: text } });
  // @ts-expect-error `host` is missing
  fields({ user: { shape: text, swarm: gone } });
  // @ts-expect-error `swarm` is missing
  fields({ user: { shape: text, host: gone } });
  // @ts-expect-error a shape is no record
  fields({ user: text });
  // @ts-expect-error of four, none is `drop`
  fields({ user: { shape: text, swarm: { drop: "it" }, host: gone } });
  fields({ user: { shape: text, swarm: gone, host: gone } });
});

test("what stands under a key that is ignored or refused needs nothing more", () => {
  fields({ limits: { shape: limits, swarm: gone, host: gone } });
  fields({ limits: { shape: list(limits), swarm: { refused: "remove it" }, host: gone } });
  // @ts-expect-error Type '"swarm: pids"' is not assignable to type 'never'
  fields({ limits: { shape: limits, swarm: { becomes: "docker_service.limits" }, host: gone } });
  // @ts-expect-error the same on the other target
  fields({ limits: { shape: limits, swarm: gone, host: { becomes: "docker_container.memory" } } });
  // @ts-expect-error the same, in a list
  fields({ limits: { shape: list(limits), swarm: { does: "it" }, host: gone } });
  const builds = { whereBuilt: { does: "it" }, elsewhere: { ignored: "remove it" } };
  // @ts-expect-error where images are built, it is neither ignored nor refused
  fields({ limits: { shape: limits, swarm: builds, host: gone } });
});

test("a record's shape is the type of its value", () => {
  const service: Service = { hostname: "web", deploy: { replicas: 2, mode: "replicated" } };
  // @ts-expect-error a text
  const hostname: number | undefined = service.hostname;
  // @ts-expect-error one of four modes
  const other: Service = { deploy: { mode: "many" } };
  expect([hostname, other.deploy?.mode]).toEqual(["web", "many"]);
});
