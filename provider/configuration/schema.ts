import { bool, setOf, string, stringList } from "../schema";
import { like } from "../schema/validators";

/** The provider block. Source: facts of the community provider 3.6.2, whose names and meaning it keeps. */
export const schema = {
  host: string({
    optional: true,
    doc: "URL of the engine that is meant where an object names none: `unix://`, `tcp://`, `ssh://` or `container://`. Default: `DOCKER_HOST`, then `unix:///var/run/docker.sock`.",
  }),
  context: string({
    optional: true,
    doc: "Name of a Docker context (`docker context ls`) whose engine and TLS material are used; it goes before `host`. Default: `DOCKER_CONTEXT`, where neither `host` nor `DOCKER_HOST` names an engine.",
  }),
  cert_path: string({
    optional: true,
    doc: "Folder with `ca.pem`, `cert.pem` and `key.pem` for an engine that speaks TLS, in place of `cert_material` and `key_material`. Default: `DOCKER_CERT_PATH`.",
  }),
  ca_material: string({
    optional: true,
    doc: "Certificates that the engine's is checked against, PEM. Default: `DOCKER_CA_MATERIAL`, then those that the system trusts.",
  }),
  cert_material: string({ optional: true, doc: "The client's certificate, PEM. Default: `DOCKER_CERT_MATERIAL`." }),
  key_material: string({
    optional: true,
    sensitive: true,
    doc: "The client's key, PEM. Default: `DOCKER_KEY_MATERIAL`.",
  }),
  ssh_opts: stringList({
    optional: true,
    doc: "Arguments of the system's ssh for `ssh://` engines, `-o StrictHostKeyChecking=yes` for instance. Default: the words of `DOCKER_SSH_OPTS`.",
  }),
  disable_docker_daemon_check: bool({
    optional: true,
    zero: false,
    doc: "No effect: engines are connected when first used, never when the provider is configured.",
  }),
  registry_auth: setOf(
    {
      address: string({
        required: true,
        doc: "Registry's address, `registry-1.docker.io` or `https://registry.example.com:5000`.",
        validate: like(/./, "address of a registry", "one like `registry-1.docker.io`"),
      }),
      username: string({
        optional: true,
        idleBeside: ["auth_disabled"],
        doc: "User name. Default: `DOCKER_REGISTRY_USER`, then the configuration file's.",
      }),
      password: string({
        optional: true,
        sensitive: true,
        idleBeside: ["auth_disabled"],
        doc: "Password. Default: `DOCKER_REGISTRY_PASS`, then the configuration file's.",
      }),
      config_file: string({
        optional: true,
        idleBeside: ["config_file_content", "username", "auth_disabled"],
        doc: "Path of a Docker configuration file. Default: `~/.docker/config.json`.",
      }),
      config_file_content: string({
        optional: true,
        idleBeside: ["username", "auth_disabled"],
        doc: "Content of a Docker configuration file, in place of `config_file`.",
      }),
      auth_disabled: bool({ optional: true, zero: false, doc: "Ask this registry without credentials." }),
    },
    { doc: "Credentials for one registry." },
  ),
} as const;
