import { parseArgs } from "node:util";
import { build, buildIfStale } from ".";

const { values } = parseArgs({ options: { "if-stale": { type: "boolean", default: false } } });
const { zip } = values["if-stale"] ? buildIfStale() : build();
console.log(`dist/provider/${zip}`);
