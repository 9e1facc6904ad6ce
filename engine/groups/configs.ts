import type { Config, ConfigSpec } from "../api-types";
import { SwarmData } from "./swarm-data";

/** Configs of the swarm (https://docs.docker.com/reference/api/engine/#tag/Config). */
export class Configs extends SwarmData<Config, ConfigSpec> {
  protected readonly base = "/configs";
  protected readonly kind = "config";
  protected override readonly looks = "swarmLook";
}
