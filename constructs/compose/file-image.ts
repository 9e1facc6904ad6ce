import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { BuiltImage } from "../image/built-image";
import type { HubImage } from "../image/hub-image";
import { isFetched } from "./convert/build";
import type { StackBuild } from "./convert/stack-model";
import { inOrder } from "./dependency-order";
import { constructId } from "./terraform/construct-id";
import { expression } from "./terraform/content";
import { escapeTemplates } from "./terraform/escape";
import { mapValues } from "./terraform/map-values";

export type FileImage = HubImage | BuiltImage;

type Services<Service> = Readonly<Record<string, Service & { readonly build?: StackBuild }>>;

/** Services so that each comes after those whose images its own is built from. */
export const inBuildOrder = <Service>(services: Services<Service>) =>
  inOrder(services, ({ build }) => Object.values(build?.builtFrom ?? {}));

/**
 * The image of a service that is built. What is built from it in turn is built after it, and anew with it.
 *
 * @param made the images of the services before it, by their keys
 */
export function builtImage(
  scope: Construct,
  key: string,
  build: StackBuild,
  made: ReadonlyMap<string, FileImage>,
): BuiltImage {
  const {
    image: name,
    context,
    dockerfile,
    dockerfileInline,
    additionalContexts,
    builtFrom = {},
    ssh,
    ...more
  } = build;
  const bases = Object.values(builtFrom).flatMap((service) => made.get(service) ?? []);
  const triggers = Object.entries(builtFrom).flatMap(([as, service]) => {
    const base = made.get(service);
    return base ? [[as, base.resource.imageId]] : [];
  });
  return new BuiltImage(scope, constructId(key), {
    ...escapeTemplates(more),
    ...{ name, context, dockerfile, dockerfileInline, bases },
    ...(ssh && { ssh: ssh.map(withHome) }),
    // Folders are linked to, by their very names.
    additionalContexts:
      additionalContexts && mapValues(additionalContexts, (each) => (isFetched(each) ? escapeTemplates(each) : each)),
    ...(triggers.length > 0 && { triggers: Object.fromEntries(triggers) }),
  });
}

/** `ID=~/PATH`, the home folder being whose Terraform runs. */
function withHome(entry: string): string {
  const [, id, path] = /^([^=]*)=(~(?:\/.*)?)$/s.exec(entry) ?? [];
  return path === undefined ? escapeTemplates(entry) : `${id}=${Fn.pathexpand(expression(path))}`;
}
