import { basename, join } from "node:path";

const root = join(__dirname, "../..");

/** The provider's bundle in this checkout or in the package, where the root of the modules is dist/ itself. */
export const bundleFolder = join(root, basename(root) === "dist" ? "bundle" : "dist/provider");
