import { refusalError, refusals } from "../../engine/refusals";
import { detail } from "../../problem";

import { objectRows } from "./refusals/objects";
import { registryAndSwarmRows } from "./refusals/registries-and-swarms";

const rows = [...objectRows, ...registryAndSwarmRows];

test.each(rows)(
  "$status to a call on a $kind: $engineMessage → $code",
  ({ status, kind = "container", engineMessage, code }) => {
    const error = refusalError({
      status,
      engineMessage: engineMessage,
      call: "POST /x",
      object: { kind, name: "web" },
      address: "unix:///x",
    });
    expect(error).toMatchObject({ code, call: "POST /x", address: "unix:///x", object: { kind, name: "web" } });
    expect(error.engineMessage).toBe(engineMessage || undefined);
    expect(error.status).toBe(status || undefined);
    expect(error.what).toMatch(/^[a-z]+ "web" .*[^.]$/);
    expect(error.remedy).toMatch(/^[A-Z].*\.$/);
    expect(detail(error.problems[0])).toContain("POST /x at unix:///x");
  },
);

test("each row of the table that says what it means is met by something that engines say", () => {
  const met = rows.map(
    (said) =>
      refusalError({ ...said, call: "", object: { kind: said.kind ?? "container", name: "web" }, address: "" }).remedy,
  );
  expect(refusals.filter((row) => row.code !== undefined && !met.includes(row.remedy))).toEqual([]);
});

test("a call that is about no object is told by its method and path", () => {
  const error = refusalError({
    status: 500,
    engineMessage: "",
    call: "GET /info",
    object: undefined,
    address: "unix:///x",
  });
  expect(error.what).toBe("GET /info failed on the engine");
});
