import type { StageObject } from "../../../commands/status/objects";
import { age, objectTable, plainTable, tableRecords } from "../../../commands/status/table";

const now = new Date("2026-01-02T00:00:00Z");
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test.each([
  { seconds: -5, says: "0s" },
  { seconds: 59, says: "59s" },
  { seconds: 60, says: "1m" },
  { seconds: 7199, says: "1h" },
  { seconds: 172_800, says: "2d" },
])("$seconds seconds are $says", ({ seconds, says }) => {
  expect(age(before(seconds), now)).toBe(says);
});

const container: StageObject = {
  kind: "container",
  id: "7656aa0c2b1d",
  name: "stage1-alpine-sh",
  of: "alpine",
  state: "exited (0)",
  created: before(61),
  ports: "",
};
const volume: StageObject = {
  ...container,
  kind: "volume",
  id: "",
  name: "db",
  of: "local",
  state: "",
  created: before(3),
};

test("objects stand in aligned columns, without those that nothing is in", () => {
  expect(plainTable(objectTable([container, volume]), now)).toBe(
    [
      "KIND        ID             NAME               OF       STATE        CREATED",
      "container   7656aa0c2b1d   stage1-alpine-sh   alpine   exited (0)   1m ago",
      "volume                     db                 local                 3s ago",
    ].join("\n"),
  );
});

test("ports that are published have a column", () => {
  const published = { ...container, state: "running", ports: "127.0.0.1:5000->5000/tcp" };
  expect(plainTable(objectTable([published]), now).split("\n")[1]).toBe(
    "container   7656aa0c2b1d   stage1-alpine-sh   alpine   running   1m ago    127.0.0.1:5000->5000/tcp",
  );
});

test("for programs, a row is an object, and a time stays one", () => {
  expect(tableRecords(objectTable([volume]))).toEqual([
    {
      ...{ kind: "volume", id: "", name: "db", of: "local", state: "", ports: "" },
      created: "2026-01-01T23:59:57.000Z",
    },
  ]);
});
