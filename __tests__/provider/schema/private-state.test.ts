import { PrivateState } from "../../../provider/schema";

const bytes = (text: string) => Buffer.from(text);

test("what is set is there after Terraform has stored it", () => {
  const kept = PrivateState.empty();
  kept.set("nonce", "a");
  kept.set("__proto__", "b");
  const again = PrivateState.decode(kept.encode());
  expect([again.tryGet("nonce"), again.tryGet("__proto__")]).toEqual(["a", "b"]);
});

test("nothing kept is no bytes at all", () => {
  const kept = PrivateState.empty();
  kept.set("nonce", "a");
  kept.remove("nonce");
  expect(kept.encode()).toHaveLength(0);
});

test("what the community provider has put there stays, and is no text of ours", () => {
  const theirs = '{"e2bfb730-ecaa-11e6-8f88-34363bc7c4c0":{"create":1200000000000},"schema_version":"2"}';
  const kept = PrivateState.decode(bytes(theirs));
  expect(kept.tryGet("e2bfb730-ecaa-11e6-8f88-34363bc7c4c0")).toBeUndefined();
  expect(JSON.parse(Buffer.from(kept.encode()).toString())).toEqual(JSON.parse(theirs));
});

test.each(["", "null", "42", "{", "\0"])("of %j nothing is known", (text) => {
  expect(PrivateState.decode(bytes(text)).tryGet("nonce")).toBeUndefined();
});

test.each(["toString", "constructor", "__proto__"])("%s is kept where it was set, and nowhere else", (key) => {
  expect(PrivateState.decode(bytes("{}")).tryGet(key)).toBeUndefined();
});
