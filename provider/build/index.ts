export { build, buildIfStale } from "./docker-provider";
export type { Manifest } from "./manifest";
