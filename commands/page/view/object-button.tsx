import type { ComponentChildren } from "preact";
import type { ObjectKind } from "../protocol";
import { useWords } from "./reader";
import { kindWords } from "./words";

/** Something of the picture that a click shows in full. */
export interface Chosen {
  readonly kind: ObjectKind;
  readonly id: string;
}

/** @default - nothing is to be chosen: the picture is a picture */
export type Choose = ((chosen: Chosen) => void) | undefined;

export interface ObjectButtonProps extends Chosen {
  readonly name: string;
  readonly state?: string;
  readonly class: string;
  readonly choose: Choose;
  readonly children: ComponentChildren;
}

/** An object of the picture: a button that says what it is, where there is something to be shown of it. */
export function ObjectButton({ kind, id, name, state = "", choose, children, ...rest }: ObjectButtonProps) {
  const say = useWords();
  const label = [say(kindWords[kind]), name, state].filter(Boolean).join(" ");
  const shared = { class: `object ${rest.class}`, title: label, "data-kind": kind, "data-name": name };
  if (!choose) return <span {...shared}>{children}</span>;
  return (
    <button type="button" {...shared} aria-label={label} onClick={() => choose({ kind, id })}>
      {children}
    </button>
  );
}
