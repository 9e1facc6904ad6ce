import { resolve } from "node:path";
import { cacheComplaint, parseCacheEntry } from "../../../../provider/resources/image/cache-entry";
import { contextComplaint, parseNamedContext } from "../../../../provider/resources/image/named-context";

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

test.each([
  ["beside=../shared", { name: "beside", folder: resolve("../shared") }],
  ["alpine=docker-image://alpine:3.20", { name: "alpine", source: "docker-image://alpine:3.20" }],
  ["src=https://example.com/a.git#main", { name: "src", source: "https://example.com/a.git#main" }],
  ["docker.io/library/alpine:1=/x=y", { name: "docker.io/library/alpine:1", folder: "/x=y" }],
])("the context %s", (text, context) => {
  expect(parseNamedContext(text)).toEqual(context);
  expect(contextComplaint(text)).toBeUndefined();
});

test.each([
  ["nothing", "`NAME=FOLDER`"],
  ["=folder", "`NAME=FOLDER`"],
  ["name=", "`NAME=FOLDER`"],
  ["Name=folder", "small letters"],
  ["name=oci-layout://x", "cannot fetch"],
  ["name=target:base", "cannot fetch"],
])("the context %s is refused", (text, says) => {
  expect(contextComplaint(text)).toContain(says);
});
