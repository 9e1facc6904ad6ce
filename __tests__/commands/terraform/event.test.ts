import { readable, readEvent } from "../../../commands/terraform/event";

test.each(["", "Terraform v1.11.4", "{", "null", "[]", '"type"', "{}"])("%j is no event", (line) => {
  expect(readEvent(line)).toBeUndefined();
});

test.each([
  ["docker_image.image-alpine_D1445137", "docker_image.image-alpine"],
  ["docker_container.nodes_D1445137[0]", "docker_container.nodes[0]"],
  ["docker_container.shell", "docker_container.shell"],
])("%s is shown as %s", (address, shown) => {
  expect(readable(address)).toBe(shown);
});
