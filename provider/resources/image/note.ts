import type { Engine, ImageInspect } from "../../../engine";
import type { Note } from "../journal";

/** The image is being pulled or built: images carry no labels, so the name is what a note has. */
export const noteOf = (name: string, engine: Engine) => ({
  type: "docker_image" as const,
  name,
  engine: engine.url,
});

/** Who brought the image is gone, and another resource still has its name. */
export const willOf = (name: string, engine: Engine) => ({
  ...noteOf(name, engine),
  type: "docker_image, inherited" as const,
});

/** Whether an image is what killed runs brought under its name, rather than what was there before. */
export const isLeft = (orphans: readonly Note[], { Id }: Pick<ImageInspect, "Id">): boolean =>
  orphans.some(({ before }) => before !== Id);
