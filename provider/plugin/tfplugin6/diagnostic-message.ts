import type { Encodable } from "../../protobuf";
import type { Diagnostic } from "../../schema/diagnostic";
import { attributePath } from "./attribute-path";
import { type Diagnostic as DiagnosticMessage, SEVERITY } from "./values";

export const diagnosticMessage = (diagnostic: Diagnostic): Encodable<typeof DiagnosticMessage> => ({
  severity: SEVERITY[diagnostic.severity],
  // Terraform shows an empty summary as an empty box.
  summary: diagnostic.summary || "unknown error",
  detail: diagnostic.detail,
  attribute: diagnostic.path && attributePath(diagnostic.path),
});
