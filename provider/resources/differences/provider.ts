import { type Difference, rowsOf } from "./difference";

const rows = rowsOf("provider");

export const provider: readonly Difference[] = [
  ...rows("sensitive", ["key_material"], "a private key is a secret; there it is shown"),
  ...rows(
    "default",
    ["disable_docker_daemon_check", "registry_auth.auth_disabled"],
    "unset and `false` mean the same, and a provider block has no state that a default would show in",
  ),
  ...rows(
    "meaning",
    ["context"],
    "`DOCKER_CONTEXT` counts where neither `host` nor `DOCKER_HOST` names an engine, as it does for docker; there it goes before both",
  ),
  ...rows(
    "meaning",
    ["ca_material"],
    "without it the engine's certificate must be one that the system trusts, and alone it means TLS; there any certificate is taken without it, and alone it is ignored",
  ),
  ...rows(
    "meaning",
    ["registry_auth"],
    "a registry without a block of its own is asked with the user's own configuration file; there without credentials",
  ),
  ...rows(
    "meaning",
    ["disable_docker_daemon_check"],
    "no engine is asked before it is needed; there each is, unless this says otherwise",
  ),
];
