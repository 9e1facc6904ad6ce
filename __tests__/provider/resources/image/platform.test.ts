import { isForPlatform, isSamePlatform } from "../../../../provider/resources/image/platform";

const amd64 = { Os: "linux", Architecture: "amd64" };
const arm64 = { Os: "linux", Architecture: "arm64", Variant: "v8" };
const armv6 = { Os: "linux", Architecture: "arm", Variant: "v6" };
const bareArm64 = { Os: "linux", Architecture: "arm64", Variant: null };

const rows = [
  { image: amd64, platform: "linux/amd64", fits: true },
  { image: amd64, platform: "Linux/x86_64", fits: true },
  { image: amd64, platform: "linux", fits: true },
  { image: amd64, platform: "amd64", fits: true },
  { image: amd64, platform: "linux/arm64", fits: false },
  { image: amd64, platform: "windows/amd64", fits: false },
  { image: amd64, platform: "windows", fits: false },
  { image: arm64, platform: "linux/aarch64", fits: true },
  { image: arm64, platform: "linux/arm64/v8", fits: true },
  { image: bareArm64, platform: "linux/arm64/v8", fits: true },
  { image: bareArm64, platform: "arm64", fits: true },
  { image: armv6, platform: "linux/arm", fits: false },
  { image: armv6, platform: "linux/arm/v6", fits: true },
  { image: armv6, platform: "linux/arm/v7", fits: false },
];
test.each(rows)("$image is for $platform: $fits", ({ image, platform, fits }) => {
  expect(isForPlatform(image, platform)).toBe(fits);
});

test.each([
  ["linux/aarch64", "linux/arm64/v8", true],
  ["linux/x86_64", "Linux/amd64", true],
  ["arm64", "linux/arm64", false],
  ["linux/arm/v6", "linux/arm", false],
  ["linux", "windows", false],
])("%s and %s: the same platform, %s", (a, b, isOne) => {
  expect(isSamePlatform(a, b)).toBe(isOne);
});
