import { join } from "node:path";
import { Container } from "@cdktf/provider-docker/lib/container";
import { Network } from "@cdktf/provider-docker/lib/network";
import { Volume } from "@cdktf/provider-docker/lib/volume";
import { HubImage } from "../../../constructs/image/hub-image";
import { LabStage } from "../../../constructs/lab-stage/lab-stage";
import { codeOf, only, scratchFolder, synthesized, testApp, writeBundle } from "../scratch";

const bundle = writeBundle(join(scratchFolder(), "bundle"));

class Stage extends LabStage {
  override step = super.step.bind(this);
  override note = super.note.bind(this);
  override prefixed = super.prefixed.bind(this);
}

const stage = (context: Record<string, unknown> = {}) => new Stage(testApp(bundle, context), "stage9");

describe("steps", () => {
  test("are outputs that read as the lab did, numbered", () => {
    const lab = stage();
    lab.step("pull", "docker image pull alpine", { output: "alpine@sha256:00" });
    lab.step("ls", "docker image ls", { output: "REPOSITORY\nalpine" });
    expect(synthesized(lab)["output"]).toEqual({
      step_01_pull: { value: "$ docker image pull alpine\nalpine@sha256:00" },
      step_02_ls: { value: "$ docker image ls\nREPOSITORY\nalpine" },
    });
  });

  test("give back what they show", () => {
    const lab = stage();
    const image = new HubImage(lab, "redis");
    expect(lab.step("pull", "docker image pull redis", image)).toBe(image);
  });

  test("keep a shell's variables from Terraform", () => {
    const lab = stage();
    lab.step("echo", "echo ${HOME} %{x} $HOME 100%", { output: "" });
    expect(synthesized(lab)["output"]).toEqual({ step_01_echo: { value: "$ echo $${HOME} %%{x} $HOME 100%\n" } });
  });
});

describe("notes", () => {
  const text = (en: string) => ({ en, es: "" });

  test("are outputs without $, in English, whose shell variables are none of Terraform's", () => {
    const lab = stage();
    lab.note("lines", { note: { title: text("index.js"), body: text("${HOME}") } });
    expect(synthesized(lab)["output"]).toEqual({ step_01_lines: { value: "index.js\n$${HOME}" } });
  });

  test("may have something of the stage under their title", () => {
    const lab = stage();
    lab.note("file", { note: { title: text("the file") } }, { output: "services:" });
    expect(synthesized(lab)["output"]).toEqual({ step_01_file: { value: "the file\nservices:" } });
  });
});

describe("the stage's label", () => {
  const label = (value: string) => ({ label: "docker-stages.stage", value });

  test.each([
    { name: "is the stage's name", context: {}, value: "stage9" },
    { name: "stands behind the prefix", context: { prefix: "try-" }, value: "try-stage9" },
  ])("$name", ({ context, value }) => {
    const lab = stage(context);
    new Volume(lab, "data");
    expect(only(lab, "docker_volume")["labels"]).toEqual([label(value)]);
    expect(lab.labels).toEqual({ "docker-stages.stage": value });
    expect(lab.prefixed("stage9")).toBe(value);
  });

  test("is on everything that takes labels, beside its own, and there once", () => {
    const lab = stage();
    const own = { label: "a", value: "b" };
    new Container(lab, "web", { name: "web", image: "alpine", labels: [own] });
    new Network(lab, "front", { name: "front" });
    new Volume(lab, "data", { labels: [label("mine")] });
    synthesized(lab);
    expect(only(lab, "docker_container")["labels"]).toEqual([own, label("stage9")]);
    expect(only(lab, "docker_network")["labels"]).toEqual([label("stage9")]);
    expect(only(lab, "docker_volume")["labels"]).toEqual([label("mine")]);
  });
});

test("a context that is not allowed is refused", () => {
  expect(codeOf(() => stage({ prefix: "No!" }))).toBe("context-prefix");
});
