import { addressLine, hostOf } from "../../commands/addresses";
import { Engine } from "../../engine";

const engineAt = (url: string) => {
  const engine = Engine.at(url);
  engine.close();
  return engine;
};
const here = engineAt("unix:///var/run/docker.sock");
const ssh = engineAt("ssh://learner@classroom:2222");
const tcp = engineAt("tcp://10.0.0.5:2375");

test.each([
  { ip: "127.0.0.1", engine: here, publishesHere: true, host: "127.0.0.1" },
  { ip: "0.0.0.0", engine: here, publishesHere: true, host: "127.0.0.1" },
  { ip: "127.0.0.1", engine: ssh, publishesHere: false, host: undefined },
  { ip: "::1", engine: tcp, publishesHere: false, host: undefined },
  { ip: "0.0.0.0", engine: ssh, publishesHere: false, host: "classroom" },
  { ip: "", engine: tcp, publishesHere: false, host: "10.0.0.5" },
  { ip: "::", engine: engineAt("tcp://[fd00::5]:2375"), publishesHere: false, host: "[fd00::5]" },
  { ip: "10.0.0.9", engine: tcp, publishesHere: false, host: "10.0.0.9" },
  { ip: "0.0.0.0", engine: here, publishesHere: false, host: undefined },
])("a port published on $ip is reached at $host", ({ ip, engine, publishesHere, host }) => {
  expect(hostOf(engine, ip, publishesHere)).toBe(host);
});

const vote = { name: "Vote", url: "http://127.0.0.1:5000" };
const results = { name: "Results", url: "http://127.0.0.1:15001" };

test("addresses stand in one line", () => {
  expect(addressLine([vote, results], here)).toBe("Vote: http://127.0.0.1:5000  Results: http://127.0.0.1:15001");
});

const only = (addresses: (typeof vote)[]) => addresses.map((address) => ({ ...address, only: "room-7" }));

test("of an engine elsewhere, its machine is said, and by ssh how to come there", () => {
  expect(addressLine(only([vote, results]), ssh)).toBe(
    "Vote: http://127.0.0.1:5000  Results: http://127.0.0.1:15001\n" +
      "(on room-7, the engine's machine; from here, `ssh -N -L 5000:127.0.0.1:5000 -L 15001:127.0.0.1:15001 -p 2222 learner@classroom` makes them answer)",
  );
  expect(addressLine(only([vote]), tcp)).toBe("Vote: http://127.0.0.1:5000\n(on room-7, the engine's machine)");
});
