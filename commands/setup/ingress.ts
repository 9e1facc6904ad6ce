import type { IpVs } from "./ip-vs";

/** How a swarm's published ports are served: by Docker's mesh, or by HAProxy where the kernel lacks ip_vs. */
export type Ingress = "mesh" | "edge";

/** What lab.json has of it. */
export interface IngressFinding {
  readonly ingress?: Ingress;
  /** Who said so: ./lab, which looked, or the user (`./lab ingress`). */
  readonly ingressBy?: "detected" | "chosen";
  /** Why, in words. */
  readonly ingressReason?: string;
}

/** What is to be known of a kernel, ./lab's own or that of an engine elsewhere. */
export type KnownIpVs = IpVs | "unknown";

const detections: { readonly [State in KnownIpVs]: IngressFinding } = {
  loaded: { ingress: "mesh", ingressBy: "detected", ingressReason: "the kernel has ip_vs" },
  loadable: {
    ingress: "edge",
    ingressBy: "detected",
    ingressReason: "the kernel's ip_vs is not loaded, which takes root (`modprobe ip_vs`)",
  },
  absent: { ingress: "edge", ingressBy: "detected", ingressReason: "the kernel has no ip_vs" },
  // The app takes the mesh then.
  unknown: {},
};

/**
 * What holds from now on. A choice stays; so does what was detected, while the services stand that were made after it:
 * that a module came or went is no reason to publish them anew.
 *
 * @param isHeld whether they stand
 */
export function decideIngress(kept: IngressFinding, ipVs: KnownIpVs, isHeld: boolean): IngressFinding {
  if (kept.ingress !== undefined && (kept.ingressBy === "chosen" || isHeld))
    return { ingressBy: "detected", ingressReason: "so it was found when stage 4 was deployed", ...kept };
  return detections[ipVs];
}

/** Whether the provider's warning that the mesh cannot answer is seen to: HAProxy publishes the ports. */
export const isSeenTo = ({ ingress }: IngressFinding, warning: { readonly summary: string }): boolean =>
  ingress === "edge" && warning.summary.startsWith("the kernel has no ip_vs:");
