import { readFileSync } from "node:fs";
import { join } from "node:path";
import { box, type Drawing, heightOf, label } from "./svg";
import type { Declared } from "./synthesized";
import type { Words } from "./words";

/** What becomes of an instruction: of every one that is there a layer, or none. */
type Layer = "shared" | "cached" | "own" | "empty" | "settings";

interface Built {
  readonly name: string;
  readonly build?: { readonly context: string };
  readonly triggers?: { readonly sent: string };
}

const WIDTH = 300;
const LEFT = 24;
const RIGHT = LEFT + WIDTH + 356;
const TOP = 52;
const STEP = heightOf(1) + 8;

/** Instructions of a Dockerfile, a line each. */
export const instructionsOf = (dockerfile: string): string[] =>
  dockerfile.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));

/** Which layers two builds of the same instructions share, where what is copied differs. */
export const layerOf = (instruction: string): Layer => {
  if (instruction.startsWith("FROM ")) return "shared";
  if (instruction.startsWith("RUN ")) return "cached";
  if (instruction.startsWith("COPY ")) return "own";
  return instruction.startsWith("WORKDIR ") ? "empty" : "settings";
};

/** Stage 2: the layers of two builds, the first below, as they lie upon each other. @param checkout its folder */
export function layers(declared: Declared, words: Words["layers"], checkout: string): Drawing {
  const [first, second] = declared
    .all<Built & Record<string, unknown>>("docker_image")
    .filter(({ name }) => /:v0\.\d$/.test(name));
  const [one, two] = [first!, second!].map(({ name }) => {
    const version = name.split(":")[1]!;
    return instructionsOf(readFileSync(join(checkout, "images/node-hello", version, "Dockerfile"), "utf8"));
  });
  if (one!.join("\n") !== two!.join("\n") || first!.triggers?.sent === second!.triggers?.sent)
    throw new Error("the picture of layers is of two builds that differ in what they copy alone");
  const rows = one!.toReversed();
  const says: Readonly<Record<Layer, string>> = words;
  return {
    title: words.title,
    description: words.description,
    width: RIGHT + WIDTH + LEFT,
    height: TOP + rows.length * STEP + 12,
    shapes: [
      label(LEFT, TOP - 18, first!.name, "title"),
      label(RIGHT, TOP - 18, second!.name, "title"),
      ...rows.flatMap((instruction, index) => {
        const [y, layer] = [TOP + index * STEP, layerOf(instruction)];
        const kind = layer === "own" ? "written" : layer === "settings" ? "plain" : "image";
        const caption = label((LEFT + WIDTH + RIGHT) / 2, y + 22, says[layer], "caption", "middle");
        if (layer === "own" || layer === "settings")
          return [...[LEFT, RIGHT].map((x) => box({ x, y, width: WIDTH, kind, lines: [instruction] })), caption];
        return [
          box({ x: LEFT, y, width: RIGHT + WIDTH - LEFT, kind, lines: [instruction] }),
          caption,
          label(RIGHT + 9, y + 18, instruction, "line"),
        ];
      }),
    ],
  };
}
