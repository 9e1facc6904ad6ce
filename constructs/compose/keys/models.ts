import { dictionary, list, named, texts } from "./shapes/collections";
import { coveredFields } from "./shapes/fields";
import { anyText, integer, text } from "./shapes/scalars";
import { byKind, type Shape } from "./shapes/shape";

/** Models that a service is told the addresses of. */
export const serviceModels = named(coveredFields({ endpoint_var: text, model_var: text }), {});

/** Models that Compose runs. */
export const models = dictionary(
  coveredFields({ name: text, model: text, context_size: integer(), runtime_flags: texts }, "model"),
);

const anything: Shape<unknown> = byKind({ scalar: anyText, sequence: list(anyText) });

/** What is not a container, and a program of its own provides. */
export const provider = coveredFields({ type: text, options: dictionary(anything, { names: /^.+$/ }) }, "type");
