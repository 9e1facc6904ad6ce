import type { Construct } from "constructs";
import { Kept } from "../../constructs/lab-stage/kept";
import { LabStage } from "../../constructs/lab-stage/lab-stage";
import { AlpineImage, ContainerTable, Exec, HubImage, ImageTable, RunOnce, Shell } from "../../index";
import { texts } from "./texts";

/** Stage 1: first Alpine Linux containers. */
export class Stage1 extends LabStage<keyof typeof texts> {
  constructor(scope: Construct) {
    super(scope, "stage1");

    // Running our first container
    const helloImage = new HubImage(this, "image-hello-world", { name: "hello-world" });
    const hello = this.step(
      "hello_world",
      "docker container run hello-world",
      new RunOnce(this, "hello-world", { image: helloImage }),
    );

    // Docker images
    const alpine = this.step("pull_alpine", "docker image pull alpine", new AlpineImage(this, "image-alpine"));
    const images = [alpine, helloImage];
    this.step("image_ls", "docker image ls", new ImageTable(this, "image-ls", { images }));
    const ls = this.step(
      "alpine_ls",
      "docker container run alpine ls -l",
      new RunOnce(this, "alpine-ls", { image: alpine, command: ["ls", "-l"] }),
    );
    const sh = this.step(
      "alpine_sh",
      "docker container run alpine /bin/sh",
      new RunOnce(this, "alpine-sh", { image: alpine, command: ["/bin/sh"] }),
    );
    const { labels } = this;
    const before = new ContainerTable(this, "container-ls-before", { labels, dependsOn: [hello, ls, sh] });
    const noneRuns = this.step(
      "container_ls_before",
      "docker container ls",
      new Kept(this, "container-ls-kept", before),
    );
    const interactive = this.step(
      "alpine_interactive",
      "docker container run -it alpine /bin/sh",
      new Shell(this, "alpine-interactive", { image: alpine, command: ["/bin/sh"], dependsOn: [noneRuns] }),
    );
    this.step(
      "interactive_ls",
      `docker container exec ${interactive.containerName} ls`,
      new Exec(this, "alpine-interactive-ls", { container: interactive, command: ["ls"] }),
    );

    // Container isolation
    const writer = this.step(
      "isolation_writer",
      "docker container run -it alpine /bin/ash",
      new Shell(this, "isolation-writer", { image: alpine, command: ["/bin/ash"], dependsOn: [noneRuns] }),
    );
    const write = ["ash", "-c", 'echo "hello world" > hello.txt'];
    const written = this.step(
      "isolation_write",
      `docker container exec ${writer.containerName} ash -c 'echo "hello world" > hello.txt'`,
      new Exec(this, "isolation-write", { container: writer, command: write }),
    );
    this.step(
      "isolation_reader",
      "docker container run alpine ls",
      new RunOnce(this, "isolation-reader", { image: alpine, command: ["ls"], dependsOn: [written] }),
    );
    this.step("container_ls", "docker container ls", new ContainerTable(this, "container-ls", { labels }));
    this.step(
      "container_ls_all",
      "docker container ls -a",
      new ContainerTable(this, "container-ls-a", { labels, all: true }),
    );
    this.step(
      "isolation_ls",
      `docker container exec ${writer.containerName} ls`,
      new Exec(this, "isolation-ls", { container: writer, command: ["ls"], dependsOn: [written] }),
    );
    this.note("stop_and_start", texts.stop_and_start);
  }
}
