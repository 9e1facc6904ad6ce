import { resolve } from "node:path";
import { contextComplaint, parseNamedContext } from "../../../../provider/resources/image/named-context";

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
