import { readFileSync } from "node:fs";
import { join } from "node:path";
import { constraintFault } from "../../../../constructs/compose/formats/constraint";
import { isSignal } from "../../../../constructs/compose/formats/signal";
import { subnetFault } from "../../../../constructs/compose/formats/subnet";
import { isOfNetwork, isOfNode } from "../../../../constructs/compose/formats/sysctl";
import { templateFault } from "../../../../constructs/compose/formats/task-template";
import { isVolumeName } from "../../../../constructs/compose/formats/volume-name";
import { reportedOf } from "../compile-text";

interface Row {
  readonly kind: string;
  readonly given: string;
  /** What the engine said at the call, or when it was to be carried out. */
  readonly refused?: string;
  readonly fails?: string;
}

/** What an engine and its swarm take and refuse; `main.ts` of the end-to-end tests of Compose writes it down. */
const recorded: readonly Row[] = JSON.parse(readFileSync(join(__dirname, "../reference/fixtures/engine.json"), "utf8"));

const nameOf = (sysctl: string) => sysctl.slice(0, sysctl.indexOf("="));
const ipam = (given: string) => {
  const [subnet, ip_range, gateway] = given.split(" ").map((text) => (text === "-" ? "" : text));
  return { subnet, ip_range, gateway };
};

/** A service that has a NUL there. */
const withNul: Readonly<Record<string, string>> = {
  env: 'environment: {A: "x\\0y"}',
  "env-name": 'environment: ["A\\0B=x"]',
  command: 'command: ["echo", "x\\0y"]',
  entrypoint: 'entrypoint: ["ec\\0ho"]',
  dir: 'working_dir: "/tm\\0p"',
  user: 'user: "ro\\0ot"',
  hostname: 'hostname: "x\\0y"',
  label: 'labels: {a: "x\\0y"}',
  health: 'healthcheck: {test: ["CMD", "true", "x\\0y"]}',
  target: 'volumes: [{type: tmpfs, target: "/x\\0y"}]',
};

/** Whether it is refused at synth. */
const refuses: Readonly<Record<string, (given: string) => boolean>> = {
  constraint: (given) => constraintFault(given) !== undefined,
  subnet: (given) => subnetFault(ipam(given)) !== undefined,
  signal: (given) => !isSignal(given),
  sysctl: (given) => isOfNode(nameOf(given)),
  "sysctl-of-node": (given) => isOfNode(nameOf(given)) || isOfNetwork(nameOf(given)),
  nul: (given) => reportedOf(withNul[given]!).some((each) => each.startsWith("nul-in-text")),
  volume: (given) => !isVolumeName(given),
  template: (given) => templateFault(given) !== undefined,
};

/** What is refused late, and why that is not told early. */
const late: readonly { readonly why: string; readonly kind: string; readonly is: RegExp }[] = [
  {
    why: "a node may have the id, the address or the label, or be a worker",
    kind: "constraint",
    is: /^node\.(?:id|labels\.a) ?==|^node\.role==worker/,
  },
  {
    why: "a node may be on that system",
    kind: "constraint",
    is: /^(?:node\.platform\.|node\.hostname|engine\.labels\.|node\.labels\.\S+).*==/,
  },
  { why: "newer runtimes set it where there are user namespaces", kind: "sysctl", is: /^user\./ },
  { why: "functions and branches of a template are the manager's", kind: "template", is: /[^\w.{}\s]|\bif\b|\benv\b/ },
];

describe.each(Object.keys(refuses))("%s", (kind) => {
  const rows = recorded.filter((row) => row.kind === kind);

  test("there are some of both", () => {
    expect(rows.some(({ refused, fails }) => refused ?? fails)).toBe(true);
    expect(rows.some(({ refused, fails }) => !(refused ?? fails))).toBe(true);
  });

  test("nothing is refused that the engine takes and carries out", () => {
    const taken = rows.filter(({ refused, fails }) => refused === undefined && fails === undefined);
    expect(taken.filter(({ given }) => refuses[kind]!(given))).toEqual([]);
  });

  test("what the engine refuses or cannot carry out is refused, but for what it alone knows", () => {
    const failing = rows.filter(({ refused, fails }) => (refused ?? fails) !== undefined);
    const missed = failing.filter(({ given }) => !refuses[kind]!(given));
    const known = late.filter((row) => row.kind === kind);
    expect(missed.filter(({ given }) => !known.some(({ is }) => is.test(given)))).toEqual([]);
    for (const { why, is } of known)
      expect({ why, some: missed.some(({ given }) => is.test(given)) }).toEqual({ why, some: true });
  });
});
