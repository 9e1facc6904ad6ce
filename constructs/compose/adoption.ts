import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { Problem } from "../../problem";
import { throwProblems } from "../construct-error";
import { importByName } from "../engine/import-by-name";
import type { ProjectModel } from "./convert/host/project-model";
import type { StackModel } from "./convert/stack-model";
import { unknownService } from "./overrides";
import { escapeTemplates } from "./terraform/escape";

/** Whether what runs already is taken over, or which services of it are, with what they have. */
export type Adopt = boolean | readonly string[];

/** The kinds of objects of a project or stack, as the constructs have them. */
type Kind = "networks" | "volumes" | "secrets" | "configs" | "images" | "services";

type Uses = Readonly<Partial<Record<Kind, readonly string[]>>>;

/** What of a project or stack runs already, and is taken over by import blocks instead of made. */
export class Adoption {
  private readonly keys = new Map<Kind, Set<string>>();
  private readonly isWhole: boolean;

  /**
   * @param uses by service, the keys of what it has
   * @throws ConstructError `unknown-service`
   */
  constructor(adopt: Adopt | undefined, uses: ReadonlyMap<string, Uses>) {
    const all = [...uses.keys()];
    this.isWhole = adopt === true;
    const services = adopt === true ? all : adopt || [];
    for (const service of services) {
      const used = uses.get(service);
      if (!used) throw unknownService(service, all, "`adopt` is given");
      for (const [kind, keys] of Object.entries({ ...used, services: [service] }) as [Kind, readonly string[]][])
        this.keys.set(kind, new Set([...(this.keys.get(kind) ?? []), ...keys]));
    }
  }

  /** Of the whole also what no service has. */
  has(kind: Kind, key: string): boolean {
    return this.isWhole || (this.keys.get(kind)?.has(key) ?? false);
  }

  /** The resource is of what is there under the name, where its key is among what is taken over. */
  take(kind: Kind, key: string, resource: TerraformResource, name: string): void {
    if (this.has(kind, key)) importByName(resource, escapeTemplates(name));
  }
}

export const projectAdoption = ({ services }: ProjectModel, adopt: Adopt | undefined): Adoption =>
  new Adoption(
    adopt,
    new Map(
      Object.entries(services).map(([key, { containers, image }]) => [
        key,
        {
          networks: containers.flatMap(({ networks }) => networks),
          volumes: containers.flatMap(({ volumes }) => volumes),
          images: [image],
        },
      ]),
    ),
  );

export const stackAdoption = ({ services }: StackModel, adopt: Adopt | undefined): Adoption =>
  new Adoption(
    adopt,
    new Map(
      Object.entries(services).map(([key, { spec, keys }]) => {
        const { Networks, ContainerSpec } = spec.TaskTemplate;
        const keysOf = (parts: readonly object[] = []) => parts.flatMap((part) => keys.get(part) ?? []);
        return [
          key,
          {
            networks: keysOf(Networks),
            volumes: keysOf(ContainerSpec.Mounts),
            secrets: keysOf(ContainerSpec.Secrets),
            configs: keysOf(ContainerSpec.Configs),
          },
        ];
      }),
    ),
  );

/**
 * What of a running project no plan can take over as it is.
 *
 * @throws ConstructError `adopt-anonymous-volume`
 */
export function checkAdoptedProject(construct: Construct, adoption: Adoption, { services }: ProjectModel): void {
  const adopted = Object.entries(services).filter(([key]) => adoption.has("services", key));
  throwProblems(
    adopted.flatMap(([service, { anonymous }]) => anonymous.map((path) => anonymousVolume(construct, service, path))),
  );
}

/** The end of a name that is made of what a secret or config holds. */
const ROTATED = /-[0-9a-f]{10}$/;

/** @throws ConstructError `adopt-rotated` */
export function checkAdoptedStack(construct: Construct, adoption: Adoption, model: StackModel): void {
  const rotated = (["secrets", "configs"] as const).flatMap((section) =>
    Object.entries<{ readonly name: string }>(model[section]).flatMap(([key, { name }]) => {
      const known = `${model.name}_${key}`;
      const isRotated = ROTATED.test(name) && name.startsWith(`${known}-`);
      return isRotated && adoption.has(section, key) ? [{ section, key, name, known }] : [];
    }),
  );
  throwProblems(rotated.map((object) => rotatedName(construct, object)));
}

const anonymousVolume = ({ node }: Construct, service: string, path: string): Problem => ({
  code: "adopt-anonymous-volume",
  what: `service \`${service}\` of ${node.path} mounts an anonymous volume at ${JSON.stringify(path)}, whose name in the running project is a hash that no file knows: its data would stay behind`,
  remedy: `name it: \`docker inspect\` of the container tells the hash, which \`volumes\` takes as an external volume (\`data: {external: true, name: HASH}\`, \`data:${path}\`); or leave \`${service}\` out of \`adopt\``,
});

interface Rotated {
  readonly section: "secrets" | "configs";
  readonly key: string;
  readonly name: string;
  readonly known: string;
}

const rotatedName = ({ node }: Construct, { section, key, name, known }: Rotated): Problem => ({
  code: "adopt-rotated",
  what: `${section.slice(0, -1)} \`${key}\` of ${node.path} is called \`${name}\` here, by what it holds, and \`${known}\` in the running stack`,
  remedy: "give `rotate: false` beside `adopt`, and keep it; or a `name` of its own in the file",
});
