import { isSameProvenance, provenanceComplaint } from "../../formats/provenance";

/** What the community's provider documents for `provenance`, and the parameters of BuildKit's own page. */
test.each([
  "true",
  "false",
  "min",
  "max",
  "mode=min",
  "mode=max",
  "mode=max,version=v0.2",
  "type=provenance,mode=min",
  "builder-id=https://example.com/builder,reproducible=true,inline-only=false",
])("%s is taken", (text) => {
  expect(provenanceComplaint(text)).toBeUndefined();
});

test.each([
  ["yes", 'has no "yes"'],
  ["mode=all", "`mode=min` or `mode=max`"],
  ["mode", "is no provenance; write"],
  ["mode=min,", 'has no ""'],
  ["type=sbom", "`type=provenance`"],
  ["depth=1", 'has no "depth"'],
  ["__proto__=1", 'has no "__proto__"'],
])("%s is refused", (text, says) => {
  expect(provenanceComplaint(text)).toContain(says);
});

test.each([
  ["", "false", true],
  ["false", "disabled=true", true],
  ["min", "mode=min", true],
  ["true", "max", true],
  ["true", "min", false],
  ["", "true", false],
])("%p and %p are the same: %p", (a, b, same) => {
  expect(isSameProvenance(a, b)).toBe(same);
});
