import type { Plugin } from "../../engine";
import { canonical, tryParseReference } from "../../registry";
import { bool, type Config, number, type Observed, setOf, string, stringSet } from "../schema";
import { each, like, whole } from "../schema/validators";
import { byIdOrName, type DockerCall, defineResource } from "./define";
import { imageNameComplaint } from "./image/name";
import { logProgress } from "./image/progress";
import type { NamedLeftover } from "./leftover";
import { assertGranted } from "./plugin/permissions";
import { withPath } from "./with-path";

const TYPE = "docker_plugin";

const schema = {
  id: string({ computed: true, doc: "The engine's id of the plugin." }),
  name: string({
    required: true,
    forceNew: true,
    same: isSameName,
    validate: imageNameComplaint,
    doc: "Name of the plugin in its registry, `registry.example.com/plugin:1`. Without a tag, `latest` is meant.",
  }),
  alias: string({
    optional: true,
    computed: true,
    forceNew: true,
    zero: "",
    same: isSameName,
    doc: "What it is called on the engine. Default: `name`.",
  }),
  enabled: bool({ optional: true, default: true, doc: "Whether it runs." }),
  enable_timeout: number({
    optional: true,
    validate: whole(0),
    doc: "Seconds that it is given to listen when it is enabled. Default: the engine's.",
  }),
  env: stringSet({
    optional: true,
    computed: true,
    validate: each(like(/^[^=]+=/, "variable", "`NAME=VALUE`")),
    doc: "Variables of its environment, `NAME=VALUE` each, of those that it lets be set. It is disabled while one is changed. Default: its own.",
  }),
  grant_all_permissions: bool({
    optional: true,
    conflictsWith: ["grant_permissions"],
    doc: "Allow it whatever it asks for.",
  }),
  grant_permissions: setOf(
    {
      name: string({ required: true, doc: "What it may be allowed: `network`, `mount`, `capabilities` and so on." }),
      value: stringSet({ required: true, doc: "What of it: `host`, `/data`, `CAP_SYS_ADMIN`." }),
    },
    {
      conflictsWith: ["grant_all_permissions"],
      doc: "Something that it is allowed. One that asks for more is not installed, and what it asks for is told.",
    },
  ),
  force_disable: bool({ optional: true, doc: "Disable it even where something uses it." }),
  force_destroy: bool({ optional: true, doc: "Remove it even where something uses it." }),
  plugin_reference: string({ computed: true, doc: "Name of the plugin in its registry, as the engine has it." }),
} as const;

/** Engines write a reference in one way. */
function isSameName(a: string, b: string): boolean {
  const [left, right] = [a, b].map((name) => {
    const parsed = tryParseReference(name);
    return "complaint" in parsed ? name : canonical(parsed);
  });
  return left === right;
}

const leftover: NamedLeftover = {
  kind: "plugin",
  removeNamed: (engine, { name }) => engine.plugins.tryRemove(name, { force: true }),
};

type Asked = Config<typeof schema>;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Plugin */
export const plugin = defineResource({
  type: TYPE,
  leftover,
  doc: "A plugin that the engine manages: of volumes, networks, logs. Swarms do not spread it: each node has its own.",
  schema,
  imports: byIdOrName,

  async create(call) {
    const { planned, engine, journal, registries, made, signal } = call;
    const { name } = planned;
    const alias = planned.alias ?? name;
    const auth = await registries.for(name);
    const note = { type: TYPE, name: alias, engine: engine.url };
    if (journal.orphansNamed(note).length > 0) await leftover.removeNamed(engine, journal.orphansNamed(note)[0]!);
    journal.settleNamed(note);
    const privileges = await withPath(["name"], engine.plugins.privileges(name, { auth, signal }));
    assertGranted(name, privileges, planned);
    const { nonce } = journal.open(note);
    try {
      const onProgress = logProgress(name);
      await withPath(["name"], engine.plugins.pull(name, { alias, privileges, auth, signal, onProgress }));
    } catch (error) {
      // It was not this run that installed what has the name.
      if (!signal.aborted) journal.settle(nonce);
      throw error;
    }
    made(tell(await engine.plugins.inspect(alias, { signal }), planned));
    await settle(call, alias, planned);
    return tell(await engine.plugins.inspect(alias, { signal }), planned);
  },

  async read({ state, asked, engine, journal, signal }) {
    const found = await engine.plugins.tryInspect(state.id, { signal });
    if (!found) return undefined;
    journal.settleNamed({ type: TYPE, name: state.alias ?? found.Name, engine: engine.url });
    return tell(found, asked);
  },

  async update(call) {
    const { state, planned, engine, signal } = call;
    const { id } = state;
    await settle(call, id, planned);
    return tell(await engine.plugins.inspect(id, { signal }), planned);
  },

  async delete({ state, engine, signal }) {
    const { id, force_destroy: isForced = false, force_disable: isDisabled = false } = state;
    const found = await engine.plugins.tryInspect(id, { signal });
    if (!found) return;
    if (found.Enabled && !isForced)
      await withPath(["force_disable"], engine.plugins.disable(id, { force: isDisabled, signal }));
    await engine.plugins.tryRemove(id, { force: isForced, signal });
  },
});

/** Brings variables, and whether it runs, to what is asked for. */
async function settle(
  { engine, signal }: Pick<DockerCall, "engine" | "signal">,
  id: string,
  asked: Asked,
): Promise<void> {
  const { enabled, env = [], enable_timeout: timeout, force_disable: force } = asked;
  const found = await engine.plugins.inspect(id, { signal });
  const there = found.Settings.Env ?? [];
  const changed = env.filter((variable) => !there.includes(variable));
  const isRunning = found.Enabled && enabled && changed.length === 0;
  if (found.Enabled && !isRunning) await withPath(["enabled"], engine.plugins.disable(id, { force, signal }));
  if (changed.length > 0) await withPath(["env"], engine.plugins.set(id, changed, { signal }));
  if (enabled && !isRunning) await withPath(["enabled"], engine.plugins.enable(id, { timeout, signal }));
}

/** @param asked undefined on import: its variables are then all told */
const tell = (found: Plugin, asked: Partial<Asked> | undefined): Observed<typeof schema> => ({
  id: found.Id,
  name: found.PluginReference || found.Name,
  alias: found.Name,
  enabled: found.Enabled,
  env: variables(found, asked?.env),
  plugin_reference: found.PluginReference ?? "",
});

/** Of those that it has, the ones that were asked for, where any were. */
function variables({ Settings: { Env } }: Plugin, asked: readonly string[] | undefined): string[] {
  const there = [...(Env ?? [])];
  if (asked === undefined || asked.length === 0) return there;
  const names = new Set(asked.map(nameOf));
  return there.filter((variable) => names.has(nameOf(variable)));
}

const nameOf = (variable: string): string => variable.slice(0, variable.indexOf("="));
