import { whileAlone } from "../../commands/lock";
import { mirror } from "../../commands/mirror";

const engine = { system: { info: () => Promise.reject(new Error("looked at")) }, close: jest.fn() };
jest.mock("../../commands/setup/engine", () => ({ openEngine: () => engine }));
jest.mock("../../commands/lock", () => ({ whileAlone: jest.fn() }));
const alone = jest.mocked(whileAlone);
beforeEach(() => {
  jest.clearAllMocks();
});

test.each(["on", "off"] as const)("%s changes something, and nothing unless it is alone", async (action) => {
  await mirror(action);
  expect(alone).toHaveBeenCalledWith(`./lab mirror ${action}`, expect.any(Function));
  const [[, work]] = alone.mock.calls as [Parameters<typeof whileAlone>];
  await expect(work()).rejects.toThrow("looked at");
  expect(engine.close).toHaveBeenCalled();
});

test("a look does not mind who is at work", async () => {
  await expect(mirror("show")).rejects.toThrow();
  expect(alone).not.toHaveBeenCalled();
});
