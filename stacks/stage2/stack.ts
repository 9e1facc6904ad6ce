import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dependable } from "cdktf";
import type { Construct } from "constructs";
import { FigletImage } from "../../constructs/image/figlet-image";
import { NodeHelloImage } from "../../constructs/image/node-hello-image";
import { LabStage } from "../../constructs/lab-stage/lab-stage";
import { literal } from "../../constructs/literal";
import {
  AlpineImage,
  type BuiltImage,
  ContainerDiff,
  ContainerTable,
  HubImage,
  ImageHistory,
  ImageTable,
  RunOnce,
} from "../../index";
import { texts } from "./texts";

const root = join(__dirname, "../..");

/** Stage 2: doing more with Docker images. */
export class Stage2 extends LabStage<keyof typeof texts> {
  constructor(scope: Construct) {
    super(scope, "stage2");
    this.byCommit();
    this.byDockerfile();
  }

  /** Image creation from a container. */
  private byCommit(): void {
    const ourfiglet = this.prefixed("ourfiglet");
    const ubuntu = new HubImage(this, "image-ubuntu", { name: "ubuntu" });
    const container = this.step(
      "figlet_install",
      `docker container run ubuntu bash -c 'apt-get update && apt-get install -y figlet && figlet "hello docker"'`,
      FigletImage.install(this, "figlet-install", { image: ubuntu }),
    );
    const install = container.containerName;
    const only = { namePrefix: install, all: true, dependsOn: [container] };
    this.step("container_ls", "docker container ls -a", new ContainerTable(this, "container-ls", only));
    const diff = new ContainerDiff(this, "figlet-diff", { container });
    this.step("figlet_diff", `docker container diff ${install}`, diff.about("figlet"));
    const committed = FigletImage.committed(this, "image-ourfiglet", { name: ourfiglet, container });
    this.step("commit", `docker container commit ${install}`, committed);
    this.step("image_ls_unnamed", "docker image ls", { output: committed.commit.table });
    const images = new ImageTable(this, "image-ls", { images: [committed, ubuntu] });
    this.step("image_tag", `docker image tag IMAGE_ID ${ourfiglet} && docker image ls`, images);
    this.step(
      "ourfiglet",
      `docker container run ${ourfiglet} figlet hello`,
      new RunOnce(this, "ourfiglet", { image: committed, command: ["figlet", "hello"] }),
    );
    const failing = new RunOnce(this, "ubuntu-figlet", { image: ubuntu, command: ["figlet", "hello"], exitCode: 127 });
    const { data } = new ContainerTable(this, "ubuntu-figlet-error", {
      ...{ namePrefix: failing.containerName, all: true, dependsOn: [failing] },
    });
    const [error, code] = ["error", "exit_code"].map((name) => `\${${dependable(data)}.containers[0].${name}}`);
    this.step("ubuntu_figlet", "docker container run ubuntu figlet hello", {
      output: `docker: Error response from daemon: ${error}`,
    });
    this.step("exit_code", "echo $?", { output: code! });
    const fromDockerfile = new FigletImage(this, "image-ourfiglet-dockerfile", {
      name: `${ourfiglet}:dockerfile`,
      bases: [ubuntu],
    });
    this.step("figlet_build", `docker image build -t ${ourfiglet}:dockerfile images/figlet`, built(fromDockerfile));
  }

  /** Image creation using a Dockerfile, layers, inspection. */
  private byDockerfile(): void {
    const hello = this.prefixed("hello");
    this.file("index_js", "images/node-hello/v0.1/index.js");
    this.note("index_js_lines", texts.index_js_lines);
    this.file("dockerfile", "images/node-hello/v0.1/Dockerfile");
    this.note("dockerfile_lines", texts.dockerfile_lines);
    const alpine = new AlpineImage(this, "image-alpine");
    const bases = [alpine];
    const v1 = new NodeHelloImage(this, "image-hello-v0.1", { name: `${hello}:v0.1`, version: "v0.1", bases });
    this.step("build_v1", `docker image build -t ${hello}:v0.1 images/node-hello/v0.1`, built(v1));
    this.step("run_v1", `docker container run ${hello}:v0.1`, new RunOnce(this, "hello-v0.1", { image: v1 }));

    // Image layers
    const history1 = new ImageHistory(this, "history-v0.1", { image: v1 });
    this.step("history_v1", `docker image history ${hello}:v0.1`, history1);
    this.file("index_js_v2", "images/node-hello/v0.2/index.js");
    const v2 = new NodeHelloImage(this, "image-hello-v0.2", {
      ...{ name: `${hello}:v0.2`, version: "v0.2", bases },
      // Side by side neither would find the other's steps in the cache.
      resource: { dependsOn: [v1] },
    });
    this.step("build_v2", `docker image build -t ${hello}:v0.2 images/node-hello/v0.2`, built(v2));
    this.step("run_v2", `docker container run ${hello}:v0.2`, new RunOnce(this, "hello-v0.2", { image: v2 }));
    const history2 = new ImageHistory(this, "history-v0.2", { image: v2 });
    this.step("history_v2", `docker image history ${hello}:v0.2`, history2);

    // Image inspection
    const inspect = "docker image inspect --format '{{json .RootFS.Layers}}'";
    const alpineHistory = new ImageHistory(this, "history-alpine", { image: alpine });
    this.step("layers_alpine", `${inspect} alpine`, alpineHistory.layers);
    this.step("layers_v1", `${inspect} ${hello}:v0.1`, history1.layers);
    this.step("layers_v2", `${inspect} ${hello}:v0.2`, history2.layers);
    this.note("layers_shared", texts.layers_shared, history2.sharedWith(history1));
  }

  /** Shows a file of the checkout. */
  private file(key: keyof typeof texts, path: string): void {
    this.step(key, `cat ${path}`, { output: literal(readFileSync(join(root, path), "utf8")) });
  }
}

/** What a build printed: its steps, and the image's id. */
const built = ({ steps, output }: BuiltImage) => ({ output: `${steps}\n${output}` });
