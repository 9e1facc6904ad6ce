import { repoDigest } from "../../../../provider/resources/image/repo-digest";

const a = `sha256:${"a".repeat(64)}`;
const b = `sha256:${"b".repeat(64)}`;

const rows = [
  { case: "an image that no registry knows has none", name: "app", digests: [], expected: "" },
  { case: "null is none", name: "app", digests: null, expected: "" },
  { case: "the only one counts, whatever its name", name: "app", digests: [`other@${a}`], expected: `other@${a}` },
  {
    case: "of several the one of the name's repository",
    name: "app:v1",
    digests: [`other@${a}`, `app@${b}`],
    expected: `app@${b}`,
  },
  {
    case: "short and long names are the same",
    name: "docker.io/library/app",
    digests: [`o@${a}`, `app@${b}`],
    expected: `app@${b}`,
  },
  { case: "a longer repository is another one", name: "app", digests: [`app2@${a}`, `x/app@${b}`], expected: "" },
];
test.each(rows)("$case", ({ name, digests, expected }) => {
  expect(repoDigest(name, digests)).toBe(expected);
});
