// @ts-check
const { readFileSync } = require("node:fs");
const { SourceMap } = require("node:module");
const { resolve } = require("node:path");

/** Where the script's columns begin in a stack: both count from 1, its map from 0. */
const FIRST = 1;

/**
 * A stack with the places of the sources where it has those of the script that they became; as it is where these are not
 * known.
 *
 * @param {string} stack
 * @param {string} script the script's name in the stack
 * @param {string} file its source map, whose sources are named from the folder `root`
 * @param {string} root
 */
function traced(stack, script, file, root) {
  const map = readMap(file);
  const [before = "", ...places] = stack.split(script);
  if (!map || places.length === 0) return stack;
  const named = places.map((place) => {
    const [written, line, column] = /^:(\d+):(\d+)/.exec(place) ?? [];
    if (written === undefined) return script + place;
    const found = map.findEntry(Number(line) - FIRST, Number(column) - FIRST);
    if (!("originalSource" in found)) return script + place;
    const { originalSource, originalLine, originalColumn } = found;
    const source = resolve(root, originalSource);
    return `${source}:${originalLine + FIRST}:${originalColumn + FIRST}${place.slice(written.length)}`;
  });
  return before + named.join("");
}

/** @param {string} file */
function readMap(file) {
  try {
    return new SourceMap(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

module.exports = { traced };
