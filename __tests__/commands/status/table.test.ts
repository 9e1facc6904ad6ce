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

test("objects stand in aligned columns", () => {
  const objects = [
    { kind: "container", name: "stage1-alpine-sh", of: "alpine", state: "exited (0)", created: before(61) },
    { kind: "volume", name: "db", of: "local", state: "", created: before(3) },
  ] as const;
  expect(plainTable(objectTable(objects), now)).toBe(
    [
      "KIND        NAME               OF       STATE        AGE",
      "container   stage1-alpine-sh   alpine   exited (0)   1m",
      "volume      db                 local                 3s",
    ].join("\n"),
  );
});

test("for programs, a row is an object, and a time stays one", () => {
  const volume = { kind: "volume", name: "db", of: "local", state: "", created: before(3) } as const;
  expect(tableRecords(objectTable([volume]))).toEqual([
    { kind: "volume", name: "db", of: "local", state: "", created: "2026-01-01T23:59:57.000Z" },
  ]);
});
