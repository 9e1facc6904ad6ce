import { canonical, familiar, parseReference, tryParseReference } from "../../registry/reference";

const digest = `sha256:${"a1".repeat(32)}`;

const names = [
  { name: "alpine", canonical: "docker.io/library/alpine:latest", familiar: "alpine" },
  { name: "alpine:3.20", canonical: "docker.io/library/alpine:3.20", familiar: "alpine" },
  { name: "library/alpine", canonical: "docker.io/library/alpine:latest", familiar: "alpine" },
  { name: "docker.io/alpine", canonical: "docker.io/library/alpine:latest", familiar: "alpine" },
  { name: "index.docker.io/alpine:latest", canonical: "docker.io/library/alpine:latest", familiar: "alpine" },
  { name: "docker.io/library/alpine", canonical: "docker.io/library/alpine:latest", familiar: "alpine" },
  { name: "bitnami/redis:7", canonical: "docker.io/bitnami/redis:7", familiar: "bitnami/redis" },
  { name: "localhost/app", canonical: "localhost/app:latest", familiar: "localhost/app" },
  { name: "localhost:5000/app:v1", canonical: "localhost:5000/app:v1", familiar: "localhost:5000/app" },
  {
    name: "registry.example.com/a/b/c",
    canonical: "registry.example.com/a/b/c:latest",
    familiar: "registry.example.com/a/b/c",
  },
  { name: "[::1]:5000/app", canonical: "[::1]:5000/app:latest", familiar: "[::1]:5000/app" },
  { name: "my_app__x.y-z", canonical: "docker.io/library/my_app__x.y-z:latest", familiar: "my_app__x.y-z" },
  { name: `alpine@${digest}`, canonical: `docker.io/library/alpine@${digest}`, familiar: "alpine" },
  { name: `alpine:3.20@${digest}`, canonical: `docker.io/library/alpine:3.20@${digest}`, familiar: "alpine" },
];
test.each(names)("$name is $canonical, shown as $familiar", ({ name, ...expected }) => {
  const reference = parseReference(name);
  expect({ canonical: canonical(reference), familiar: familiar(reference) }).toEqual(expected);
});

const refused = [
  { name: "", because: "NAME[:TAG]" },
  { name: "Alpine", because: "names of images are lower-case: `alpine`" },
  { name: "alpine:", because: "has the tag ``" },
  { name: "alpine:-1", because: "has the tag `-1`" },
  { name: `alpine:${"a".repeat(129)}`, because: "up to 128" },
  { name: "alpine@sha256:abc", because: "64 hexadecimal digits" },
  { name: `alpine@${digest}@${digest}`, because: "more than one `@`" },
  { name: "http://alpine", because: "names the registry `http:`" },
  { name: "alpine latest", because: "names the repository `alpine latest`" },
  { name: "a//b", because: "names the repository `a//b`" },
  { name: "-a", because: "names the repository `-a`" },
];
test.each(refused)("$name is refused", ({ name, because }) => {
  const parsed = tryParseReference(name);
  expect(parsed).toEqual({ complaint: expect.stringContaining(because) });
  expect(parsed).toEqual({ complaint: expect.stringContaining(JSON.stringify(name)) });
});
