import { absent } from "./absences";
import type { Meaning, Refusal } from "./refusal";

/** What is told by the status alone, or nearly. */
export const statuses: readonly Refusal[] = [
  {
    pattern: /page not found/i,
    statuses: [404],
    code: "unsupported",
    says: "needs a call that this engine does not have",
    remedy: "Use a newer engine.",
  },
  { statuses: [404], ...absent },
  {
    statuses: [401],
    code: "unauthorized",
    says: "was refused for want of credentials",
    remedy: "Give credentials that may do this.",
  },
  {
    statuses: [403],
    code: "forbidden",
    says: "was refused",
    remedy: "The engine does not permit this; its message says why.",
  },
  {
    statuses: [409],
    code: "conflict",
    says: "is in a state that does not allow this",
    remedy: "The engine's message says which state; change that first.",
  },
  {
    statuses: [501, 405],
    code: "unsupported",
    says: "needs something that this engine cannot do",
    remedy: "Use an engine that can, or leave it out.",
  },
  {
    statuses: [400, 406, 413, 422],
    code: "bad-request",
    says: "was refused as invalid",
    remedy: "Correct what the engine's message names.",
  },
];

export const unforeseen: Meaning = {
  code: "server-error",
  says: "failed on the engine",
  remedy: "The engine's message says why; its log may say more.",
};
