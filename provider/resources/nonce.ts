import { NONCE_LABEL } from "../../formats/labels";
import type { PrivateState } from "../schema";

/** Under this it is kept beside the state, so that another object of the same name is told from the one that was made. */
const NONCE_KEY = "nonce";

type Labels = object | null | undefined;

/** The nonce among an object's labels. */
export const nonceAmong = (labels: Labels): string | undefined => {
  const nonce: unknown = new Map(Object.entries(labels ?? {})).get(NONCE_LABEL);
  return typeof nonce === "string" ? nonce : undefined;
};

/** The nonce of the object that the state is about: empty where it had none when it was first seen, undefined before. */
export const keptNonce = (privateState: PrivateState): string | undefined => privateState.tryGet(NONCE_KEY);

/** Remembers the nonce of the object that the state is about, or that it has none. */
export const keepNonce = (privateState: PrivateState, nonce: string | undefined): void =>
  privateState.set(NONCE_KEY, nonce ?? "");
