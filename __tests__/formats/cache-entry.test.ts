import { cacheComplaint, folderOfCache, parseCacheEntry, withCacheFolder } from "../../formats/cache-entry";

test.each([
  ["example.com/app:cache", { type: "registry", attributes: { ref: "example.com/app:cache" } }],
  ["type=inline", { type: "inline", attributes: {} }],
  ["type=registry,ref=a/b:c,mode=max", { type: "registry", attributes: { ref: "a/b:c", mode: "max" } }],
  ["type=local,src=a,dest=b", { type: "local", attributes: { src: "a", dest: "b" } }],
  ["Type=s3, region=eu=1", { type: "s3", attributes: { region: "eu=1" } }],
])("the cache %s", (text, entry) => {
  expect(parseCacheEntry(text)).toEqual(entry);
  for (const use of ["from", "to"] as const) expect(cacheComplaint(use)(text)).toBeUndefined();
});

test.each([
  ["type=tape", "`inline`"],
  ["ref=a", "`type=`"],
  ["type=registry", "`type=registry,ref=NAME`"],
  ["type=registry,ref", "is no cache"],
  ["type=__proto__,ref=a", "`type=`"],
])("the cache %s is refused", (text, says) => {
  for (const use of ["from", "to"] as const) expect(cacheComplaint(use)(text)).toContain(says);
});

test.each([
  ["from", "type=local,dest=a", "`type=local,src=FOLDER`"],
  ["to", "type=local,src=a", "`type=local,dest=FOLDER`"],
  ["to", "type=local,dest=", "`type=local,dest=FOLDER`"],
  ["from", "type=local,src=~/kept", "write a path"],
] as const)("%s the cache %s is refused", (use, text, says) => {
  expect(cacheComplaint(use)(text)).toContain(says);
});

describe("the folder of a cache", () => {
  test("is told where it lies in one", () => {
    expect(folderOfCache(parseCacheEntry("type=local,src=a,dest=b"), "from")).toBe("a");
    expect(folderOfCache(parseCacheEntry("type=local,src=a,dest=b"), "to")).toBe("b");
    expect(folderOfCache(parseCacheEntry("type=inline"), "to")).toBeUndefined();
  });

  test("is located, and nothing else", () => {
    const located = (folder: string) => `/app/${folder}`;
    expect(withCacheFolder("type=local, src=a/b ,tag=src=c", "from", located)).toBe(
      "type=local,src=/app/a/b,tag=src=c",
    );
    for (const text of ["a/b:c", "type=registry,ref=a"]) expect(withCacheFolder(text, "from", located)).toBe(text);
  });
});
