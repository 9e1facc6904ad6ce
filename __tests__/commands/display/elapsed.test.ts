import { bar } from "../../../commands/display/bar";
import { elapsed } from "../../../commands/display/elapsed";

test.each([
  [0, "0s"],
  [999, "0s"],
  [7200, "7s"],
  [65_000, "1m05s"],
  [-5, "0s"],
])("%i ms are %s", (milliseconds, shown) => {
  expect(elapsed(milliseconds)).toBe(shown);
});

test.each([
  [0, 4, "────"],
  [1, 4, "━───"],
  [4, 4, "━━━━"],
  [0, 0, "────"],
  [5, 4, "━━━━"],
])("%i of %i is %s", (done, all, drawn) => {
  expect(bar(done, all, 4)).toBe(drawn);
});
