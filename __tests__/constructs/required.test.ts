import { Exec, type ExecProps } from "../../constructs/container/exec";
import { RunOnce, type RunOnceProps } from "../../constructs/container/run-once";
import { Shell, type ShellProps } from "../../constructs/container/shell";
import { BuiltImage, type BuiltImageProps } from "../../constructs/image/built-image";
import { CommittedImage, type CommittedImageProps } from "../../constructs/image/committed-image";
import { ContainerDiff, type ContainerDiffProps } from "../../constructs/inspection/container-diff";
import { ImageHistory, type ImageHistoryProps } from "../../constructs/inspection/image-history";
import type { HostClusterProps } from "../../constructs/swarm/host-cluster";
import { SwarmCluster } from "../../constructs/swarm/swarm-cluster";
import { codeOf, testStack } from "./scratch";

/** As JavaScript, which no compiler keeps from it, makes them. */
const made: Record<string, (props?: object) => unknown> = {
  "RunOnce image": (props) => new RunOnce(testStack(), "it", props as RunOnceProps),
  "Shell image": (props) => new Shell(testStack(), "it", props as ShellProps),
  "Exec container, command": (props) => new Exec(testStack(), "it", props as ExecProps),
  "BuiltImage name, context": (props) => new BuiltImage(testStack(), "it", props as BuiltImageProps),
  "CommittedImage container, name": (props) => new CommittedImage(testStack(), "it", props as CommittedImageProps),
  "ContainerDiff container": (props) => new ContainerDiff(testStack(), "it", props as ContainerDiffProps),
  "ImageHistory image": (props) => new ImageHistory(testStack(), "it", props as ImageHistoryProps),
  "HostCluster hosts": (props) => SwarmCluster.fromHosts(testStack(), "it", props as HostClusterProps),
};

test.each(Object.keys(made))("%s: what is missing is named, all of it, with the construct", (row) => {
  const [construct, ...names] = row.split(/,? /);
  for (const props of [undefined, {}]) {
    const run = () => made[row]!(props);
    expect(codeOf(run)).toBe("prop-missing");
    const lines = names.map((name) => `\`${name}\` of test/it (${construct}) is missing; it is required`);
    expect(run).toThrow(lines.join("\n"));
  }
});
