import { execFileSync } from "node:child_process";
import { parseAddress, type SshAddress } from "../../../engine/address";
import { sshArguments } from "../../../engine/transports/ssh";
import { separateProgram } from "../separate-program";

const defaults = ["-o", "BatchMode=yes", "-o", "ConnectTimeout=30", "-o", "ServerAliveInterval=30"];
const dial = "docker system dial-stdio";

const rows = [
  { url: "ssh://host", options: [], expected: ["-T", ...defaults, "--", "host", dial] },
  {
    url: "ssh://me@host:2222",
    options: [],
    expected: ["-T", ...defaults, "-l", "me", "-p", "2222", "--", "host", dial],
  },
  { url: "ssh://host", options: ["-i", "key"], expected: ["-T", "-i", "key", ...defaults, "--", "host", dial] },
  {
    url: "ssh://host/run/o'clock; rm -rf $HOME.sock",
    options: [],
    expected: [
      "-T",
      ...defaults,
      "--",
      "host",
      `docker --host 'unix:///run/o'\\''clock; rm -rf $HOME.sock' system dial-stdio`,
    ],
  },
];

test.each(rows)("$url with $options", ({ url, options, expected }) => {
  expect(sshArguments(parseAddress(url) as SshAddress, options)).toEqual(expected);
});

test("a path goes through the far side's shell as it is", () => {
  const path = `/a b'c"d$HOME;e\`f`;
  const command = sshArguments(parseAddress(`ssh://host${path}`) as SshAddress, []).at(-1) ?? "";
  expect(execFileSync("sh", ["-c", command.replace("docker", `printf '%s|'`)]).toString()).toBe(
    `--host|unix://${path}|system|dial-stdio|`,
  );
});

test("without ssh the error says how to get it", async () => {
  const call = `client.Engine.at("ssh://host").system.ping().catch((error) => console.log(JSON.stringify(error)))`;
  expect(JSON.parse(await separateProgram(call, { env: { PATH: "/nonexistent" } }))).toMatchObject({
    code: "ssh-missing",
    remedy: expect.stringContaining("openssh-client"),
  });
});
