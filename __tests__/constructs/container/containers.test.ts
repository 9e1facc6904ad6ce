import { Volume } from "@cdktf/provider-docker/lib/volume";
import { TerraformOutput, type TerraformStack } from "cdktf";
import { Exec } from "../../../constructs/container/exec";
import { RunOnce } from "../../../constructs/container/run-once";
import { Shell } from "../../../constructs/container/shell";
import { HubImage } from "../../../constructs/image/hub-image";
import { only, synthesized, testStack } from "../scratch";

const image = { name: "alpine" };

const outputOf = (stack: TerraformStack, value: string): unknown => {
  new TerraformOutput(stack, "value", { value, staticId: true });
  return (synthesized(stack)["output"] as { value: { value: unknown } }).value.value;
};

describe("RunOnce", () => {
  const attached = { attach: true, logs: true, must_run: false };
  const rows = [
    {
      name: "runs the image's own command, and takes no other exit code than 0",
      props: { image },
      expected: { ...attached, name: "test-it", image: "alpine", expected_exit_code: 0 },
    },
    {
      name: "runs a command of its own under a name of its own",
      props: { image, command: ["ls", "-l"], containerName: "files" },
      expected: { ...attached, name: "files", image: "alpine", command: ["ls", "-l"], expected_exit_code: 0 },
    },
    {
      name: "may be meant to fail",
      props: { image, exitCode: 127 },
      expected: { ...attached, name: "test-it", image: "alpine", expected_exit_code: 127 },
    },
    {
      name: "takes the rest of docker_container",
      props: { image, env: ["A=1"], networkMode: "none", lifecycle: { createBeforeDestroy: true } },
      expected: {
        ...attached,
        name: "test-it",
        image: "alpine",
        expected_exit_code: 0,
        env: ["A=1"],
        network_mode: "none",
        lifecycle: { create_before_destroy: true },
      },
    },
  ];

  test.each(rows)("$name", ({ props, expected }) => {
    const stack = testStack();
    new RunOnce(stack, "it", props);
    expect(only(stack, "docker_container")).toEqual(expected);
  });

  test("shows its log", () => {
    const stack = testStack();
    expect(outputOf(stack, new RunOnce(stack, "it", { image }).output)).toMatch(
      /^\$\{docker_container\.it_.*\.container_logs\}$/,
    );
  });
});

describe("Shell", () => {
  test("has a terminal and an open input, and stays up", () => {
    const stack = testStack({ prefix: "try-" });
    const shell = new Shell(stack, "it", { image, command: ["/bin/ash"] });
    expect(shell.containerName).toBe("try-test-it");
    expect(only(stack, "docker_container")).toEqual({
      name: "try-test-it",
      image: "alpine",
      command: ["/bin/ash"],
      tty: true,
      stdin_open: true,
      must_run: true,
    });
  });

  test("says how to get at it", () => {
    const shell = new Shell(testStack(), "it", { image, containerName: "writer" });
    expect(shell.output).toBe("(stays up; docker container attach writer)");
  });
});

describe("an image that is made", () => {
  test("is made before its containers, by their reference to its name", () => {
    const stack = testStack();
    new RunOnce(stack, "it", { image: new HubImage(stack, "redis") });
    expect(only(stack, "docker_container")["image"]).toMatch(/^\$\{docker_image\.redis_.*\.name\}$/);
  });

  test("replaces its containers when it says so, beside what they say themselves", () => {
    const stack = testStack();
    const data = new Volume(stack, "data");
    const hello = new Volume(stack, "hello");
    const replaces = [hello, "docker_volume.hello.id"];
    new Shell(stack, "it", {
      image: { ...image, replaces },
      lifecycle: { replaceTriggeredBy: [data], preventDestroy: true },
    });
    expect(only(stack, "docker_container")["lifecycle"]).toEqual({
      prevent_destroy: true,
      replace_triggered_by: ["docker_volume.data", "docker_volume.hello", "docker_volume.hello.id"],
    });
  });
});

describe("Exec", () => {
  test("runs in the container that is there, not in whatever has its name", () => {
    const stack = testStack();
    const container = new Shell(stack, "writer", { image });
    const exec = new Exec(stack, "it", { container, command: ["ls"], workingDir: "/tmp", exitCode: 1 });
    expect(only(stack, "docker_exec")).toEqual({
      container: expect.stringMatching(/^\$\{docker_container\.writer_.*\.id\}$/),
      command: ["ls"],
      working_dir: "/tmp",
      expected_exit_code: 1,
    });
    expect(outputOf(stack, exec.output)).toMatch(/^\$\{docker_exec\.it_.*\.output\}$/);
  });
});

test("a construct can wait for another", () => {
  const stack = testStack();
  const container = new Shell(stack, "writer", { image });
  const written = new Exec(stack, "write", { container, command: ["touch", "hello.txt"] });
  const reader = new RunOnce(stack, "reader", { image, dependsOn: [written] });
  expect(synthesized(stack).resource["docker_container"]![reader.resource.friendlyUniqueId]!["depends_on"]).toEqual([
    expect.stringMatching(/^docker_exec\.write_/),
  ]);
});
