import { arrow, box, type Drawing, heightOf } from "./svg";
import type { Arguments, Declared } from "./synthesized";
import type { Words } from "./words";

interface Container extends Arguments {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly must_run: boolean;
}

const WIDTH = 208;
const GAP = 16;
const LEFT = 24;
const A_ROW = 3;

/** Stage 1: the containers of each image, each with its writable layer. */
export function containers(declared: Declared, words: Words["containers"]): Drawing {
  const images = declared.all<{ readonly name: string }>("docker_image");
  const shapes: string[] = [];
  let top = 24;
  for (const image of images) {
    const own = declared
      .all<Container>("docker_container")
      .filter((container) => declared.referred(container.image)?.address === image.address);
    shapes.push(...own.flatMap((container, index) => drawn(container, index, top)));
    const rows = Math.ceil(own.length / A_ROW);
    const y = top + rows * (HEIGHT + GAP);
    const width = widthOf(Math.min(own.length, A_ROW));
    shapes.push(
      box({
        x: LEFT,
        y,
        width,
        kind: "image",
        title: `${words.image} ${image.name}`,
        lines: [own.length > 1 ? words.shared : words.readOnly],
      }),
      arrow([LEFT + width / 2, y], [LEFT + width / 2, y - GAP + 3]),
    );
    top = y + heightOf(2) + 34;
  }
  return {
    title: words.title,
    description: words.description(images.map(({ name }) => name).join(", ")),
    width: 2 * LEFT + widthOf(A_ROW),
    height: top - 10,
    shapes,
  };

  function drawn(container: Container & { readonly address: string }, index: number, above: number): string[] {
    const x = LEFT + (index % A_ROW) * (WIDTH + GAP);
    const y = above + Math.floor(index / A_ROW) * (HEIGHT + GAP);
    const files = filesOf(container.address);
    const command = container.command === undefined ? [] : [container.command.join(" ")];
    return [
      box({
        ...{ x, y, width: WIDTH, height: HEIGHT },
        kind: container.must_run ? "container" : "ended",
        title: container.name.replace(/^stage1-/, ""),
        lines: [...command, container.must_run ? words.runs : words.ended],
      }),
      box({
        ...{ x: x + 8, y: y + HEIGHT - heightOf(2) - 8, width: WIDTH - 16 },
        kind: "written",
        title: words.layer,
        lines: [files.join(", ") || words.nothing],
      }),
    ];
  }

  /** What commands in a container wrote, by their redirections. */
  function filesOf(address: string): string[] {
    return declared
      .all<{ readonly container: string; readonly command: readonly string[] }>("docker_exec")
      .filter(({ container }) => declared.referred(container)?.address === address)
      .flatMap(({ command }) => [...command.join(" ").matchAll(/> ?(\S+)/g)].map(([, file]) => file!));
  }
}

const HEIGHT = heightOf(3) + heightOf(2) + 10;
const widthOf = (count: number) => count * (WIDTH + GAP) - GAP;
