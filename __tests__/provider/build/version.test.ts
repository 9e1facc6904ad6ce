import { version } from "../../../package.json";
import { contentVersion, identifierIn } from "../../../provider/build/version";

test("the version is the package's, and ends in twelve digits of the content's hash", () => {
  const [release, digits] = contentVersion([Buffer.from("a")]).split("-");
  expect(release).toBe(version);
  expect(digits).toMatch(/^[0-9a-f]{12}$/);
});

test("equal content has equal versions, another content another", () => {
  expect(contentVersion([Buffer.from("a"), Buffer.from("b")])).toBe(
    contentVersion([Buffer.from("a"), Buffer.from("b")]),
  );
  expect(contentVersion([Buffer.from("a")])).not.toBe(contentVersion([Buffer.from("b")]));
});

test("where one file ends and the next begins counts", () => {
  expect(contentVersion([Buffer.from("ab"), Buffer.from("c")])).not.toBe(
    contentVersion([Buffer.from("a"), Buffer.from("bc")]),
  );
});

const rest = "c".repeat(52);
const hashes = [
  { name: "letters and digits", hash: `0123456789ab${rest}`, identifier: "0123456789ab" },
  { name: "digits only", hash: `123456789012${rest}`, identifier: "123456789012" },
  {
    name: "digits only with a leading zero, which semantic versions refuse",
    hash: `012345678901${rest}`,
    identifier: "12345678901c",
  },
];
test.each(hashes)("$name", ({ hash, identifier }) => {
  expect(identifierIn(hash)).toBe(identifier);
});
