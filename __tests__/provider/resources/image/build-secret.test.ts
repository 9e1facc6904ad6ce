import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSecret } from "../../../../provider/resources/image/build-secret";

const folder = mkdtempSync(join(tmpdir(), "t-image-secret-"));
const file = join(folder, "word");
const variable = "T_IMAGE_SECRET_OF_ITS_OWN";
beforeAll(() => {
  writeFileSync(file, "of the file");
  process.env[variable] = "of the variable";
});
afterAll(() => {
  delete process.env[variable];
  rmSync(folder, { recursive: true });
});

/** As a configuration has it that says nothing else. */
const declared = (secret: { id: string; env?: string; src?: string }) => ({
  env: undefined,
  src: undefined,
  ...secret,
});

const absent = "T_IMAGE_SECRET_THAT_IS_ABSENT";
const ofVariable = { secret: { id: "word", env: variable }, says: "of the variable" };
const rows = [
  { where: "in a variable", ...ofVariable },
  { where: "in a file", secret: { id: "word", src: file }, says: "of the file" },
  { where: "in both", secret: { id: "word", env: variable, src: file }, says: "of the variable" },
  {
    where: "in a file, the variable not being there",
    secret: { id: "word", env: absent, src: file },
    says: "of the file",
  },
  { where: "where its id says, a variable", secret: { id: variable }, says: "of the variable" },
  { where: "where its id says, a file", secret: { id: file }, says: "of the file" },
  {
    where: "where its id says, beside empty texts",
    secret: { id: variable, env: "", src: "" },
    says: "of the variable",
  },
];
test.each(rows)("a secret that is $where", ({ secret, says }) => {
  expect(readSecret([declared(secret)], secret.id)?.toString()).toBe(says);
});

test("a secret that nobody declared is none", () => {
  expect(readSecret([declared({ id: "word", src: file })], "other")).toBeUndefined();
});

test.each([
  { secret: { id: "word", env: absent }, says: `the environment variable ${absent} is not set` },
  { secret: { id: "word", src: join(folder, "absent") }, says: "absent cannot be read (ENOENT)" },
  { secret: { id: absent }, says: `the file ${absent} cannot be read (ENOENT)` },
])("$says: an error", ({ secret, says }) => {
  expect(() => readSecret([declared(secret)], secret.id)).toThrow(
    expect.objectContaining({
      diagnostics: [expect.objectContaining({ path: ["build"], detail: expect.stringContaining(says) })],
    }),
  );
});
