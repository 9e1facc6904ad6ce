import { Exec } from "../../constructs/container/exec";
import { RunOnce } from "../../constructs/container/run-once";
import { Shell } from "../../constructs/container/shell";
import { BuiltImage } from "../../constructs/image/built-image";
import { CommittedImage } from "../../constructs/image/committed-image";
import { ContainerDiff } from "../../constructs/inspection/container-diff";
import { ImageHistory } from "../../constructs/inspection/image-history";
import { SwarmCluster } from "../../constructs/swarm/swarm-cluster";
import { codeOf, testStack } from "./scratch";

/** As JavaScript, which no compiler keeps from it, makes them. */
const made: Record<string, (props?: never) => unknown> = {
  "RunOnce image": (props) => new RunOnce(testStack(), "it", props!),
  "Shell image": (props) => new Shell(testStack(), "it", props!),
  "Exec container, command": (props) => new Exec(testStack(), "it", props!),
  "BuiltImage name, context": (props) => new BuiltImage(testStack(), "it", props!),
  "CommittedImage container, name": (props) => new CommittedImage(testStack(), "it", props!),
  "ContainerDiff container": (props) => new ContainerDiff(testStack(), "it", props!),
  "ImageHistory image": (props) => new ImageHistory(testStack(), "it", props!),
  "HostCluster hosts": (props) => SwarmCluster.fromHosts(testStack(), "it", props!),
};

test.each(Object.keys(made))("%s: what is missing is named, all of it, with the construct", (row) => {
  const [construct, ...names] = row.split(/,? /);
  for (const props of [undefined, {}]) {
    const run = () => made[row]!(props as never);
    expect(codeOf(run)).toBe("prop-missing");
    const lines = names.map((name) => `\`${name}\` of test/it (${construct}) is missing; it is required`);
    expect(run).toThrow(lines.join("\n"));
  }
});
