import { Container } from "@cdktf/provider-docker/lib/container";
import { Image } from "@cdktf/provider-docker/lib/image";
import { Network } from "@cdktf/provider-docker/lib/network";
import { Volume } from "@cdktf/provider-docker/lib/volume";
import type { Construct } from "constructs";

/** An app of the community's classes: they drive either provider, so nothing here changes. */
export function shop(scope: Construct, name: string): void {
  const image = new Image(scope, "image", { name: "redis:alpine", keepLocally: true });
  const network = new Network(scope, "network", { name: `${name}-backend` });
  const volume = new Volume(scope, "volume", { name: `${name}-data` });
  new Container(scope, "redis", {
    name: `${name}-redis`,
    image: image.imageId,
    env: ["TZ=UTC"],
    labels: [{ label: "tier", value: "backend" }],
    networksAdvanced: [{ name: network.name, aliases: ["redis"] }],
    volumes: [{ volumeName: volume.name, containerPath: "/data" }],
    restart: "unless-stopped",
  });
}
