import { join } from "node:path";
import { Testing } from "cdktf";
import { Stage4 } from "../../../stacks/stage4/stack";
import { bundleVersion, scratchFolder, synthesized, testApp, writeBundle } from "../../constructs/scratch";

const bundle = writeBundle(join(scratchFolder(), "bundle"));
const stage4 = (context: Record<string, unknown> = {}) => new Stage4(testApp(bundle, context));

type Named = { readonly name: string; readonly engine: string; readonly labels: { label: string; value: string }[] };
const made = (context: Record<string, unknown> = {}): Named[] =>
  Object.values(synthesized(stage4(context)).resource).flatMap(
    (all) => Object.values(all as Record<string, unknown>) as Named[],
  );

test.each(["mesh", "edge"])("stage 4 with ingress %s", (ingress) => {
  expect(Testing.synth(stage4({ ingress }), true).replaceAll(bundleVersion, "VERSION")).toMatchSnapshot();
});

test("makes the stack that it promises, all of it inside stage 3's first node", () => {
  expect(
    made()
      .map(({ name }) => name)
      .sort(),
  ).toEqual([
    "voting_stack_backend",
    "voting_stack_db",
    "voting_stack_db-data",
    "voting_stack_frontend",
    "voting_stack_redis",
    "voting_stack_redis-data",
    "voting_stack_result",
    "voting_stack_vote",
    "voting_stack_worker",
  ]);
  expect(new Set(made().map(({ engine }) => engine))).toEqual(new Set(["container://stage3-node1"]));
});

test("everything carries the stage's label", () => {
  for (const { name, labels } of made({ ingress: "edge" }))
    expect([name, labels]).toEqual([name, expect.arrayContaining([{ label: "docker-stages.stage", value: "stage4" }])]);
});

test("a prefix moves every name, label and address", () => {
  const text = Testing.synth(stage4({ prefix: "try-", ingress: "edge" }));
  expect(text.match(/(?<!try-)(stage[34](?!\.tfstate)|voting_(stack|edge))/g)).toBeNull();
});

test("how many tasks take votes is a variable, 2 where nobody says", () => {
  const { variable, resource } = synthesized(stage4()) as unknown as {
    variable: Record<string, object>;
    resource: Record<string, Record<string, { name: string; mode: unknown }>>;
  };
  expect(variable["vote_replicas"]).toMatchObject({ type: "number", default: 2, nullable: false });
  const vote = Object.values(resource["docker_service"]!).find(({ name }) => name === "voting_stack_vote")!;
  expect(vote.mode).toEqual({ replicated: { replicas: "${var.vote_replicas}" } });
});
