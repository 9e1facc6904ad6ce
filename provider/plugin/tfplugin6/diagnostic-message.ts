import { printable } from "../../../foreign/printable";
import type { Encodable } from "../../protobuf";
import type { Diagnostic } from "../../schema/diagnostic";
import type { Path } from "../../schema/path";
import { type AttributePath, type Diagnostic as DiagnosticMessage, SEVERITY } from "./values";

/** What Terraform prints of it came from engines, registries and containers. */
export const diagnosticMessage = (diagnostic: Diagnostic): Encodable<typeof DiagnosticMessage> => ({
  severity: SEVERITY[diagnostic.severity],
  // Terraform shows an empty summary as an empty box.
  summary: printable(diagnostic.summary) || "unknown error",
  detail: diagnostic.detail && printable(diagnostic.detail),
  attribute: diagnostic.path && attributePath(diagnostic.path),
});

/** A path as the protocol sends it. */
export const attributePath = (path: Path): Encodable<typeof AttributePath> => ({
  steps: path.map((step) => (typeof step === "number" ? { element_key_int: step } : { attribute_name: step })),
});
