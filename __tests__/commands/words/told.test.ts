import { TerraformStack, Testing } from "cdktf";
import { failureLine } from "../../../commands/display/stage-lines";
import { told } from "../../../commands/words/told";
import { problems as engineProblems } from "../../../constructs/engine/problems";
import { labContext } from "../../../constructs/lab-stage/lab-context";
import { problems as swarmProblems } from "../../../constructs/swarm/problems";
import type { Address } from "../../../engine/address";
import { connectionError } from "../../../engine/connection-errors";
import { limitError } from "../../../engine/limit-errors";
import { type LimitName, LimitReached } from "../../../engine/limits";
import type { ObjectKind } from "../../../engine/object-reference";
import { refusals } from "../../../engine/refusals";
import { unforeseen } from "../../../engine/refusals/statuses";
import type { Problem } from "../../../problem";
import { sentence } from "../../../problem";
import { failures } from "../../../provider/resources/container/failures";

const spanish = (text: string): string => told(text, { LANG: "es_ES.UTF-8" });

/** What is the same in any language: code, addresses, numbers, and the facts, which are in capitals. */
const fixed = (text: string) =>
  [...(text.replaceAll(/\b[CG]PUs?\b/g, "").match(/`[^`]*`|\b[A-Z]{3,}\b|https?:\S+|\b\d+\b/g) ?? [])].sort();

/** Every word that English has and Spanish lacks: none is left in what was put into Spanish. */
const ENGLISH = /\b(?:the|which|does|not|is|are|of|and|with|that|cannot|give|what|its|from)\b/;

function expectSpanish(text: string): void {
  const said = spanish(text);
  expect([said === text, ENGLISH.exec(said.replaceAll(/`[^`]*`/g, ""))?.[0]]).toEqual([false, undefined]);
  expect(fixed(said)).toEqual(fixed(text));
}

/** Facts of any problem. */
const facts: object = new Proxy({}, { get: (_, name) => String(name).toUpperCase() });

describe("what the provider says of a container", () => {
  test.each(Object.entries(failures))(
    "%s is there in Spanish, with what it names and without",
    (_, { says, remedy }) => {
      expectSpanish(says("FACT"));
      expectSpanish(says());
      expectSpanish(`container "WEB": ${says("FACT")}`);
      expectSpanish(remedy);
    },
  );
});

const meanings = [...refusals, unforeseen].flatMap((row) => (row.code === undefined ? [] : [row]));

test.each([...new Map(meanings.map((row) => [row.says, row])).values()])(
  "that something $says is there in Spanish",
  ({ says, remedy }) => {
    expectSpanish(`image "NAME" ${says}`);
    expectSpanish(remedy);
  },
);

const kinds = {
  ...{ container: "el contenedor", network: "la red", volume: "el volumen", image: "la imagen", exec: "el exec" },
  ...{ node: "el nodo", service: "el servicio", task: "la tarea", secret: "el secreto", config: "la config" },
  ...{ swarm: "el swarm", engine: "el motor", plugin: "el plugin" },
} satisfies Readonly<Record<ObjectKind, string>>;

test.each(Object.entries(kinds))("a %s has its Spanish word", (kind, word) => {
  expect(spanish(`${kind} "web" does not exist`)).toBe(`${word} "web" no existe`);
});

const addresses: readonly Address[] = [
  { kind: "unix", path: "/run/x.sock", url: "unix:///run/x.sock" } as Address,
  { kind: "tcp", host: "10.0.0.1", port: 2375, url: "tcp://10.0.0.1:2375" } as Address,
];

/** A failure of each row of the table. */
const failed: readonly (readonly [code: string, message?: string])[] = [
  ...(["ENOENT", "EHOSTUNREACH", "ECONNREFUSED", "EACCES", "ENOTFOUND", "CERT_HAS_EXPIRED"] as const).map(
    (code) => [code] as const,
  ),
  ["EPROTO", "alert bad certificate"],
  ...(["EPROTO", "ERR_OSSL_PEM", "ECONNRESET", "ERR_INVALID_CHAR", "MALFORMED_LOG_STREAM", "HPE_X", "?"] as const).map(
    (code) => [code] as const,
  ),
];

test.each(failed)("a connection that fails by %s is told in Spanish", (code, message = "") => {
  for (const address of addresses) {
    const error = connectionError(address, Object.assign(new Error(message), { code }));
    expectSpanish(error.what);
    expectSpanish(error.remedy);
  }
});

test.each(["connect", "head", "idle", "total", "bytes"] satisfies LimitName[])(
  "an engine that reaches the limit %s is told of in Spanish",
  (limit) => {
    const { what, remedy } = limitError("unix:///x", new LimitReached(limit, 10_000));
    expectSpanish(what);
    expectSpanish(remedy);
  },
);

const tables = Object.entries({ ...engineProblems, ...swarmProblems }) as [
  string,
  (facts: object) => Omit<Problem, "code">,
][];

test.each(tables)("problem %s of a construct is there in Spanish, in its line", (code, say) => {
  const problem = { code, ...say(facts) };
  expectSpanish(problem.what);
  expectSpanish(problem.remedy!);
  expectSpanish(sentence(problem));
});

test("a context that is not allowed is told in Spanish, line by line", () => {
  const wrong = { prefix: "No!", ports: [0], subnet: "x", ingress: "x", registryVolume: "/" };
  const app = Testing.app({ context: wrong });
  let message = "";
  try {
    labContext(new TerraformStack(app, "stack"));
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message.split("\n")).toHaveLength(5);
  for (const line of message.split("\n")) expectSpanish(line);
  expect(spanish(message).split("\n")[3]).toBe(
    '`ingress` del contexto es "x"; permitido: `mesh` o `edge` (cdktf.json o lab.json)',
  );
});

test("what others say stays as it is, and so does all of it for a reader of English", () => {
  const text =
    'container "web": port 80 is in use\nbind: address already in use\n  POST /containers/create at unix:///x';
  expect(spanish(text)).toBe(
    'contenedor "web": el puerto 80 está en uso\nbind: address already in use\n  POST /containers/create at unix:///x',
  );
  expect(told(text, { LANG: "en_GB.UTF-8" })).toBe(text);
});

test("the last line of a failed stage is in the reader's language", () => {
  const before = process.env["LC_ALL"];
  process.env["LC_ALL"] = "es_ES.UTF-8";
  try {
    const error = { severity: "error", summary: 'image "x" does not exist in the registry' } as const;
    expect(failureLine("stage1", [error], [])).toMatch(/^stage1.*la imagen "x" no existe en el registro/);
  } finally {
    process.env["LC_ALL"] = before;
  }
});
