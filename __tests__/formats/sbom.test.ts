import { isSameSbom, sbomComplaint, sbomOf, tellsScanner } from "../../formats/sbom";

/** As `docker compose build` 5.6 takes them, with buildx 0.29 and an engine of Docker 28.5. */
test.each(["true", "false", "generator=scanner", "generator=scanner,WORD=hello", "disabled=true", "type=sbom"])(
  "%s is taken",
  (text) => {
    expect(sbomComplaint(text)).toBeUndefined();
  },
);

test.each([
  ["often", "write `true`, `false`, `generator=IMAGE`"],
  ["max", "is no SBOM"],
  ["generator", "is no SBOM"],
  ["generator=scanner,", "is no SBOM"],
  ["generator=", "generator is empty"],
  ["disabled=perhaps", "`disabled=true` or `disabled=false`"],
  ["type=provenance", "`type=sbom`"],
])("%s is refused", (text, says) => {
  expect(sbomComplaint(text)).toContain(says);
});

test.each([
  ["", undefined],
  ["false", undefined],
  ["disabled=true,generator=scanner", undefined],
  ["true", ""],
  ["type=sbom", ""],
  ["generator=scanner,WORD=a=b", "generator=scanner,WORD=a=b"],
  ["disabled=false,generator=scanner", "generator=scanner"],
])("of %p BuildKit is told %p", (text, told) => {
  expect(sbomOf(text)).toBe(told);
});

test.each([
  ["", "false", true],
  ["true", "disabled=false", true],
  ["", "true", false],
  ["generator=a", "generator=b", false],
])("%p and %p are the same: %p", (a, b, same) => {
  expect(isSameSbom(a, b)).toBe(same);
});

test.each([
  ["generator=scanner,WORD=hello", true],
  ["WORD=hello", true],
  ["generator=scanner", false],
  ["type=sbom", false],
  ["true", false],
  ["generator=scanner,WORD=hello,disabled=true", false],
  [undefined, false],
])("%s tells its scanner something: %s", (text, is) => {
  expect(tellsScanner(text)).toBe(is);
});
