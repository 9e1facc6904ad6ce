import { bool, type Diagnostic, string, stringSet } from "../schema";
import { defineDataSource } from "./define";

const schema = {
  id: string({
    optional: true,
    computed: true,
    doc: "The engine's id of the plugin, where it is not asked for by `alias`.",
  }),
  alias: string({
    optional: true,
    computed: true,
    doc: "What it is called on the engine. Without a tag, `latest` is meant.",
  }),
  name: string({ computed: true, doc: "Name of the plugin in its registry." }),
  plugin_reference: string({ computed: true, doc: "The same, as `docker_plugin` has it." }),
  enabled: bool({ computed: true, doc: "Whether it runs." }),
  env: stringSet({ computed: true, doc: "Variables of its environment, `NAME=VALUE` each." }),
  grant_all_permissions: bool({
    computed: true,
    doc: "Always true: an engine has no plugin that is not allowed all that it asks for.",
  }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Plugin/operation/PluginInspect */
export const plugin = defineDataSource({
  type: "docker_plugin",
  doc: "A plugin that an engine has.",
  schema,

  validate: ({ id, alias }): Diagnostic[] => ((id === undefined) === (alias === undefined) ? [ONE_OF_BOTH] : []),

  async read({ config: { id, alias = "" }, engine, signal }) {
    const found = await engine.plugins.inspect(id ?? alias, { signal });
    const reference = found.PluginReference ?? "";
    return {
      id: found.Id,
      alias: found.Name,
      name: reference || found.Name,
      plugin_reference: reference,
      enabled: found.Enabled,
      env: [...(found.Settings.Env ?? [])],
      grant_all_permissions: true,
    };
  },
});

const ONE_OF_BOTH: Diagnostic = {
  severity: "error",
  summary: "which plugin is meant is not said",
  detail: "set either `alias`, its name on the engine, or `id`",
  path: ["alias"],
};
