/** The package's. */
export const { version } = require("docker-stages/package.json") as { readonly version: string };
