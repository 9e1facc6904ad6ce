import { HclProject, words } from "./hcl-project";
import { buildOpenTofu } from "./opentofu";

/** Somebody who writes Terraform's own language, and takes the provider alone from the package. */
export interface HclConsumer {
  readonly name: string;
  readonly title: string;
  /** The program that reads it. */
  readonly program: () => Promise<string>;
}

export const hclConsumers: readonly HclConsumer[] = [
  { name: "hcl", title: "HCL, by Terraform, from the package's mirror", program: async () => "terraform" },
  { name: "hcl-opentofu", title: "HCL, by OpenTofu, from the package's mirror", program: buildOpenTofu },
];

/** Lays the mirror, then init, apply, a second plan that is empty, destroy. */
export async function playHcl(...options: Parameters<typeof HclProject.make>): Promise<void> {
  const project = await HclProject.make(...options);
  await project.configure(await project.layMirror());
  await project.terraform("init");
  try {
    await project.apply();
    const printed = (await project.printed()).trim();
    if (printed !== words) throw new Error(`the container printed ${JSON.stringify(printed)}, not ${words}`);
    await project.planNothing();
  } finally {
    await project.destroy();
  }
}
