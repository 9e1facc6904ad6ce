import type { Services } from "../resources/define";
import type { AnyDataSource } from "../schema";
import { containerDiff } from "./container-diff";
import { containers } from "./containers";
import { image } from "./image";
import { imageHistory } from "./image-history";
import { images } from "./images";
import { logs } from "./logs";
import { network } from "./network";
import { nodes } from "./nodes";
import { plugin } from "./plugin";
import { registryImage } from "./registry-image";
import { registryImageManifests } from "./registry-image-manifests";
import { registryImageTags } from "./registry-image-tags";
import { services } from "./services";
import { tasks } from "./tasks";

/** Every data source of the provider. */
export const dataSources: readonly AnyDataSource<Services>[] = [
  containerDiff,
  containers,
  image,
  imageHistory,
  images,
  logs,
  network,
  nodes,
  plugin,
  registryImage,
  registryImageManifests,
  registryImageTags,
  services,
  tasks,
];
