import { answering, FakeEngine } from "./fake-engine";
import { separateProgram } from "./separate-program";

test("idle connections do not keep a program alive", async () => {
  const fake = await FakeEngine.start(answering(200, {}));
  const url = JSON.stringify(fake.engine.url);
  const printed = await separateProgram(`client.Engine.at(${url}).system.info().then(() => console.log("called"))`);
  expect(printed).toBe("called\n");
  expect(fake.connections).toHaveLength(1);
  await fake.close();
});
