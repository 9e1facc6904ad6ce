import { dictionary, fields, list, texts } from "./collections";
import { containerKeys, workloadKeys } from "./container-keys";
import { deploy } from "./deploy";
import { flag, integer, text } from "./scalars";
import { byKind, type Decoded, type Shape, unlessEmpty } from "./shape";
import { develop, hooks, provider } from "./unsupported-keys";

/** `extends` is carried out before; what is left of it was reported. */
const extended = byKind({ scalar: text, mapping: fields({ service: text, file: text }) });

/** Every key of a service. @see https://docs.docker.com/reference/compose-file/services/ */
export const service = fields({
  ...containerKeys,
  ...workloadKeys,
  attach: flag,
  container_name: text,
  deploy,
  develop,
  extends: extended,
  external_links: texts,
  links: texts,
  post_start: hooks,
  pre_start: list(fields({ ...containerKeys, per_replica: flag })),
  pre_stop: hooks,
  profiles: texts,
  provider,
  restart: unlessEmpty(restart()),
  scale: integer(),
});

export type Service = Decoded<typeof service>;

/** The networks that a service is on; one that names none is on `default`. */
export function networksOf({ networks }: Service): readonly string[] {
  const names = Object.keys(networks ?? {});
  return names.length > 0 ? names : ["default"];
}

export interface Restart {
  readonly condition: "none" | "any" | "on-failure";
  readonly attempts?: number;
}

/** `no`, `always`, `unless-stopped`, `on-failure[:ATTEMPTS]`. */
function restart(): Shape<Restart> {
  const words = ["no", "always", "unless-stopped", "on-failure", "on-failure:N"];
  return {
    forms: words.join(", "),
    decode(node, key, { problems }) {
      const written = node.kind === "scalar" ? node.text : "";
      const [, attempts] = /^on-failure(?::(\d+))?$/.exec(written) ?? [];
      if (written === "no" || (node.kind === "scalar" && node.value === false)) return { condition: "none" };
      if (written === "always" || written === "unless-stopped") return { condition: "any" };
      if (written.startsWith("on-failure") && /^on-failure(?::\d+)?$/.test(written)) {
        return attempts === undefined
          ? { condition: "on-failure" }
          : { condition: "on-failure", attempts: Number(attempts) };
      }
      const origin = node.kind === "scalar" ? node : { ...node, end: node.start + 1 };
      problems.report("not-allowed", origin, { key, value: written, allowed: words });
      return undefined;
    },
  };
}

export const services = dictionary(service);
