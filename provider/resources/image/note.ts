import type { Engine } from "../../engine";

/** A pull of the image is under way: images carry no labels, so the name is what a note has. */
export const noteOf = (name: string, engine: Engine) => ({ type: "docker_image", name, engine: engine.url });

/** Who brought the image is gone, and another resource still has its name. */
export const willOf = (name: string, engine: Engine) => ({ ...noteOf(name, engine), type: "docker_image, inherited" });
