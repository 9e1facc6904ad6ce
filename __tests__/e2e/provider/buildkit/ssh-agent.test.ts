import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { agentOf, readSshKey, SshKeyError } from "../../../../provider/buildkit";
import { AgentMessages, sshString } from "../../../../provider/buildkit/agent-wire";

// Keys as OpenSSH writes them, in an agent that OpenSSH asks.
const folder = mkdtempSync(join(tmpdir(), "t-ssh-keys-"));
const run = promisify(execFile);
let server: Server | undefined;
afterEach(() => void server?.close());
afterAll(() => rmSync(folder, { recursive: true }));

const kinds: readonly (readonly [name: string, options: readonly string[]])[] = [
  ["ed25519", ["-t", "ed25519"]],
  ["rsa", ["-t", "rsa", "-b", "2048"]],
  ["rsa-pem", ["-t", "rsa", "-b", "2048", "-m", "PEM"]],
  ["rsa-pkcs8", ["-t", "rsa", "-b", "2048", "-m", "PKCS8"]],
  ["ecdsa-256", ["-t", "ecdsa", "-b", "256"]],
  ["ecdsa-384", ["-t", "ecdsa", "-b", "384"]],
  ["ecdsa-521", ["-t", "ecdsa", "-b", "521"]],
  ["ecdsa-pem", ["-t", "ecdsa", "-b", "256", "-m", "PEM"]],
];

function keyFile(name: string, options: readonly string[], passphrase = ""): string {
  const path = join(folder, name);
  execFileSync("ssh-keygen", ["-q", ...options, "-N", passphrase, "-C", `comment of ${name}`, "-f", path]);
  return path;
}

test("OpenSSH finds each kind of key in an agent of them, and takes its signatures", async () => {
  const paths = kinds.map(([name, options]) => keyFile(name, options));
  const agent = agentOf(paths.map((path) => readSshKey(readFileSync(path, "utf8"))));
  server = createServer(async (socket) => {
    const messages = new AgentMessages();
    for await (const chunk of socket)
      for (const message of messages.push(chunk as Buffer)) socket.write(sshString(await agent.answer(message)));
  });
  const socket = join(folder, "agent.sock");
  await new Promise<void>((resolve) => server!.listen(socket, resolve));
  const env = { ...process.env, SSH_AUTH_SOCK: socket };
  const { stdout } = await run("ssh-add", ["-L"], { env });
  const keyOf = (line: string) => line.split(" ").slice(0, 2).join(" ");
  expect(stdout.trim().split("\n").map(keyOf)).toEqual(paths.map((path) => keyOf(readFileSync(`${path}.pub`, "utf8"))));
  // It has each sign something, and verifies that.
  await run("ssh-add", ["-T", ...paths.map((path) => `${path}.pub`)], { env });
  // The keys are nobody's to take out.
  await expect(run("ssh-add", ["-D"], { env })).rejects.toThrow();
});

test.each([
  ["locked", ["-t", "ed25519"]],
  ["locked-pem", ["-t", "rsa", "-m", "PEM"]],
  ["locked-pkcs8", ["-t", "rsa", "-m", "PKCS8"]],
])("one with a passphrase is refused: %s", (name, options) => {
  const text = readFileSync(keyFile(name, options, "secret"), "utf8");
  expect(() => readSshKey(text)).toThrow(new SshKeyError(encrypted));
});

const encrypted = "is encrypted; add it to an agent by `ssh-add`, and name `default`, which is the agent";

test("a public key is none", () => {
  const text = readFileSync(`${keyFile("public", ["-t", "ed25519"])}.pub`, "utf8");
  expect(() => readSshKey(text)).toThrow("is no private key; name the file without `.pub`");
});
