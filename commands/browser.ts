import { spawn } from "node:child_process";

/** What opens an address in whatever the user browses with; undefined where there is nobody to see it. */
export function browserProgram(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | undefined {
  if (platform === "darwin") return "open";
  if (env["BROWSER"]) return env["BROWSER"];
  return env["DISPLAY"] || env["WAYLAND_DISPLAY"] || env["WSL_DISTRO_NAME"] ? "xdg-open" : undefined;
}

/** The address was printed: a program that is not there is no trouble. */
export function startBrowser(program: string, url: string): void {
  spawn(program, [url], { detached: true, stdio: "ignore" })
    .on("error", () => {})
    .unref();
}
