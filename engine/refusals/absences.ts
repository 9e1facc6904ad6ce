import type { ContainerFault } from "../errors";
import type { ObjectKind } from "../object-reference";
import type { Meaning, Refusal } from "./refusal";

/** How the engine says that it lacks an object of a kind, and what that is to a container that is made of it. */
const absences: readonly { readonly kind: ObjectKind; readonly pattern: RegExp; readonly fault?: ContainerFault }[] = [
  // Docker 26.1 speaks of content where the containerd store has the image for another platform alone.
  {
    kind: "image",
    pattern:
      /no such image(?:: (\S+))?|^content digest \S+: not found|^image with reference (\S+) was found but (?:its platform|does not)/i,
    fault: "image-absent",
  },
  { kind: "network", pattern: /no such network(?:: (\S+))?|\bnetwork (\S+) not found/i, fault: "network-absent" },
  { kind: "container", pattern: /no such container(?:: (\S+))?/i, fault: "container-absent" },
  { kind: "volume", pattern: /no such volume|\bvolume \S+ not found/i },
  { kind: "service", pattern: /no such service|\bservice \S+ not found/i },
  { kind: "node", pattern: /no such node|\bnode \S+ not found/i },
  { kind: "secret", pattern: /no such secret|\bsecret \S+ not found/i },
  { kind: "config", pattern: /no such config|\bconfig \S+ not found/i },
];

export const absent: Meaning = {
  code: "not-found",
  says: "does not exist",
  remedy: "Correct the name, or make it first.",
};

const dependencyAbsent: Meaning = {
  code: "dependency-absent",
  says: "needs something that the engine does not have",
  remedy: "Make (or pull) what the engine's message names first, or correct its name.",
};

/**
 * An object that the call was about, or another that it needs: of another kind, or a container of another name. Newer
 * engines say the latter with status 400 or 500.
 */
export const absentObjects: readonly Refusal[] = [
  {
    pattern: /\bplugin "[^"]*" not found/i,
    about: ["network", "volume"],
    code: "dependency-absent",
    says: "needs a driver that the engine does not have",
    remedy: "Correct the driver's name, or install it: `docker plugin install`.",
  },
  ...absences.flatMap(({ kind, ...row }): Refusal[] => [
    { ...row, statuses: [404], about: [kind, undefined], namesItself: kind === "container", ...absent },
    { ...row, statuses: [400, 404, 500], ...dependencyAbsent },
  ]),
];
