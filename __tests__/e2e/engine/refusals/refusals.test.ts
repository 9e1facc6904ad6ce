import { taken } from "../../../engine/taken";
import { provocations } from "./provocations";
import { record } from "./record";

jest.setTimeout(120_000);

test("what this machine's engine refuses is taken for what it is", async () => {
  const { refusals } = await record();
  expect(refusals.map((refused) => ({ name: refused.name, ...taken(refused) }))).toEqual(
    provocations.map(({ name, code, fault }) => ({ name, code, fault })),
  );
});
