import { printable } from "../../../foreign/printable";
import type { Encodable } from "../../protobuf";
import type { Diagnostic } from "../../schema/diagnostic";
import { attributePath } from "./attribute-path";
import { type Diagnostic as DiagnosticMessage, SEVERITY } from "./values";

/** What Terraform prints of it came from engines, registries and containers. */
export const diagnosticMessage = (diagnostic: Diagnostic): Encodable<typeof DiagnosticMessage> => ({
  severity: SEVERITY[diagnostic.severity],
  // Terraform shows an empty summary as an empty box.
  summary: printable(diagnostic.summary) || "unknown error",
  detail: diagnostic.detail && printable(diagnostic.detail),
  attribute: diagnostic.path && attributePath(diagnostic.path),
});
