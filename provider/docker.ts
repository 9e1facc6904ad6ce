import { join } from "node:path";
import { Engines } from "../engine";
import { JOURNAL_FOLDER } from "../formats/journal-folder";
import { logOf } from "../log";
import { engineOptions } from "./configuration/engine-options";
import { registryCredentials } from "./configuration/registry-credentials";
import { schema } from "./configuration/schema";
import { dataSources } from "./data-sources";
import { ephemeralResources } from "./ephemeral-resources";
import { functions } from "./functions";
import { resources } from "./resources";
import type { Services } from "./resources/define";
import { LeftImages, leftImagesFolder } from "./resources/image/left-images";
import { Journal } from "./resources/journal";
import { type Config, type Provider, UNKNOWN } from "./schema";

/** The Docker provider: everything that provider/plugin serves. */
export const provider: Provider<Services> = {
  doc: "Docker engines: containers, images, networks, volumes, swarms and what runs on them.",
  schema,
  resources,
  dataSources,
  ephemeralResources,
  functions,
  configure(config) {
    const log = logOf("engine");
    const engines = new Engines({
      ...engineOptions(config as Config<typeof schema>, process.env),
      log: (level, message, fields) => log[level]?.(message, fields),
    });
    const registries = registryCredentials((config as Config<typeof schema>).registry_auth ?? [], process.env);
    const journal = new Journal(join(process.cwd(), JOURNAL_FOLDER));
    const leftImages = new LeftImages(leftImagesFolder(process.env));
    return {
      services: (type, { engine }) => {
        if (engine === UNKNOWN) throw new Error(`the engine of the ${type} is not known before apply`);
        return { engine: engines.at(engine as string | undefined), engines, journal, registries, leftImages };
      },
      close: () => engines.close(),
    };
  },
};
