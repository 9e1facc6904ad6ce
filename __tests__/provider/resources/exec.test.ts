import { exec } from "../../../provider/resources/exec";
import { validateConfig } from "../../../provider/schema/operations";
import { complete } from "../../../provider/schema/plan/conform";

test("a command that is empty is refused before anything runs, with what to write", () => {
  const config = complete(exec.schema, { container: "web", command: [] });
  expect(validateConfig(exec, config)).toMatchObject([
    {
      severity: "error",
      path: ["command"],
      detail: 'the command is empty; name a program, `["ls", "-l"]`',
    },
  ]);
});
