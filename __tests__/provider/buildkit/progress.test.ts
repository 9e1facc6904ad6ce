import { BuildkitProgress, ClassicProgress, PlainProgress } from "../../../provider/buildkit";
import { StatusResponse } from "../../../provider/buildkit/messages";

type Told = Parameters<typeof StatusResponse.encode>[0];
const trace = (told: Told) => ({ id: "moby.buildkit.trace", aux: StatusResponse.encode(told).toString("base64") });
const at = (seconds: number, nanos = 0) => ({ seconds, nanos });
const log = (vertex: string, text: string | Buffer) => ({ vertex, msg: Buffer.from(text) });

describe("BuildKit", () => {
  const read = (progress: BuildkitProgress, ...told: Told[]) =>
    told.flatMap((each) => progress.read(trace(each))).map(({ text, detail }) => `${detail ? "  " : ""}${text}`);

  test("is told like `docker build --progress=plain` tells it", () => {
    const make = { digest: "b", name: "[2/2] RUN make", started: at(10, 500_000_000) };
    const lines = read(
      new BuildkitProgress(),
      {
        vertexes: [
          { digest: "a", name: "[1/2] FROM alpine" },
          { digest: "b", name: "[2/2] RUN make" },
        ],
      },
      { vertexes: [{ digest: "a", name: "[1/2] FROM alpine", started: at(10), completed: at(10), cached: true }] },
      { vertexes: [make], logs: [log("b", "one\ntw")] },
      { statuses: [{ id: "transferring", vertex: "b", current: 5, total: 10 }], logs: [log("b", "o\nrest")] },
      { vertexes: [{ ...make, completed: at(12) }] },
      { warnings: [{ vertex: "b", short: Buffer.from("old syntax") }] },
    );
    expect(lines).toEqual([
      "#1 [1/2] FROM alpine",
      "#1 CACHED",
      "#2 [2/2] RUN make",
      "  #2 one",
      "  #2 transferring 5/10",
      "  #2 two",
      "#2 rest",
      "#2 DONE 1.5s",
      "WARNING: old syntax",
    ]);
  });

  test("a failed step and the end of its output, not the steps that were cancelled with it", () => {
    const progress = new BuildkitProgress();
    const ended = { started: at(1), completed: at(2) };
    read(
      progress,
      { logs: [log("a", "of a\n"), log("b", "first\nlast without end")] },
      { vertexes: [{ digest: "a", name: "[a 1/1] RUN sleep", ...ended, error: "rpc error: context canceled" }] },
      { vertexes: [{ digest: "b", name: "[b 1/1] RUN false", ...ended, error: "exit code: 1" }] },
    );
    expect(progress.failedStep()).toEqual({ name: "[b 1/1] RUN false", output: "first\nlast without end" });
  });

  test("no failure, no failed step", () => {
    expect(new BuildkitProgress().failedStep()).toBeUndefined();
  });

  test("a character that is cut in two, and a progress bar that goes back to the start of its line", () => {
    const euro = Buffer.from("€\n");
    const lines = read(
      new BuildkitProgress(),
      { logs: [log("a", euro.subarray(0, 1))] },
      { logs: [log("a", euro.subarray(1)), log("a", "10%\r50%\r100%\nwindows\r\n")] },
    );
    expect(lines).toEqual(["  #1 €", "  #1 100%", "  #1 windows"]);
  });

  test("the image", () => {
    const progress = new BuildkitProgress();
    expect(progress.imageId).toBeUndefined();
    progress.read({ id: "moby.image.id", aux: { ID: "sha256:abc" } });
    expect(progress.imageId).toBe("sha256:abc");
  });

  test("however much a step prints, the end of it is kept", () => {
    const progress = new BuildkitProgress();
    for (let i = 0; i < 1000; i++) read(progress, { logs: [log("a", `${"x".repeat(1000)} ${i}\n`)] });
    read(progress, { vertexes: [{ digest: "a", name: "a", started: at(1), completed: at(1), error: "no" }] });
    const output = progress.failedStep()!.output.split("\n");
    expect(output).toHaveLength(200);
    expect(output.at(-1)).toMatch(/ 999$/);
  });
});

describe("the classic builder", () => {
  const messages = [
    "Step 1/2 : FROM alpine\n",
    " ---> 01ba43ba17dd\n",
    "Step 2/2 : RUN make",
    "\n",
    " ---> Running in 1\n",
    "first\nla",
    "st",
  ];

  test("steps, and what they print", () => {
    const progress = new ClassicProgress();
    const lines = messages.flatMap((stream) => progress.read({ stream }));
    const headings = lines.filter(({ detail }) => !detail).map(({ text }) => text);
    expect(headings).toEqual(["Step 1/2 : FROM alpine", "Step 2/2 : RUN make"]);
    expect(progress.failedStep()).toEqual({ name: "RUN make", output: "first\nlast" });
  });

  test("the image", () => {
    const progress = new ClassicProgress();
    progress.read({ aux: { ID: "sha256:abc" } });
    expect(progress.imageId).toBe("sha256:abc");
  });

  test("pulls of base images are told too", () => {
    const lines = new ClassicProgress().read({ status: "Pulling from library/alpine" });
    expect(lines).toEqual([{ text: "Pulling from library/alpine", detail: true }]);
  });
});

describe("buildx", () => {
  const printed = `#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s

#2 [2/3] RUN make
#2 0.123 first
#2 0.200 last
#2 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 2
------
ERROR: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2
`;

  test("steps, what they print, and which failed", () => {
    const progress = new PlainProgress();
    // However it is cut up.
    const lines = (printed.match(/[\s\S]{1,7}/g) ?? []).flatMap((stream) => progress.read({ stream }));
    expect(lines.filter(({ text, detail }) => !detail && /\[/.test(text)).map(({ text }) => text)).toEqual([
      "#1 [internal] load build definition from Dockerfile",
      "#2 [2/3] RUN make",
    ]);
    expect(progress.failedStep()).toEqual({ name: "[2/3] RUN make", output: "first\nlast" });
    expect(progress.words).toMatch(/^failed to solve: /);
  });
});
