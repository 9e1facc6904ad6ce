import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { run } from "../command";
import type { Workspace } from "../workspace";
import { codename, ensureBuilder, fetchSettings, keyringFiles, sourceFiles } from "./apt";

export interface RootFilesystem {
  /** mmdebstrap's name for the set of packages to begin with (https://manpages.debian.org/mmdebstrap). */
  readonly variant: "custom" | "minbase";
  readonly packages?: readonly string[];
  /** Shell commands, `$1` is the root: before a package is there, once they are unpacked, and at the end. */
  readonly before?: readonly string[];
  readonly unpacked?: readonly string[];
  readonly after?: readonly string[];
  /** Text of files to lay into it, by their path there; one that begins with `#!` can be run. */
  readonly files?: Readonly<Record<string, string>>;
  /** mmdebstrap steps to leave out. */
  readonly skip?: readonly string[];
}

/** What nobody reads in a container. */
const excluded = ["doc", "info", "locale", "man", "lintian", "bug"].map((name) => `/usr/share/${name}/*`);

/** Makes a root filesystem from this machine's package sources, which it goes on using, and writes it as a tar archive. */
export async function writeRootFilesystem(
  workspace: Workspace,
  wanted: RootFilesystem,
  tar: NodeJS.WritableStream,
): Promise<void> {
  await ensureBuilder(workspace.say);
  const overlay = await mkdtemp(join(workspace.cache, "overlay-"));
  try {
    const files = { "/etc/apt/apt.conf.d/10fetch": `${await fetchSettings()}\n`, ...wanted.files };
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(overlay, path)), { recursive: true });
      await writeFile(join(overlay, path), content, { mode: content.startsWith("#!") ? 0o755 : 0o644 });
    }
    const hooks = [
      ...(wanted.before ?? []).map((command) => `--setup-hook=${command}`),
      ...(wanted.unpacked ?? []).map((command) => `--extract-hook=${command}`),
      ...(await keyringFiles()).map(
        (file) => `--customize-hook=mkdir -p "$1${dirname(file)}" && cp -L ${quoted(file)} "$1${file}"`,
      ),
      `--customize-hook=cp -r ${quoted(overlay)}/. "$1/"`,
      ...(wanted.after ?? []).map((command) => `--customize-hook=${command}`),
    ];
    await run(
      "mmdebstrap",
      [
        "--mode=root",
        "--format=tar",
        "--verbose",
        `--variant=${wanted.variant}`,
        ...(wanted.packages ? [`--include=${wanted.packages.join(",")}`] : []),
        ...excluded.map((pattern) => `--dpkgopt=path-exclude=${pattern}`),
        '--aptopt=Acquire::Languages "none"',
        `--skip=${["output/dev", ...(wanted.skip ?? [])].join(",")}`,
        ...hooks,
        await codename(),
        "-",
        ...(await sourceFiles()),
      ],
      { output: tar, env: { TMPDIR: "/var/tmp" } },
    );
  } finally {
    await rm(overlay, { recursive: true });
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
