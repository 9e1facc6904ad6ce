import { plainBase64, sameBase64, validateBase64 } from "../../../provider/resources/base64";

test.each([
  { name: "nothing", text: "", plain: "" },
  { name: "whole bytes", text: "Zm9v", plain: "Zm9v" },
  { name: "padding", text: "Zg==", plain: "Zg==" },
  { name: "lines, as `base64` writes them", text: "Zm9v\nYmFy\r\n", plain: "Zm9vYmFy" },
  { name: "bits that no byte has", text: "Zm9=", plain: "Zm8=" },
])("$name is base64, of which the engine tells one spelling", ({ text, plain }) => {
  expect(validateBase64(text)).toBeUndefined();
  expect(plainBase64(text)).toBe(plain);
  expect(sameBase64(text, plain)).toBe(true);
});

test.each(["Zm9", "Zm9v=", "Z===", "Zm-v", "Zm 9v", "Zm9v\tZm9v"])("%j is not, and is not repeated", (text) => {
  expect(validateBase64(text)).toBe("the value is not base64; write `base64encode(…)` around the text");
});

test("other bytes are another value", () => {
  expect(sameBase64("Zm9v", "YmFy")).toBe(false);
});
