import { terraformPlatform } from "../../../provider/build/platform";

const rows = [
  { platform: "linux", arch: "x64", os: "linux", terraform: "amd64" },
  { platform: "linux", arch: "arm64", os: "linux", terraform: "arm64" },
  { platform: "darwin", arch: "arm64", os: "darwin", terraform: "arm64" },
];
test.each(rows)("$platform/$arch is $os/$terraform to Terraform", ({ platform, arch, os, terraform }) => {
  expect(terraformPlatform(platform, arch)).toEqual({ os, arch: terraform });
});

const refused = [
  { platform: "win32", arch: "x64" },
  { platform: "linux", arch: "s390x" },
];
test.each(refused)("$platform/$arch is refused, with what helps", ({ platform, arch }) => {
  expect(() => terraformPlatform(platform, arch)).toThrow(
    new RegExp(`does not run on ${platform}/${arch}: .*use Linux or macOS, on Windows the Windows Subsystem for Linux`),
  );
});
