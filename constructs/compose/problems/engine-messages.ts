import { constraintKeys } from "../formats/constraint";
import { templateNames } from "../formats/task-template";
import { didYouMean, type Meant, quote, type Text } from "./text";

const subnetForms = {
  subnet: "ADDRESS/BITS, as in `10.20.0.0/16`",
  ip_range: "ADDRESS/BITS inside of the subnet",
  gateway: "an address inside of the subnet",
} as const;

/** What the engine would refuse, or could not carry out, after all else is deployed. */
export const engineErrors = {
  "bad-constraint": ({ value, why, meant }: { value: string; why: string; meant?: Meant }): Text => ({
    what: `${why} in constraint ${quote(value)}`,
    allowed: `KEY == VALUE or KEY != VALUE, KEY being one of ${constraintKeys.join(", ")}`,
    remedy: didYouMean(meant?.()) ?? "correct it: no node would be given a task",
  }),
  "bad-subnet": ({ key, value, why }: { key: keyof typeof subnetForms; value: string; why: string }): Text => ({
    what: `\`${key}\` is given ${quote(value)}: ${why}`,
    allowed: subnetForms[key],
    remedy: key === "subnet" ? "write the network's subnet" : `correct it, or remove \`${key}\``,
  }),
  "bad-signal": ({ value, meant }: { value: string; meant?: Meant }): Text => ({
    what: `\`stop_signal\` is given ${quote(value)}`,
    allowed: "the name of a signal of Linux, such as SIGTERM, SIGQUIT, SIGUSR1 or SIGRTMIN+3, or its number",
    remedy: didYouMean(meant?.()) ?? "name the signal that the process ends at",
  }),
  "nul-in-text": ({ key, value }: { key: string; value: string }): Text => ({
    what: `\`${key}\` has a NUL in ${quote(value)}: no container starts with it`,
    remedy: "take it out; what needs one can be a config or a secret",
  }),
  "bad-task-template": ({ key, value, why }: { key: string; value: string; why: string }): Text => ({
    what: `\`${key}\` has ${why} in ${quote(value)}`,
    allowed: templateNames.join(", "),
    remedy: 'name one of these, or write `{{"{{"}}` for two braces',
  }),
  "bad-volume-name": ({ name }: { name: string }): Text => ({
    what: `${quote(name)} cannot be the name of a volume`,
    allowed: "2 to 255 letters, digits, `_`, `.` and `-`, a letter or digit first",
    remedy: "rename it",
  }),
} as const;

/** What the nodes refuse, unless they have another runtime than Docker's own. */
export const engineWarnings = {
  "sysctl-of-node": ({ name }: { name: string }): Text => ({
    what: `sysctl ${quote(name)} is one of the whole node: with Docker's own runtime no container starts with it`,
    allowed: "net.*, fs.mqueue.*, kernel.msg*, kernel.sem, kernel.shm*, kernel.domainname",
    remedy: `remove it, and set it on the nodes (\`sysctl -w ${name}=…\`)`,
  }),
  "sysctl-of-node-network": ({ name, network }: { name: string; network: string }): Text => ({
    what: `sysctl ${quote(name)} is given for a service on network ${quote(network)}, the node's own: with Docker's own runtime no container starts with it`,
    remedy: `remove it, and set it on the nodes (\`sysctl -w ${name}=…\`)`,
  }),
} as const;
