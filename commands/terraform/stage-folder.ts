import { join } from "node:path";
import { checkout } from "../checkout";
import type { Stage } from "../stages";

/** Where cdktf puts what the app declares, from the checkout. */
export const OUTPUT_FOLDER = "cdktf.out";

/** Where Terraform runs for a stage: what cdktf synthesized, `.terraform`, and the provider's journal. */
export const stageFolder = (stage: Stage) => join(checkout, OUTPUT_FOLDER, "stacks", stage);
