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

  test("the steps of the Dockerfile that have ended, with their time, and which were there already", () => {
    const progress = new BuildkitProgress();
    const step = (digest: string, name: string) => ({ digest, name, started: at(10) });
    read(
      progress,
      { vertexes: [{ ...step("i", "[internal] load build definition from Dockerfile"), completed: at(11) }] },
      { vertexes: [step("b", "[2/3] RUN make")] },
      { vertexes: [{ ...step("a", "[1/3] FROM alpine"), completed: at(10), cached: true }] },
      { vertexes: [{ ...step("b", "[2/3] RUN make"), completed: at(12, 500_000_000) }] },
      { vertexes: [{ ...step("c", "[app 3/3] COPY . /"), completed: at(11), error: "no" }, step("d", "[4/4] RUN x")] },
      { vertexes: [{ ...step("e", "exporting to image"), completed: at(11) }] },
    );
    expect(progress.endedSteps()).toEqual([
      { name: "[2/3] RUN make", cached: false, seconds: 2.5 },
      { name: "[1/3] FROM alpine", cached: true, seconds: 0 },
    ]);
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

  test("the steps, and which were there already; how long they took it does not say", () => {
    const progress = new ClassicProgress();
    const stream = "Step 1/3 : FROM alpine\n ---> 1a2b\nStep 2/3 : RUN make\n ---> Using cache\n ---> 3c4d\n";
    progress.read({ stream });
    expect(progress.endedSteps()).toEqual([
      { name: "[1/3] FROM alpine", cached: false },
      { name: "[2/3] RUN make", cached: true },
    ]);
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
    expect(progress.endedSteps()).toEqual([]);
  });

  test("the steps of the Dockerfile that have ended, with their time, and which were there already", () => {
    const progress = new PlainProgress();
    progress.read({
      stream:
        "#1 [internal] load metadata\n#1 DONE 0.1s\n#2 [1/2] FROM alpine\n#2 CACHED\n#3 [2/2] RUN make\n#3 0.1 x\n#3 DONE 2.5s\n",
    });
    expect(progress.endedSteps()).toEqual([
      { name: "[1/2] FROM alpine", cached: true, seconds: 0 },
      { name: "[2/2] RUN make", cached: false, seconds: 2.5 },
    ]);
  });
});
