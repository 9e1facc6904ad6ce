import { defaultUrl, type EnginesOptions, type TlsMaterial } from "../engine";
import { attributeError, type Config } from "../schema";
import { readDockerContext, readTls } from "./docker-context";
import type { schema } from "./schema";

type Configuration = Config<typeof schema>;
type Environment = Readonly<Record<string, string | undefined>>;

/** Which engine is meant where an object names none, and how it is spoken to. */
export function engineOptions(config: Configuration, environment: Environment): EnginesOptions {
  const context = config.context === undefined ? undefined : readDockerContext(config.context);
  return {
    url: context?.host ?? config.host ?? (environment["DOCKER_HOST"] || defaultUrl),
    tls: context?.tls ?? material(config) ?? byPath(config, environment),
    sshOptions: config.ssh_opts,
  };
}

/** Key and certificate only make sense together. */
function material({ ca_material: ca, cert_material: cert, key_material: key }: Configuration): TlsMaterial | undefined {
  if (cert !== undefined && key === undefined) {
    throw attributeError(
      ["cert_material"],
      "cert_material without key_material",
      "set `key_material` to the certificate's key, or remove `cert_material`",
    );
  }
  if (key !== undefined && cert === undefined) {
    throw attributeError(
      ["key_material"],
      "key_material without cert_material",
      "set `cert_material` to the key's certificate, or remove `key_material`",
    );
  }
  return ca === undefined && cert === undefined ? undefined : { ca, cert, key };
}

function byPath(config: Configuration, environment: Environment): TlsMaterial | undefined {
  const folder = config.cert_path ?? (environment["DOCKER_TLS_VERIFY"] ? environment["DOCKER_CERT_PATH"] : undefined);
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
