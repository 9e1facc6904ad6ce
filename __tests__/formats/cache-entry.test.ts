import { cacheComplaint, parseCacheEntry } from "../../formats/cache-entry";

test.each([
  ["example.com/app:cache", { type: "registry", attributes: { ref: "example.com/app:cache" } }],
  ["type=inline", { type: "inline", attributes: {} }],
  ["type=registry,ref=a/b:c,mode=max", { type: "registry", attributes: { ref: "a/b:c", mode: "max" } }],
  ["Type=s3, region=eu=1", { type: "s3", attributes: { region: "eu=1" } }],
])("the cache %s", (text, entry) => {
  expect(parseCacheEntry(text)).toEqual(entry);
  expect(cacheComplaint(text)).toBeUndefined();
});

test.each([
  ["type=local,dest=/tmp", "folder"],
  ["type=tape", "`inline`"],
  ["ref=a", "`type=`"],
  ["type=registry", "`type=registry,ref=NAME`"],
  ["type=registry,ref", "is no cache"],
  ["type=__proto__,ref=a", "`type=`"],
])("the cache %s is refused", (text, says) => {
  expect(cacheComplaint(text)).toContain(says);
});
