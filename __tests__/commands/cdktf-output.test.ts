import { CdktfOutput } from "../../commands/cdktf-output";

const shown = (...lines: string[]) => {
  const output = new CdktfOutput();
  return lines.flatMap((line) => output.read(line));
};

test.each([
  {
    name: "what was made",
    line: "stage1  docker_image.image-alpine_D1445137: Creation complete after 0s [id=sha256:efd8alpine]",
    shows: "stage1  + docker_image.image-alpine",
  },
  {
    name: "what was changed",
    line: "stage1  docker_container.shell_DE0A6B88: Modifications complete after 1s [id=c0]",
    shows: "stage1  ~ docker_container.shell",
  },
  {
    name: "what was removed",
    line: "stage1  docker_exec.write_D0BB877D: Destruction complete after 0s",
    shows: "stage1  - docker_exec.write",
  },
  {
    name: "what takes long",
    line: "stage1  docker_image.ubuntu_1E132F09: Still creating... [10s elapsed]",
    shows: "stage1  … docker_image.ubuntu (10s)",
  },
  {
    name: "what takes long, as of Terraform 1.12",
    line: "stage1  docker_image.ubuntu_1E132F09: Still creating... [00m10s elapsed]",
    shows: "stage1  … docker_image.ubuntu (00m10s)",
  },
  {
    name: "that nothing changes",
    line: "stage1  \u001b[0m\u001b[1m\u001b[32mNo changes.\u001b[0m\u001b[1m Your infrastructure matches the configuration.\u001b[0m",
    shows: "stage1  no changes",
  },
  {
    name: "the sum",
    line: "stage1  Apply complete! Resources: 11 added, 0 changed, 0 destroyed.",
    shows: "stage1  11 added, 0 changed, 0 destroyed",
  },
])("$name is shown in a line", ({ line, shows }) => {
  expect(shown(line)).toEqual([shows]);
});

test.each([
  "stage1  Initializing the backend...",
  "        docker_container.hello-world_A481721C: Refreshing state... [id=1f31]",
  "        data.docker_images.image-ls_6DCC14D2 (image-ls/Resource): Read complete after 0s [id=0]",
  '        + resource "docker_container" "alpine-sh_03B90939" {',
  "stage1  docker_image.image-alpine_D1445137: Creating...",
  "",
])("%p is left out", (line) => {
  expect(shown(line)).toEqual([]);
});

test("a line without a stage is of the stage before it", () => {
  expect(
    shown(
      "stage3  docker_swarm.swarm_D1445137: Creating...",
      "        docker_network.net_1E132F09: Creation complete after 0s [id=n]",
    ),
  ).toEqual(["stage3  + docker_network.net"]);
});

test("a stage's name stands alone where the text begins on the next line", () => {
  expect(
    shown(
      "stage3  docker_swarm.swarm_D1445137: Creating...",
      "stage1  \u001b[0m\u001b[1m\u001b[32m",
      "        Destroy complete! Resources: 11 destroyed.",
    ),
  ).toEqual(["stage1  11 destroyed"]);
});

const framed = (...lines: string[]) => ["stage1  ╷", ...lines.map((line) => `        │ ${line}`), "        ╵"];

test("an error is shown whole, and remembered", () => {
  const output = new CdktfOutput();
  const lines = framed(
    "Error: name in use",
    "",
    "  with docker_container.hello-world_A481721C, on cdk.tf.json line 1",
  ).flatMap((line) => output.read(line));
  expect(lines).toEqual([
    "╷",
    "│ Error: name in use",
    "│",
    "│   with docker_container.hello-world_A481721C, on cdk.tf.json line 1",
    "╵",
  ]);
  expect(output.hasShownError).toBe(true);
});

test("a warning is shown, but for the one that every start has", () => {
  expect(shown(...framed("Warning: image stays"))).toContain("│ Warning: image stays");
  expect(
    shown(...framed("Warning: Incomplete lock file information for providers", "", "Due to your customized…")),
  ).toEqual([]);
});

test("outputs may look like anything", () => {
  const text = [
    "stage1  Outputs:",
    "        step_01 = <<EOT",
    "stage1  x: Creation complete after 0s",
    "        ╷",
    "        │ Error: no",
  ];
  expect(shown(...text)).toEqual([]);
  expect(shown(...text, "stage2  docker_image.a_1E132F09: Creation complete after 0s")).toEqual([
    "stage2  + docker_image.a",
  ]);
});
