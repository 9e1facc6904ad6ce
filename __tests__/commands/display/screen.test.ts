import { doing } from "../../../commands/display/doing";
import { type Drawing, QUIET_MS, Screen } from "../../../commands/display/screen";

let now: number;
let written: string;
beforeEach(() => {
  now = 100_000;
  written = "";
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

const STEP = 50;
const pass = (milliseconds: number) => {
  for (let passed = 0; passed < milliseconds; passed += STEP) {
    now += STEP;
    jest.advanceTimersByTime(STEP);
  }
};
const write = (text: string) => {
  written += text;
};
const unused = () => Promise.reject(new Error("nothing is drawn without a terminal"));

describe("without a terminal", () => {
  const plain = () => new Screen({ write }, unused, () => now);

  test("what begins is told at once, and again once nothing was written for a while", async () => {
    const end = await plain().begin(doing("looking", now));
    expect(written).toBe("… looking\n");
    pass(QUIET_MS + 250);
    expect(written).toBe("… looking\n… looking (2s)\n");
    end();
    pass(60_000);
    expect(written).toBe("… looking\n… looking (2s)\n");
  });

  test("no three seconds pass without a sign, and a line that was written is one", async () => {
    const screen = plain();
    await screen.begin(doing("looking", now));
    pass(2000);
    screen.write("· found\n");
    pass(2000);
    expect(written).toBe("… looking\n· found\n");
    pass(750);
    expect(written).toBe("… looking\n· found\n… looking (4s)\n");
  });

  test("what goes on, and what is written, shows what would steer a terminal", async () => {
    const screen = plain();
    await screen.begin(evil);
    screen.write("\x1b[31m\x1b]52;c;\x07\n");
    screen.close();
    expect(written).toBe("… reading \\x1b[2J\n\\x1b]52;c;\\x07\n");
  });

  test("what begins right after a sign is not told by itself; what goes on at once is told in one line", async () => {
    const screen = plain();
    const end = await screen.begin(doing("one", now));
    end();
    await screen.begin(doing("two", now));
    await screen.begin(doing("three", now));
    pass(3000);
    expect(written).toBe("… one\n… two (2s); three (2s)\n");
  });
});

/** Something that goes on, by a name that clears the screen. */
const evil = { lines: () => ["reading \x1b[2J"], brief: () => "reading \x1b[2J" };

describe("under a terminal", () => {
  let drawn: string[];
  const drawing: Drawing = Object.assign((text: string) => drawn.push(text), {
    clear: () => drawn.push("(cleared)"),
    done: () => drawn.push("(done)"),
  });
  const live = (rows = 24) =>
    new Screen(
      { write, isTTY: true, columns: 80, rows },
      async () => drawing,
      () => now,
    );
  beforeEach(() => {
    process.env["TERM"] = "xterm";
    drawn = [];
  });

  test("what goes on is drawn again and again, and leaves nothing", async () => {
    const end = await live().begin(doing("looking", now));
    pass(1000);
    end();
    expect(drawn[0]).toMatch(/^. looking {2}0s$/);
    expect(drawn).toContainEqual(expect.stringMatching(/^. looking {2}1s$/));
    expect(drawn.slice(-2)).toEqual(["(cleared)", "(done)"]);
    expect(written).toBe("");
  });

  test("lines are written above it", async () => {
    const screen = live();
    await screen.begin(doing("looking", now));
    drawn = [];
    screen.write("· found\n");
    expect([drawn[0], written, drawn[1]]).toEqual(["(cleared)", "· found\n", expect.stringContaining("looking")]);
    screen.close();
  });

  test("what goes on, and what is written, steers it by colours alone", async () => {
    const screen = live();
    await screen.begin(evil);
    screen.write("\x1b[31mred\x1b[39m \x1b[2J\n");
    screen.close();
    expect(drawn[0]).toBe("reading \\x1b[2J");
    expect(written).toBe("\x1b[31mred\x1b[39m \\x1b[2J\n");
  });

  test("while somebody is asked something, it is still", async () => {
    const screen = live();
    await screen.begin(doing("looking", now));
    const during = await screen.still(async () => {
      drawn = [];
      pass(1000);
      return [...drawn];
    });
    expect(during).toEqual([]);
    expect(drawn.at(-1)).toContain("looking");
    screen.close();
  });

  test("a low terminal has the first lines", async () => {
    const screen = live(5);
    for (const each of ["one", "two", "three", "four"]) await screen.begin(doing(each, now));
    expect(drawn.at(-1)?.split("\n")).toHaveLength(3);
    screen.close();
  });

  test("one that can draw nothing has plain lines", async () => {
    process.env["TERM"] = "dumb";
    const screen = live();
    await screen.begin(doing("looking", now));
    expect(written).toBe("… looking\n");
    screen.close();
  });
});
