import { arrow, box, type Drawing, heightOf, label } from "./svg";
import type { Arguments, Declared } from "./synthesized";
import type { Words } from "./words";

interface Container extends Arguments {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly expected_exit_code: number;
}

const WIDTH = 260;
const GAP = 84;
const LEFT = 24;
const TOP = 44;
const column = (index: number) => LEFT + index * (WIDTH + GAP);

/** Stage 2: what a container wrote becomes an image, which gets a name. */
export function commit(declared: Declared, words: Words["commit"]): Drawing {
  const [made] = declared.all<{ readonly container: string }>("docker_commit");
  const [tag] = declared.all<{ readonly target_image: string }>("docker_tag");
  const installing = declared.referred<Container>(made!.container)!;
  const base = declared.referred<{ readonly name: string }>(installing.image)!;
  const all = declared.all<Container>("docker_container");
  const ofTag = all.find(({ image }) => declared.referred(image)?.address === tag!.address)!;
  const failing = all.find(
    (each) => each.expected_exit_code !== 0 && declared.referred(each.image)?.address === base.address,
  )!;
  const low = TOP + 168;
  const short = ({ name }: Container) => name.replace(/^stage2-/, "");
  const layered = (x: number, y: number, kind: "container" | "image" | "ended", title: string, top?: string) => [
    box({ x, y, width: WIDTH, height: top === undefined ? heightOf(3) + 4 : heightOf(4) + 20, kind, title }),
    ...(top === undefined ? [] : [box({ x: x + 8, y: y + 28, width: WIDTH - 16, kind: "written", title: top })]),
    box({ x: x + 8, y: y + (top === undefined ? 28 : 62), width: WIDTH - 16, kind: "image", lines: [words.layers] }),
  ];
  const middle = TOP + 48;
  return {
    title: words.title,
    description: words.description,
    width: column(2) + WIDTH + LEFT,
    height: low + 96,
    shapes: [
      ...layered(column(0), TOP, "ended", `${words.container} ${short(installing)}`, words.written),
      arrow([column(0) + WIDTH + 4, middle], [column(1) - 4, middle]),
      label(column(1) - GAP / 2, middle - 8, "commit", "title", "middle"),
      ...layered(column(1), TOP, "image", `${words.image} ${words.unnamed}`, words.written),
      arrow([column(1) + WIDTH + 4, middle], [column(2) - 4, middle]),
      label(column(2) - GAP / 2, middle - 8, "tag", "title", "middle"),
      ...layered(column(2), TOP, "image", `${words.image} ${tag!.target_image}`, words.written),
      arrow([column(2) + WIDTH / 2, TOP + heightOf(4) + 22], [column(2) + WIDTH / 2, low - 4]),
      label(column(2) + WIDTH / 2 + 10, low - 26, "run"),
      ...ran(ofTag, column(2), words.banner),
      ...layered(column(0), low + 6, "image", `${words.image} ${base.name}`),
      arrow([column(0) + WIDTH + 4, low + 38], [column(1) - 4, low + 38]),
      label(column(1) - GAP / 2, low + 30, "run", "caption", "middle"),
      ...ran(failing, column(1), words.noProgram),
      arrow([column(0) + WIDTH / 2, low + 2], [column(0) + WIDTH / 2, TOP + heightOf(4) + 24]),
      label(column(0) + WIDTH / 2 + 10, low - 26, "run"),
    ],
  };

  function ran(container: Container, x: number, outcome: string): string[] {
    const title = `${words.container} ${short(container)}`;
    return [box({ x, y: low + 6, width: WIDTH, kind: "ended", title, lines: [container.command.join(" "), outcome] })];
  }
}
