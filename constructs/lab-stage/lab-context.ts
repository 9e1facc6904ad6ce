import type { IConstruct } from "constructs";
import type { Problem } from "../../problem";
import { throwProblems } from "../construct-error";

/** What moves a stage to other names, ports and addresses: context of cdktf.json or lab.json. */
export interface LabContext {
  /** Put before every name, label and tag: `try-` makes `try-stage1-hello-world`. @default "" */
  readonly prefix: string;
  /** Ports of the host by the lab's own: `{ "5000": 15000 }`. @default - the lab's own */
  readonly ports: Readonly<Record<string, number>>;
  /** IPv4 addresses of the swarm's nodes, `10.5.0.0/24`. @default - stage3's own */
  readonly subnet?: string;
  /** How a swarm's published ports are served: by Docker's mesh, or by HAProxy where the kernel lacks ip_vs. @default "mesh" */
  readonly ingress: "mesh" | "edge";
  /** Volume that holds the images which a swarm's nodes are to have, where Docker Hub cannot be reached. @default - none */
  readonly registryVolume?: string;
}

type ContextProblemCode = `context-${keyof LabContext}`;

interface Rule<T> {
  readonly default: T;
  readonly allowed: string;
  readonly test: (value: unknown) => boolean;
}

const isPort = (value: unknown) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65535;

/** A key of the context that a stage reads is a row here. */
const rules: { readonly [Key in keyof Required<LabContext>]: Rule<LabContext[Key]> } = {
  prefix: {
    default: "",
    allowed: "at most 32 lower-case letters, digits and single dashes, the first no dash, like `try-`",
    test: (value) => typeof value === "string" && value.length <= 32 && /^(?:[a-z0-9]+-)*[a-z0-9]*$/.test(value),
  },
  ports: {
    default: {},
    allowed: 'ports by the lab\'s port, each 1 to 65535, like `{ "5000": 15000 }`',
    test: (value) =>
      typeof value === "object" &&
      value !== null &&
      Object.entries(value).every(([from, to]) => isPort(Number(from)) && isPort(to)),
  },
  subnet: {
    default: undefined,
    allowed: "an IPv4 network, like `10.5.0.0/24`",
    test: (value) =>
      typeof value === "string" &&
      /^\d+(\.\d+){3}\/([89]|1\d|2\d)$/.test(value) &&
      value.split(/[./]/).every((part) => Number(part) <= 255),
  },
  ingress: {
    default: "mesh",
    allowed: "`mesh` or `edge`",
    test: (value) => value === "mesh" || value === "edge",
  },
  registryVolume: {
    default: undefined,
    allowed: "the name of a volume",
    test: (value) => typeof value === "string" && /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(value),
  },
};

/**
 * The context that `scope` is in, with defaults.
 *
 * @throws ConstructError `context-KEY`, with all that is wrong in one message
 */
export function labContext(scope: IConstruct): LabContext {
  const keys = Object.keys(rules) as (keyof LabContext)[];
  const given = keys.flatMap((key) => {
    const value: unknown = scope.node.tryGetContext(key);
    return value === undefined ? [] : [{ key, value }];
  });
  throwProblems(given.filter(({ key, value }) => !rules[key].test(value)).map(problem));
  return Object.fromEntries([
    ...keys.map((key) => [key, rules[key].default]),
    ...given.map(({ key, value }) => [key, value]),
  ]) as LabContext;
}

const problem = ({ key, value }: { key: keyof LabContext; value: unknown }): Problem<ContextProblemCode> => ({
  code: `context-${key}`,
  what: `context \`${key}\` is ${JSON.stringify(value)}`,
  allowed: `${rules[key].allowed} (cdktf.json or lab.json)`,
});
