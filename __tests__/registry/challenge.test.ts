import { parseChallenge } from "../../registry/challenge";

const rows = [
  { header: undefined, challenge: undefined },
  { header: "", challenge: undefined },
  { header: "Digest realm=x", challenge: undefined },
  { header: "Basic", challenge: { scheme: "basic", parameters: {} } },
  { header: 'Basic realm="lab"', challenge: { scheme: "basic", parameters: { realm: "lab" } } },
  {
    header: 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull,push"',
    challenge: {
      scheme: "bearer",
      parameters: {
        realm: "https://auth.docker.io/token",
        service: "registry.docker.io",
        scope: "repository:a/b:pull,push",
      },
    },
  },
  {
    header: 'bearer REALM="a\\"b" , service=c',
    challenge: { scheme: "bearer", parameters: { realm: 'a"b', service: "c" } },
  },
  {
    header: 'Basic realm="x", Bearer realm="https://t"',
    challenge: { scheme: "bearer", parameters: { realm: "https://t" } },
  },
];
test.each(rows)("$header", ({ header, challenge }) => {
  expect(parseChallenge(header)).toEqual(challenge);
});
