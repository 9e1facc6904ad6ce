import { zipName } from "../../../provider/build/zip-name";

test.each([
  [{ os: "linux", arch: "amd64" }, "terraform-provider-docker_1.0.0_linux_amd64.zip"],
  [{ os: "darwin", arch: "arm64" }, "terraform-provider-docker_1.0.0_darwin_arm64.zip"],
])("a provider's zip for %p is looked for as %s", (platform, name) => {
  expect(zipName({ source: "docker-stages.invalid/docker-stages/docker", version: "1.0.0" }, platform)).toBe(name);
});
