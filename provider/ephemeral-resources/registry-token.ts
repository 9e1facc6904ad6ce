import { imageNameComplaint } from "../resources/image/name";
import { fromRegistry, registryOf } from "../resources/registry";
import { attributeError, bool, string, stringSet } from "../schema";
import { like } from "../schema/validators";
import { defineEphemeralResourceOfNoEngine } from "./define";

const ACTIONS = ["pull"];

const schema = {
  name: string({
    required: true,
    validate: imageNameComplaint,
    doc: "Name of the image whose repository it is for, `registry.example.com/app`; a tag is of no account.",
  }),
  actions: stringSet({
    optional: true,
    validate: (actions) => actions.map(like(/^[a-z*]+$/, "action", "`pull`, `push` or `delete`")).find(Boolean),
    doc: 'What it is good for: `pull`, `push`, `delete`. Default: `["pull"]`.',
  }),
  insecure_skip_verify: bool({
    optional: true,
    default: false,
    doc: "Take the registry for who it says it is, and without TLS where it speaks none.",
  }),
  token: string({ computed: true, sensitive: true, doc: "The token, for the header `Authorization: Bearer TOKEN`." }),
  expires_at: string({
    computed: true,
    doc: "When it expires, RFC 3339. A registry's tokens cannot be prolonged: each run has a new one.",
  }),
} as const;

/** Source: https://distribution.github.io/distribution/spec/auth/token/ */
export const registryToken = defineEphemeralResourceOfNoEngine({
  type: "docker_registry_token",
  doc: "A registry's token for one repository, asked for in each run with the provider's credentials (`registry_auth`, or the user's own) and kept in no plan and no state.",
  schema,

  async open({ config, ...call }) {
    const { actions = [] } = config;
    const { client, repository, host } = await registryOf(call, { ...config, auth_config: [] });
    const asked = actions.length > 0 ? [...actions].sort() : ACTIONS;
    const token = await fromRegistry(["name"], client.tryToken(repository, asked));
    if (!token) {
      throw attributeError(
        ["name"],
        `the registry ${host} gives no tokens`,
        "It takes a user name and a password with each request, or asks for nothing: give those to whoever needs them.",
      );
    }
    return { result: { token: token.value, expires_at: token.expiresAt.toISOString() } };
  },
});
