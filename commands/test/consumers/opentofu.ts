import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../../offline/command";
import { say } from "../../terminal";
import { tests } from "../../words/tests";
import { cacheFolder, madeOnce } from "../cache";

const MODULE = "github.com/opentofu/opentofu";
/** That is compiled. */
export const openTofuVersion = "v1.12.6";

/** A module that needs OpenTofu for its tool alone. Its replacements are the main module's to say: it takes them over. */
const goMod = (replacements: readonly string[]) =>
  ["module consumer", "", "go 1.26", "", `require ${MODULE} ${openTofuVersion}`, ...replacements, ""].join("\n");

const tool = `//go:build tool

package consumer

import _ "${MODULE}/cmd/tofu"
`;

/** OpenTofu, compiled from its Go module and kept in the user's cache: three minutes, once a version. Its program. */
export async function buildOpenTofu(): Promise<string> {
  const folder = await madeOnce(join(cacheFolder("opentofu"), openTofuVersion), async (partial) => {
    say(tests.openTofu(openTofuVersion));
    const go = (...args: string[]) => run("go", args, { cwd: partial, env: { CGO_ENABLED: "0", GOFLAGS: "-mod=mod" } });
    const { GoMod } = JSON.parse(await go("mod", "download", "-json", `${MODULE}@${openTofuVersion}`)) as {
      GoMod: string;
    };
    const replacements = (await readFile(GoMod, "utf8")).match(/^replace .* => .*$/gm) ?? [];
    await writeFile(join(partial, "go.mod"), goMod(replacements));
    await writeFile(join(partial, "tool.go"), tool);
    await go("build", "-o", "tofu", `${MODULE}/cmd/tofu`);
  });
  return join(folder, "tofu");
}
