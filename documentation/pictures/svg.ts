/** What a shape stands for, which its colour says. */
export type Kind = "image" | "written" | "container" | "ended" | "node" | "network" | "volume" | "plain";

/** A rectangle with a title, and lines below it. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** @default - as high as its text */
  readonly height?: number;
  readonly kind: Kind;
  readonly title?: string;
  readonly lines?: readonly string[];
}

/** Height of a line of text, and of what surrounds a box's text, in pixels. */
export const LINE = 17;
const PADDING = 9;

/** Width of a character of the boxes' text, which all have. */
const CHARACTER = 7.3;

export const heightOf = (lines: number): number => 2 * PADDING + LINE * lines - 3;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);

/** @throws RangeError where its text does not fit */
export function box({ x, y, width, kind, title, lines = [], ...rest }: Box): string {
  const texts = [
    ...(title === undefined ? [] : [{ text: title, of: "title" }]),
    ...lines.map((text) => ({ text, of: "line" })),
  ];
  const { height = heightOf(texts.length) } = rest;
  for (const { text } of texts)
    if (text.length * CHARACTER > width - 2 * PADDING || heightOf(texts.length) > height)
      throw new RangeError(`"${text}" does not fit into a box of ${width} by ${height}`);
  return [
    `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="5"/>`,
    ...texts.map(({ text, of }, index) => label(x + PADDING, y + PADDING + 9 + LINE * index, text, of)),
  ].join("\n");
}

/** Text whose line begins at `x`, or that is centred there. */
export const label = (
  x: number,
  y: number,
  text: string,
  of = "caption",
  anchor: "start" | "middle" = "start",
): string =>
  `<text class="${of}" x="${x}" y="${y}"${anchor === "middle" ? ' text-anchor="middle"' : ""}>${escaped(text)}</text>`;

/** An arrow along points, `[x, y]` each. */
export const arrow = (...points: readonly (readonly [number, number])[]): string =>
  `<polyline class="arrow" points="${points.map((point) => point.join(",")).join(" ")}" marker-end="url(#head)"/>`;

export interface Drawing {
  readonly title: string;
  /** The same in words, for who does not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly string[];
}

/** A file of its own: it has its colours with it, for light and dark pages. */
export const svg = ({ title, description, width, height, shapes }: Drawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<style>
text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: #1f2328 }
.title { font-weight: 600 }
.caption { font: 13px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #59636e }
rect { stroke-width: 1.2 }
.image { fill: #dbeafe; stroke: #4f7cc4 }
.written { fill: #fde9c8; stroke: #c08a2e }
.container { fill: #dcf3e0; stroke: #3f9a56 }
.ended { fill: #f1f2f4; stroke: #8c959f; stroke-dasharray: 4 3 }
.node { fill: #f6f8fa; stroke: #59636e }
.network { fill: #ede7fb; stroke: #8267c9 }
.volume { fill: #fbe4ea; stroke: #c25574 }
.plain { fill: none; stroke: #8c959f }
.arrow { fill: none; stroke: #59636e; stroke-width: 1.4 }
#head path { fill: #59636e }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.caption { fill: #9da7b1 }
.image { fill: #16304f } .written { fill: #4a3714 } .container { fill: #15391f } .ended { fill: #21262d }
.node { fill: #161b22 } .network { fill: #2a2148 } .volume { fill: #431f2c }
.arrow { stroke: #9da7b1 } #head path { fill: #9da7b1 }
}
</style>
<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z"/></marker></defs>
${shapes.join("\n")}
</svg>
`;
