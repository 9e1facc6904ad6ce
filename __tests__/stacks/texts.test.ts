import { join } from "node:path";
import { stageOf, stages } from "../../commands/stages";
import { stepsOf } from "../../constructs/lab-stage/step";
import { scratchFolder, synthesized, testApp, writeBundle } from "../constructs/scratch";

const bundle = writeBundle(join(scratchFolder(), "bundle"));

describe.each(stages)("%s", (name) => {
  const stage = stageOf(name);
  const texts = stage.texts();
  const outputs = synthesized(new (stage.stack())(testApp(bundle, {})))["output"] as Record<string, { value: string }>;
  const steps = stepsOf(Object.fromEntries(Object.entries(outputs).map(([key, { value }]) => [key, value])));

  test("every step has its text, and they come in one order", () => {
    expect(Object.keys(texts)).toEqual(steps.map(({ key }) => key));
  });

  test("what has a note is no command, and the other way round", () => {
    expect(steps.filter(({ isCommand }) => !isCommand).map(({ key }) => key)).toEqual(
      Object.entries(texts).flatMap(([key, { note }]) => (note ? [key] : [])),
    );
  });

  test("every note fits on 80 columns", () => {
    const lines = Object.entries(texts).flatMap(([key, { note }]) =>
      [note?.title, note?.body].flatMap((text) =>
        [text?.en, text?.es].flatMap((said = "") => said.split("\n").map((line) => ({ key, line }))),
      ),
    );
    expect(lines.filter(({ line }) => line.length > 80)).toEqual([]);
  });

  test("nothing said is longer than what is read in a moment, or has a usted in it", () => {
    for (const [key, { look, note }] of Object.entries(texts)) {
      for (const text of [look.en, look.es]) expect([key, text.length > 10 && text.length < 280]).toEqual([key, true]);
      for (const text of [look.es, note?.title.es, note?.body?.es]) expect(text ?? "").not.toMatch(/\busted\b/i);
    }
  });
});
