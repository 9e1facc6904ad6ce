import type { Json } from "../../interface/row";

/** An image in a registry that the engine does not have. */
export interface Pushed {
  /** `HOST/NAME:1` */
  readonly tagged: string;
  /** `HOST/NAME`; under it, and so under `latest`, is the same image. */
  readonly untagged: string;
  /** `HOST/NAME@sha256:…` */
  readonly digest: string;
  /** Name of a list that has it for this machine, and another image for a mainframe. */
  readonly list: string;
  /** Of its configuration. */
  readonly id: string;
}

/** What one configuration of a pulled image makes of an image that is in the registry. */
export interface PullRow {
  readonly name: string;
  readonly config: (image: Pushed) => Json;
  /** What inspect shows under the name. */
  readonly inspect: (image: Pushed) => Json;
  /** What the engine has already when it is asked for. @default - nothing */
  readonly before?: "image" | "older";
  /** A container that was never started uses it when it is destroyed. @default false */
  readonly used?: true;
  /** Whether the engine still has it then. */
  readonly left: boolean;
  /** Another configuration, and what the plan makes of the change. @default - none is tried */
  readonly changed?: { readonly config: (image: Pushed) => Json; readonly actions: readonly string[] };
}

/** What the rows of builds are given. */
export interface World {
  /** Name of an image with a shell. */
  readonly base: string;
  /** Name of an image that the registry has newer than the engine: its file /text says which. */
  readonly outdated: string;
  /** A name for an image. */
  readonly name: (short: string) => string;
  /** Path of a file that says `of the file`. */
  readonly file: string;
}

/** What one configuration of a build makes. */
export interface BuildRow {
  readonly name: string;
  readonly dockerfile: string;
  /** More of the build's context. @default - the Dockerfile alone, under that name */
  readonly files?: Readonly<Record<string, string>>;
  readonly block: Json;
  /** What the build says, and one of the Dockerfile alone does not. */
  readonly says?: RegExp;
  /** What the build does not say, and one of the Dockerfile alone does. */
  readonly hides?: RegExp;
  /** What inspect shows of the image, and not of one of the Dockerfile alone. */
  readonly inspect?: Json;
  /** Whether the Dockerfile alone builds the same, or nothing. @default false */
  readonly alone?: true;
  /** Whether the very same was built before. @default false */
  readonly again?: true;
}

/** A build that is refused, with the word that shows that the engine was told. */
export interface BuildRefusal {
  readonly name: string;
  readonly block: Json;
  readonly says: string;
}
