import { portsOf } from "../../../commands/status/objects";

// What `docker container ls` shows of them: https://docs.docker.com/reference/cli/docker/container/ls/
test.each([
  { what: "none", ports: [], says: "" },
  { what: "one that is exposed alone", ports: [{ PrivatePort: 80, Type: "tcp" }], says: "80/tcp" },
  {
    what: "published ones, by their addresses",
    ports: [
      { IP: "::", PrivatePort: 53, PublicPort: 5353, Type: "udp" },
      { IP: "127.0.0.1", PrivatePort: 80, PublicPort: 5000, Type: "tcp" },
    ],
    says: "127.0.0.1:5000->80/tcp, [::]:5353->53/udp",
  },
])("ports of a container: $what", ({ ports, says }) => {
  expect(portsOf(ports)).toBe(says);
});
