import { message } from "../../languages/message";

test("a message is said in every language, of the same facts", () => {
  const removed = message(
    (name: string, count: number) => `removed ${name}, ${count} in all`,
    (name, count) => `se quitó ${name}, ${count} en total`,
  );
  expect(removed("web", 2)).toEqual({ en: "removed web, 2 in all", es: "se quitó web, 2 en total" });
});

test("one without facts is a text", () => {
  expect(message("starting", "empezando")()).toEqual({ en: "starting", es: "empezando" });
});
