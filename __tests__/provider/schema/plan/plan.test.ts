import { plan } from "../../../../provider/schema/plan/plan";
import { rows } from "./rows";

test.each(rows)("$name", ({ field, prior, config, planned, replace, legacy }) => {
  const result = plan({ value: field }, prior && { value: prior.value }, { value: config });
  expect(result.planned).toEqual({ value: planned });
  expect(result.replace.length > 0).toBe(replace ?? false);
  expect(result.legacy).toBe(legacy ?? false);
});
