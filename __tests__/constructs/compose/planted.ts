import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { ComposeStack } from "../../../constructs/compose/compose-stack";

type Block = Record<string, unknown>;
type Resources = Record<string, Record<string, Block>>;

/** A stack whose files say `text` wherever a file may say anything: values, keys, items of lists, contents. */
export function planted(stack: TerraformStack, folder: string, text: string): ComposeStack {
  // Keys take no variables; in values a dollar is written twice.
  const value = text.replaceAll("$", "$$$$");
  const files = {
    "compose.yml": JSON.stringify({
      services: {
        web: {
          image: "a",
          command: [value, `-${value}-`],
          dns_opt: [value],
          environment: { VALUE: value, [text]: "key" },
          env_file: [{ path: "raw.env", format: "raw" }, "quoted.env"],
          labels: { [text]: value },
          logging: { driver: "json-file", options: { [text]: value } },
        },
      },
      networks: { default: { driver_opts: { [text]: value } } },
      secrets: { s: { file: "content" } },
      configs: { c: { content: value }, f: { file: "content" } },
    }),
    "raw.env": `RAW=${text}\n`,
    "quoted.env": `QUOTED='${text}'\n`,
    content: text,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return ComposeStack.fromFile(stack, "app", { file: join(folder, "compose.yml"), name: "st" });
}

/** What Terraform is given at each of those places. */
export function plantedIn(stack: TerraformStack): Block {
  const { resource } = JSON.parse(Testing.synth(stack)) as { resource: Resources };
  const [service] = Object.values(resource["docker_service"]!) as { task_spec: Block }[];
  const [network] = Object.values(resource["docker_network"]!);
  const { container_spec: spec, log_driver: log } = service!.task_spec as { container_spec: Block; log_driver: Block };
  const contents = [resource["docker_secret"]!, resource["docker_config"]!].flatMap((all) =>
    Object.values(all).map(({ data }) => Buffer.from(data as string, "base64").toString()),
  );
  return {
    args: spec["args"],
    dns: (spec["dns_config"] as Block)["options"],
    env: spec["env"],
    label: (spec["labels"] as Block[]).find(({ label }) => label !== "com.docker.stack.namespace"),
    log: log["options"],
    network: network!["options"],
    contents,
  };
}

/** The same places, as the text alone makes them. */
export const expectedOf = (text: string): Block => ({
  args: [text, `-${text}-`],
  dns: [text],
  env: Object.fromEntries([
    ["QUOTED", text],
    ["RAW", text],
    ["VALUE", text],
    [text, "key"],
  ]),
  label: { label: text, value: text },
  log: Object.fromEntries([[text, text]]),
  network: Object.fromEntries([[text, text]]),
  contents: [text, text, text],
});

/** A stack without a provider. */
export const bareStack = (app = Testing.app({ stackTraces: false })): TerraformStack => new TerraformStack(app, "test");
