import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/*
 * What publint and are-the-types-wrong say of the tarball that is the argument, as JSON. Both are ES modules, which jest
 * cannot load.
 */
const tarball = new Uint8Array(readFileSync(process.argv[2]!));
const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
const types = await checkPackage(createPackageFromTarballData(tarball));
const found = {
  publint: messages.map((message) => formatMessage(message, pkg!, { color: false })),
  types: "problems" in types ? types.problems : "none included",
};
process.stdout.write(JSON.stringify(found));
