import type { Construct } from "constructs";
import { LabStage } from "../../constructs/lab-stage/lab-stage";
import { AlpineImage, ContainerTable, Exec, HubImage, ImageTable, RunOnce, Shell } from "../../index";

/** Stage 1: first Alpine Linux containers. */
export class Stage1 extends LabStage {
  constructor(scope: Construct) {
    super(scope, "stage1");

    // Running our first container
    const helloWorld = new HubImage(this, "image-hello-world", { name: "hello-world" });
    this.step("docker container run hello-world", new RunOnce(this, "hello-world", { image: helloWorld }));

    // Docker images
    const alpine = this.step("docker image pull alpine", new AlpineImage(this, "image-alpine"));
    this.step("docker image ls", new ImageTable(this, "image-ls", { images: [alpine, helloWorld] }));

    this.step(
      "docker container run alpine ls -l",
      new RunOnce(this, "alpine-ls", { image: alpine, command: ["ls", "-l"] }),
    );
    this.step(
      "docker container run alpine /bin/sh",
      new RunOnce(this, "alpine-sh", { image: alpine, command: ["/bin/sh"] }),
    );
    const interactive = this.step(
      "docker container run -it alpine /bin/sh",
      new Shell(this, "alpine-interactive", { image: alpine, command: ["/bin/sh"] }),
    );
    this.step(
      `docker container exec ${interactive.containerName} ls`,
      new Exec(this, "alpine-interactive-ls", { container: interactive, command: ["ls"] }),
    );

    // Container isolation
    const writer = this.step(
      "docker container run -it alpine /bin/ash",
      new Shell(this, "isolation-writer", { image: alpine, command: ["/bin/ash"] }),
    );
    const written = this.step(
      `docker container exec ${writer.containerName} ash -c 'echo "hello world" > hello.txt'`,
      new Exec(this, "isolation-write", {
        container: writer,
        command: ["ash", "-c", 'echo "hello world" > hello.txt'],
      }),
    );
    this.step(
      "docker container run alpine ls",
      new RunOnce(this, "isolation-reader", { image: alpine, command: ["ls"], dependsOn: [written] }),
    );
    this.step("docker container ls", new ContainerTable(this, "container-ls", { labels: this.labels }));
    this.step("docker container ls -a", new ContainerTable(this, "container-ls-a", { labels: this.labels, all: true }));
    this.step(
      `docker container exec ${writer.containerName} ls`,
      new Exec(this, "isolation-ls", { container: writer, command: ["ls"], dependsOn: [written] }),
    );
  }
}
