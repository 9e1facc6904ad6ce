import { defaultUrl, type EnginesOptions, type TlsMaterial } from "../../engine";
import { attributeError, type Config } from "../schema";
import { readDockerContext, readTls } from "./docker-context";
import type { schema } from "./schema";

type Configuration = Omit<Config<typeof schema>, "registry_auth">;
type Environment = Readonly<Record<string, string | undefined>>;

/** Which variable stands in for which attribute, as with the community provider. */
const variables = {
  host: "DOCKER_HOST",
  context: "DOCKER_CONTEXT",
  cert_path: "DOCKER_CERT_PATH",
  ca_material: "DOCKER_CA_MATERIAL",
  cert_material: "DOCKER_CERT_MATERIAL",
  key_material: "DOCKER_KEY_MATERIAL",
} as const;

/** Docker's own name for no context at all. */
const NO_CONTEXT = "default";

/** Which engine is meant where an object names none, and how it is spoken to. */
export function engineOptions(config: Configuration, environment: Environment): EnginesOptions {
  const stated = (name: keyof typeof variables) => (config[name] ?? environment[variables[name]]) || undefined;
  // Like `docker`: what names a host goes before the variable that names a context, not before the attribute.
  const name = config.context || (stated("host") ? undefined : stated("context"));
  const context = name && name !== NO_CONTEXT ? readDockerContext(name, environment) : undefined;
  const url = context?.host ?? stated("host") ?? defaultUrl;
  const material = { ca: stated("ca_material"), cert: stated("cert_material"), key: stated("key_material") };
  const tls =
    certified(material, config.cert_path) ??
    inFolder(config.cert_path) ??
    context?.tls ??
    (url.startsWith("tcp:") && config.cert_path === undefined ? inFolder(stated("cert_path")) : undefined) ??
    (material.ca ? material : undefined);
  return { url, tls, sshOptions: config.ssh_opts ?? environment["DOCKER_SSH_OPTS"]?.match(/\S+/g) ?? undefined };
}

/** Key and certificate only make sense together, and in the place of a folder that has them. */
function certified(material: TlsMaterial, folder: string | undefined): TlsMaterial | undefined {
  const { cert, key } = material;
  if (!cert && !key) return undefined;
  if (!key)
    throw attributeError(
      ["cert_material"],
      "cert_material without key_material",
      "set `key_material` to the certificate's key, or remove `cert_material`",
    );
  if (!cert)
    throw attributeError(
      ["key_material"],
      "key_material without cert_material",
      "set `cert_material` to the key's certificate, or remove `key_material`",
    );
  if (folder)
    throw attributeError(
      ["cert_path"],
      "cert_path conflicts with cert_material and key_material",
      "a certificate comes from a folder or stands in the block; remove `cert_path`, or the other two",
    );
  return material;
}

function inFolder(folder: string | undefined): TlsMaterial | undefined {
  if (!folder) return undefined;
  const tls = readTls(folder);
  if (!tls)
    throw attributeError(
      ["cert_path"],
      `no TLS material in ${folder}`,
      "the folder must have `ca.pem`, or `cert.pem` and `key.pem`, or all three",
    );
  return tls;
}
