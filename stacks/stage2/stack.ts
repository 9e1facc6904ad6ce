import type { Construct } from "constructs";
import { FigletImage } from "../../constructs/image/figlet-image";
import { NodeHelloImage } from "../../constructs/image/node-hello-image";
import { LabStage } from "../../constructs/lab-stage/lab-stage";
import { AlpineImage, type BuiltImage, ContainerDiff, HubImage, ImageHistory, ImageTable, RunOnce } from "../../index";

/** Stage 2: doing more with Docker images. */
export class Stage2 extends LabStage {
  constructor(scope: Construct) {
    super(scope, "stage2");
    const ourfiglet = this.prefixed("ourfiglet");
    const hello = this.prefixed("hello");

    // Image creation from a container
    const ubuntu = new HubImage(this, "image-ubuntu", { name: "ubuntu" });
    const container = this.step(
      `docker container run ubuntu bash -c 'apt-get update && apt-get install -y figlet && figlet "hello docker"'`,
      FigletImage.install(this, "figlet-install", { image: ubuntu }),
    );
    const install = container.containerName;
    this.step(`docker container diff ${install}`, new ContainerDiff(this, "figlet-diff", { container }));
    const committed = FigletImage.committed(this, "image-ourfiglet", { name: ourfiglet, container });
    this.step(`docker container commit ${install}`, committed);
    this.step("docker image ls", { output: committed.commit.table });
    const images = new ImageTable(this, "image-ls", { images: [committed, ubuntu] });
    this.step(`docker image tag IMAGE_ID ${ourfiglet} && docker image ls`, images);
    this.step(
      `docker container run ${ourfiglet} figlet hello`,
      new RunOnce(this, "ourfiglet", { image: committed, command: ["figlet", "hello"] }),
    );
    this.step(
      "docker container run ubuntu figlet hello",
      new RunOnce(this, "ubuntu-figlet", { image: ubuntu, command: ["figlet", "hello"], exitCode: 127 }),
    );

    // Image creation using a Dockerfile
    const fromDockerfile = new FigletImage(this, "image-ourfiglet-dockerfile", {
      name: `${ourfiglet}:dockerfile`,
      bases: [ubuntu],
    });
    this.step(`docker image build -t ${ourfiglet}:dockerfile images/figlet`, built(fromDockerfile));
    const alpine = new AlpineImage(this, "image-alpine");
    const bases = [alpine];
    const v1 = new NodeHelloImage(this, "image-hello-v0.1", { name: `${hello}:v0.1`, version: "v0.1", bases });
    this.step(`docker image build -t ${hello}:v0.1 images/node-hello/v0.1`, built(v1));
    this.step(`docker container run ${hello}:v0.1`, new RunOnce(this, "hello-v0.1", { image: v1 }));

    // Image layers
    const history1 = new ImageHistory(this, "history-v0.1", { image: v1 });
    this.step(`docker image history ${hello}:v0.1`, history1);
    const v2 = new NodeHelloImage(this, "image-hello-v0.2", {
      ...{ name: `${hello}:v0.2`, version: "v0.2", bases },
      // Side by side neither would find the other's steps in the cache.
      resource: { dependsOn: [v1] },
    });
    this.step(`docker image build -t ${hello}:v0.2 images/node-hello/v0.2`, built(v2));
    this.step(`docker container run ${hello}:v0.2`, new RunOnce(this, "hello-v0.2", { image: v2 }));
    const history2 = new ImageHistory(this, "history-v0.2", { image: v2 });
    this.step(`docker image history ${hello}:v0.2`, history2);

    // Image inspection
    const alpineHistory = new ImageHistory(this, "history-alpine", { image: alpine });
    this.step("docker image inspect --format '{{json .RootFS.Layers}}' alpine", alpineHistory.layers);
    this.step(`docker image inspect --format '{{json .RootFS.Layers}}' ${hello}:v0.1`, history1.layers);
    this.step(`docker image inspect --format '{{json .RootFS.Layers}}' ${hello}:v0.2`, history2.layers);
    this.step(`layers that ${hello}:v0.2 shares with ${hello}:v0.1`, history2.sharedWith(history1));
  }
}

/** What a build printed: its steps, and the image's id. */
const built = ({ steps, output }: BuiltImage) => ({ output: `${steps}\n${output}` });
