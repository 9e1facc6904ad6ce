import { resolve } from "node:path";
import { buildSync } from "esbuild";
import { SOURCES } from "../../../provider/build/docker-provider";

const checkout = resolve(__dirname, "../../..");

test("whatever is bundled is of the folders that tell whether a bundle is stale", () => {
  const { metafile } = buildSync({
    entryPoints: ["provider/main.ts"],
    absWorkingDir: checkout,
    bundle: true,
    metafile: true,
    write: false,
    platform: "node",
    external: ["@grpc/proto-loader"],
    logLevel: "silent",
  });
  const folders = Object.keys(metafile!.inputs).map((file) => file.split("/")[0]!);
  expect(new Set(folders)).toEqual(new Set([...SOURCES, "node_modules"]));
});
