import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { declaredServices } from "../../../commands/terraform/services";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "t-services-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (stack: object) => writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(stack));

test("services are known by address, those alone whose name and engine are not computed", () => {
  const engine = "container://node1";
  write({
    resource: {
      docker_service: {
        vote_2D63EAA7: { name: "app_vote", engine },
        db: { name: "${var.name}", engine },
        here: { name: "app_here" },
      },
    },
  });
  expect([...declaredServices(folder)]).toEqual([["docker_service.vote_2D63EAA7", { name: "app_vote", engine }]]);
});

test.each([{}, { resource: {} }])("a stage with %j has none", (stack) => {
  write(stack);
  expect(declaredServices(folder).size).toBe(0);
});

test("neither has one that was not synthesized", () => {
  expect(declaredServices(folder).size).toBe(0);
});
