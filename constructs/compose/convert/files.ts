import type { Config, Secret } from "../keys/project";
import type { Normalized } from "../normalize/normalize";
import type { Names } from "./names";
import { present } from "./present";
import type { StackConfig, StackSecret } from "./stack-model";

const made = <T extends Secret | Config>(section: Readonly<Record<string, T>> = {}): [string, T][] =>
  Object.entries(section).filter(([, item]) => !item.external?.is);

/** All secrets that are not external, used or not. */
export const secretsToMake = ({ project, contents }: Normalized, names: Names): Record<string, StackSecret> =>
  Object.fromEntries(
    made(project.secrets).map(([key, secret]) => [
      key,
      present({
        name: names.secret(key),
        content: contents.get(secret),
        version: names.version(key),
        labels: names.labelled(secret.labels),
        driver: secret.driver,
        driverOpts: secret.driver_opts,
        templateDriver: secret.template_driver,
      }),
    ]),
  );

/** All configs that are not external, used or not. */
export const configsToMake = ({ project, contents }: Normalized, names: Names): Record<string, StackConfig> =>
  Object.fromEntries(
    made(project.configs).map(([key, config]) => [
      key,
      present({
        name: names.config(key),
        content: contents.get(config)!,
        labels: names.labelled(config.labels),
        templateDriver: config.template_driver,
      }),
    ]),
  );
