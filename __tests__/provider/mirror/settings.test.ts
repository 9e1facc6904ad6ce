import { cliConfiguration, requiredProviders } from "../../../provider/mirror";

const source = "docker-stages.invalid/docker-stages/docker";

test("Terraform takes this provider from the mirror, and all others from where they come from else", () => {
  expect(cliConfiguration({ folder: '/a "b"/mirror', source })).toBe(
    `provider_installation {
  filesystem_mirror {
    path    = "/a \\"b\\"/mirror"
    include = ["docker-stages.invalid/*/*"]
  }
  direct {
    exclude = ["docker-stages.invalid/*/*"]
  }
}
`,
  );
});

test.each([
  ["1.0.0", ">= 1.0"],
  ["1.4.2", ">= 1.4"],
  ["1.10.0", ">= 1.10"],
  ["2.0.0-rc.1", "2.0.0-rc.1"],
])("a configuration that is to have %s asks for %s", (version, constraint) => {
  expect(requiredProviders({ source, version })).toContain(`source  = "${source}"\n      version = "${constraint}"\n`);
});
