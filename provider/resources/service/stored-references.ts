import type { Engine, TaskSpecContainerSpec } from "../../../engine";
import { attributeError } from "../../schema";

/** What the swarm wants of a secret or config: its id and its name; people give one of them. */
interface Reference {
  readonly id: string | undefined;
  readonly name: string | undefined;
}

interface Group {
  list(options: { filters: { name: string[] }; signal: AbortSignal }): Promise<Found[]>;
  tryInspect(id: string, options: { signal: AbortSignal }): Promise<Found | undefined>;
}
interface Found {
  readonly ID: string;
  readonly Spec: { readonly Name?: string | null };
}

/** The specification with the id and the name of each secret and config that it refers to by one of them. */
export async function withStoredReferences(
  engine: Engine,
  spec: TaskSpecContainerSpec,
  signal: AbortSignal,
): Promise<TaskSpecContainerSpec> {
  const [Secrets, Configs] = await Promise.all([
    spec.Secrets &&
      Promise.all(
        spec.Secrets.map(async (secret) => {
          const { id, name } = await resolve(
            "secret",
            engine.secrets,
            { id: secret.SecretID, name: secret.SecretName },
            signal,
          );
          return { ...secret, SecretID: id, SecretName: name };
        }),
      ),
    spec.Configs &&
      Promise.all(
        spec.Configs.map(async (config) => {
          const { id, name } = await resolve(
            "config",
            engine.configs,
            { id: config.ConfigID, name: config.ConfigName },
            signal,
          );
          return { ...config, ConfigID: id, ConfigName: name };
        }),
      ),
  ]);
  return { ...spec, Secrets, Configs };
}

async function resolve(kind: "secret" | "config", group: Group, { id, name }: Reference, signal: AbortSignal) {
  if (id && name) return { id, name };
  const path = ["task_spec", 0, "container_spec", 0, `${kind}s`];
  if (!id && !name)
    throw attributeError(path, `a ${kind} has neither id nor name`, `set \`${kind}_id\` or \`${kind}_name\``);
  const found = id
    ? await group.tryInspect(id, { signal })
    : (await group.list({ filters: { name: [name!] }, signal })).find(({ Spec }) => Spec.Name === name);
  if (!found)
    throw attributeError(
      path,
      `${kind} "${id || name}" does not exist`,
      `make it first (\`docker_${kind}\`, or \`docker ${kind} create\`), or correct its ${id ? "id" : "name"}`,
    );
  return { id: found.ID, name: found.Spec.Name ?? name };
}
