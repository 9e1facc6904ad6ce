import { BuiltImage } from "../../../constructs/image/built-image";
import { HubImage } from "../../../constructs/image/hub-image";
import { codeOf, testStack } from "../scratch";

test.each([
  ["Alpine:Latest", "write `alpine:Latest`"],
  ["Registry.example:5000/Team/App:V1", "write `registry.example:5000/team/app:V1`"],
  [" alpine", "write `alpine`"],
  ["", "write [HOST[:PORT]/]REPOSITORY[:TAG][@DIGEST], the repository in lower case"],
  ["alpine:", "write [HOST[:PORT]/]REPOSITORY[:TAG][@DIGEST], the repository in lower case"],
])("%p is no name of an image: %s", (name, remedy) => {
  const run = () => new HubImage(testStack(), "it", { name });
  expect(codeOf(run)).toBe("image-name");
  expect(run).toThrow(`${JSON.stringify(name)} of test/it (HubImage) is no name of an image; ${remedy}`);
});

test.each(["alpine", "alpine:3.20", "localhost:5000/team/app:V1", `alpine@sha256:${"0".repeat(64)}`, "${var.image}"])(
  "%p may be one",
  (name) => {
    expect(new HubImage(testStack(), "it", { name }).resource.nameInput).toBe(name);
  },
);

test("what is built is named likewise, before its context is read", () => {
  const run = () => new BuiltImage(testStack(), "it", { name: "Shop", context: "/nowhere" });
  expect(run).toThrow('"Shop" of test/it (BuiltImage) is no name of an image; write `shop`');
});
