import { browserProgram } from "../../commands/browser";

test.each([
  { name: "macOS", platform: "darwin", env: {}, program: "open" },
  { name: "a desktop", platform: "linux", env: { DISPLAY: ":0" }, program: "xdg-open" },
  { name: "a desktop of Wayland", platform: "linux", env: { WAYLAND_DISPLAY: "wayland-0" }, program: "xdg-open" },
  { name: "a browser of one's own", platform: "linux", env: { BROWSER: "firefox" }, program: "firefox" },
  { name: "a machine that nobody sits at", platform: "linux", env: {}, program: undefined },
] as const)("on $name it is $program", ({ platform, env, program }) => {
  expect(browserProgram(platform, env)).toBe(program);
});
