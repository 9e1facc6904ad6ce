import type { ContainerInspect } from "../../../../engine";
import { lastSeen } from "../../../../provider/resources/container/wait-healthy";
import { echo } from "./engine-echo";

const seen = (State: object) => echo({}, { State } as Partial<ContainerInspect>);
const health = (Health: object, State: object = { Status: "running" }) => seen({ ...State, Health });

test.each([
  { name: "one that is gone", found: undefined, says: "It is gone." },
  { name: "one without a health check", found: seen({ Status: "running" }), says: "Last seen running." },
  {
    name: "one that has ended",
    found: seen({ Status: "exited", ExitCode: 2 }),
    says: "Last seen exited, exit code 2.",
  },
  {
    name: "one that has not been checked",
    found: health({ Status: "starting", Log: [] }),
    says: "Last seen running, starting; it has not been checked yet.",
  },
  {
    name: "one whose check said something",
    found: health({
      Status: "unhealthy",
      Log: [
        { ExitCode: 0, Output: "old" },
        { ExitCode: 1, Output: "no disk\n" },
      ],
    }),
    says: "Last seen running, unhealthy; its last check exited with 1 and printed: no disk.",
  },
  {
    name: "one whose check said nothing",
    found: health({ Status: "starting", Log: [{ ExitCode: 1, Output: "" }] }),
    says: "Last seen running, starting; its last check exited with 1 and printed nothing.",
  },
])("$name", ({ found, says }) => {
  expect(lastSeen(found)).toBe(says);
});
