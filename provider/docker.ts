import { join } from "node:path";
import { Engines } from "../engine";
import { JOURNAL_FOLDER } from "../formats/journal-folder";
import { logOf } from "../log";
import { engineOptions } from "./configuration/engine-options";
import { registryCredentials } from "./configuration/registry-credentials";
import { schema } from "./configuration/schema";
import { isKnown, unknownAccess } from "./configuration/unknown";
import { dataSources } from "./data-sources";
import { ephemeralResources } from "./ephemeral-resources";
import { functions } from "./functions";
import { resources } from "./resources";
import type { Services } from "./resources/define";
import { LeftImages, leftImagesFolder } from "./resources/image/left-images";
import { Journal } from "./resources/journal";
import { type Planned, type Provider, UNKNOWN } from "./schema";

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
    const { registry_auth, ...access } = config as Planned<typeof schema>;
    const options = isKnown(access) ? engineOptions(access, process.env) : undefined;
    const engines = new Engines({ ...options, log: (level, message, fields) => log[level]?.(message, fields) });
    const registries = registryCredentials(registry_auth ?? [], process.env);
    const journal = new Journal(join(process.cwd(), JOURNAL_FOLDER));
    const leftImages = new LeftImages(leftImagesFolder(process.env));
    return {
      services: (type, { engine }) => {
        if (options === undefined) throw unknownAccess(access);
        if (engine === UNKNOWN) throw new Error(`the engine of the ${type} is not known before apply`);
        return { engine: engines.at(engine as string | undefined), engines, journal, registries, leftImages };
      },
      close: () => engines.close(),
    };
  },
};
