import { type Diagnostic, lockHolder, readable, readEvent } from "../../../commands/terraform/event";
import { recording } from "./recordings";

test.each(["", "Terraform v1.11.4", "{", "null", "[]", '"type"', "{}"])("%j is no event", (line) => {
  expect(readEvent(line)).toBeUndefined();
});

test.each([
  ["docker_image.image-alpine_D1445137", "docker_image.image-alpine"],
  ["docker_container.nodes_D1445137[0]", "docker_container.nodes[0]"],
  ["docker_container.shell", "docker_container.shell"],
])("%s is shown as %s", (address, shown) => {
  expect(readable(address)).toBe(shown);
});

const errorsOf = (name: Parameters<typeof recording>[0]): Diagnostic[] =>
  recording(name).flatMap((event) => (event.type === "diagnostic" ? [event.diagnostic] : []));

test("who holds the lock of a state is read from Terraform's error", () => {
  expect(lockHolder(errorsOf("locked"))).toEqual({ who: "learner@classroom", since: "2026-11-29 21:46:55 UTC" });
});

test("any other error is of no lock", () => {
  expect(lockHolder(errorsOf("failed"))).toBeUndefined();
});

test.each([
  { language: "C", who: "somebody", since: "some time" },
  { language: "es_ES.UTF-8", who: "alguien", since: "hace un rato" },
])(
  "what Terraform does not say of who holds it is said in the reader's language ($language)",
  ({ language, ...said }) => {
    process.env["LC_ALL"] = language;
    expect(lockHolder([{ severity: "error", summary: "Error acquiring the state lock" }])).toEqual(said);
    process.env["LC_ALL"] = "C";
  },
);
