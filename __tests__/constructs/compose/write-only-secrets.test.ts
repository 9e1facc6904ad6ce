import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TerraformStack, Testing } from "cdktf";
import { ComposeProject } from "../../../constructs/compose/compose-project";
import { ComposeStack } from "../../../constructs/compose/compose-stack";
import { EphemeralVariable } from "../../../constructs/ephemeral-variable";
import { scratchFolder, testStack } from "../scratch";

const folder = scratchFolder();
let count = 0;

const kinds = { swarm: ComposeStack, host: ComposeProject } as const;
interface Given {
  readonly variable?: string;
  readonly secretVersions?: Readonly<Record<string, number>>;
}

/** What is synthesized of a file whose secrets are write-only; `PASSWORD` is an ephemeral variable unless it is given. */
function synth(kind: keyof typeof kinds, text: string, { variable, secretVersions }: Given = {}) {
  const own = join(folder, `${count++}`);
  mkdirSync(own);
  writeFileSync(join(own, "compose.yml"), text);
  writeFileSync(join(own, "password.txt"), "of a file");
  const stack: TerraformStack = testStack();
  const ephemeral = new EphemeralVariable(stack, "password");
  const variables = { PASSWORD: variable ?? ephemeral.stringValue };
  const props = {
    file: join(own, "compose.yml"),
    name: "app",
    variables,
    secrets: "write-only",
    secretVersions,
  } as const;
  kinds[kind].fromFile(stack, "app", props);
  const { resource, variable: declared } = JSON.parse(Testing.synth(stack)) as {
    resource: Record<string, Record<string, Record<string, unknown>>>;
    variable: Record<string, unknown>;
  };
  const all = (type: string) => Object.values(resource[type] ?? {});
  return { all, declared };
}

const inEnvironment = `
services: {db: {image: postgres, secrets: [{source: password, uid: "5", mode: 0400}]}}
secrets: {password: {environment: PASSWORD}}
`;
const inFile = inEnvironment.replace("environment: PASSWORD", "file: ./password.txt");

test("an ephemeral variable is one to Terraform", () => {
  expect(synth("swarm", inEnvironment).declared).toEqual({
    password: { type: "string", sensitive: true, ephemeral: true },
  });
});

test("a stack's secret is write-only, and its name ends in its version, which tells nothing of it", () => {
  const [secret] = synth("swarm", inEnvironment).all("docker_secret");
  expect(secret).toMatchObject({
    name: "app_password-v1",
    data_wo: '${base64encode(join("", [var.password]))}',
    data_wo_version: 1,
  });
  expect(secret).not.toHaveProperty("data");
  const [rotated] = synth("swarm", inEnvironment, { secretVersions: { password: 2 } }).all("docker_secret");
  expect(rotated).toMatchObject({ name: "app_password-v2", data_wo_version: 2 });
});

test("a project's secret is put into its container write-only, with its owner and mode", () => {
  const [container] = synth("host", inEnvironment, { secretVersions: { password: 3 } }).all("docker_container");
  expect(container).toMatchObject({
    upload: [{ file: "/run/secrets/password", owner: "5", permissions: "0400" }],
    upload_content_wo: { "/run/secrets/password": "${var.password}" },
    upload_content_wo_version: 3,
  });
  expect((container!["upload"] as object[])[0]).not.toHaveProperty("content");
});

test.each([
  ["swarm", inEnvironment, "environment"],
  ["swarm", inFile, "file"],
  ["host", inEnvironment, "environment"],
] as const)("of a %s, a text that is known at synth is an error that says so", (kind, text, source) => {
  const run = () => synth(kind, text, { variable: "s3cret" });
  expect(run).toThrow(
    `secret \`password\` is to be write-only, and its \`${source}\` is a text that is known at synth [secret-is-text]`,
  );
  expect(run).toThrow(
    "allowed: a value that Terraform alone knows: an EphemeralVariable, or an attribute of an ephemeral",
  );
  expect(run).toThrow(/compose\.yml:3:\d+/);
  expect(run).not.toThrow("s3cret");
});

test("a file that one engine mounts reaches no state anyway", () => {
  const [container] = synth("host", inFile).all("docker_container");
  expect(container).toMatchObject({ mounts: [{ target: "/run/secrets/password" }] });
  expect(container).not.toHaveProperty("upload_content_wo");
});

test("a version of a secret that is not declared is an error", () => {
  expect(() => synth("swarm", inEnvironment, { secretVersions: { pasword: 2 } })).toThrow(
    /secret `pasword` is not declared.*password/s,
  );
});
