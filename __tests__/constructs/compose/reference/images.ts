const digest = `sha256:${"a1".repeat(32)}`;

/** What stands before an image's name, names, and what stands behind. */
const places = [
  "",
  "docker.io/",
  "index.docker.io/",
  "registry-1.docker.io/",
  "docker.io:443/",
  "localhost/",
  "localhost:5000/",
  "ghcr.io/",
  "[::1]:5000/",
  "Host/",
];
const names = ["alpine", "library/alpine", "library/a/b", "user/image", "a/b/c", "a__b.c-d", "a--b"];
const endings = ["", ":3.20", `@${digest}`, `:3.20@${digest}`];

/** Names of images in each form, and what is none. */
export const images: readonly string[] = [
  ...places.flatMap((place) => names.flatMap((name) => endings.map((ending) => place + name + ending))),
  ...[
    "",
    ":latest",
    "Alpine",
    "a:",
    "a@",
    "a@sha256:12",
    "a b",
    "a//b",
    "/a",
    "a/",
    "-a",
    "a:-x",
    "a_-b",
    "http://a/b",
  ],
  ...[
    "library",
    "library/",
    "docker.io",
    "docker.io/",
    "localhost",
    "a".repeat(64),
    "0".repeat(63),
    `x/${"f".repeat(64)}`,
  ],
  `a/${"b".repeat(260)}`,
  `a:${"b".repeat(128)}`,
  `a:${"b".repeat(129)}`,
];
