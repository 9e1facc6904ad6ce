import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uploadFiles } from "../../../../provider/resources/container/upload";
import { FakeEngine } from "../../../engine/fake-engine";

// Files are written as fast as the engine takes them: what happens where it takes none, or not all.

const folder = mkdtempSync(join(tmpdir(), "t-upload-"));
/** More than what is written ahead of whoever reads. */
const LONG = "a".repeat(1_000_000);
const source = join(folder, "source");
writeFileSync(source, LONG);

let fake: FakeEngine;
afterEach(() => fake.close());
afterAll(() => rmSync(folder, { recursive: true }));

type Asked = Parameters<typeof uploadFiles>[2];
const asked = (file: object): Asked =>
  ({ upload: [{ file: "/data/file", executable: false, ...file }], upload_content_wo: undefined }) as unknown as Asked;
const files = [
  ["a text", asked({ content: LONG })],
  ["a file", asked({ source })],
] as const;

const upload = (files: Asked, signal: AbortSignal = new AbortController().signal) =>
  uploadFiles(fake.engine, "c", files, signal);
const refuse = (response: ServerResponse) =>
  response.writeHead(400, { "Content-Type": "application/json" }).end(JSON.stringify({ message: "no space left" }));

test.each(files)("an engine that refuses %s before it asks for it is heard", async (_, files) => {
  fake = await FakeEngine.start(() => {});
  fake.server.on("checkContinue", (_request, response) => refuse(response));
  await expect(upload(files)).rejects.toMatchObject({ engineMessage: "no space left" });
});

test.each(files)("an engine that refuses %s half way is heard", async (_, files) => {
  fake = await FakeEngine.start((request: IncomingMessage, response) => {
    request.once("data", () => refuse(response));
  });
  await expect(upload(files)).rejects.toMatchObject({ engineMessage: "no space left" });
});

test.each(files)("an engine that never asks for %s is waited for until the user stops it", async (_, files) => {
  const stop = new AbortController();
  fake = await FakeEngine.start(() => {});
  fake.server.on("checkContinue", () => stop.abort(new Error("stopped")));
  await expect(upload(files, stop.signal)).rejects.toMatchObject({ code: "aborted" });
});

test("a file that cannot be read is told, whatever the engine makes of the archive that ends early", async () => {
  fake = await FakeEngine.start((request, response) => request.resume().on("error", () => refuse(response)));
  await expect(upload(asked({ source: join(folder, "absent") }))).rejects.toThrow(/absent" cannot be read/);
});

test("a file that is shorter than it was is told", async () => {
  // What the kernel makes up has no size, and a content.
  fake = await FakeEngine.start((request, response) => request.resume().on("end", () => response.end()));
  await expect(upload(asked({ source: "/proc/self/status" }))).rejects.toThrow(/status" cannot be read/);
});
