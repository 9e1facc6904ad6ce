import { isStage, withDependents, withNeeds } from "../../commands/stages";
import { runs } from "../e2e/docs/runs";
import { commandOf, commandsOf, fencesOf, kinds, pageText, readerPages } from "./fences";

describe.each(readerPages)("%s", (page) => {
  test.each(["en", "es"] as const)("each fence says what is in it, in %s", (language) => {
    const unknown = fencesOf(page, language).filter(({ kind }) => !Object.hasOwn(kinds, kind));
    expect(unknown).toEqual([]);
  });

  test.each(["en", "es"] as const)("cdktf's commands name every stage that cdktf wants named, in %s", (language) => {
    const named = [...pageText(page, language).matchAll(/npx cdktf (deploy|destroy)((?: stage\d)+)/g)];
    for (const [command, verb, names] of named) {
      const stages = names!.trim().split(" ").filter(isStage);
      const wanted = verb === "deploy" ? withNeeds(stages) : withDependents(stages);
      expect([command, [...wanted].sort()]).toEqual([command, [...stages].sort()]);
    }
  });

  test("both languages have the same commands in the same order", () => {
    expect(commandsOf(page, "es")).toEqual(commandsOf(page, "en"));
  });
});

test("what is said of a command is none of it", () => {
  expect(commandOf('eval "$(./lab completion bash)"   # or zsh')).toBe('eval "$(./lab completion bash)"');
  expect(commandOf("docker exec -it a sh")).toBe("docker exec -it a sh");
});

test("each page with commands is run, and each exception is a command of its page", () => {
  const having = readerPages.filter((page) => commandsOf(page).length > 0);
  expect(runs.map(({ page }) => page)).toEqual(having);
  for (const { page, besides = {}, typed = {} } of runs) {
    const there = commandsOf(page).map(({ command }) => command);
    expect([...Object.keys(besides), ...Object.keys(typed)].filter((command) => !there.includes(command))).toEqual([]);
  }
});
