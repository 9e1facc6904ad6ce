import type { Secret, SecretSpec } from "../api-types";
import { SwarmData } from "./swarm-data";

/** Secrets of the swarm (https://docs.docker.com/reference/api/engine/#tag/Secret). */
export class Secrets extends SwarmData<Secret, SecretSpec> {
  protected readonly base = "/secrets";
  protected readonly kind = "secret";
  protected override readonly looks = "swarmLook";
}
