import { isKnownAtApply } from "../known-at-apply";

/** Whether it is the address of an engine as far as synth can tell; absent and unknown ones may be. */
export const isAddress = (text: string | undefined): boolean =>
  text === undefined || isKnownAtApply(text) || /^(unix|tcp|ssh|container):\/\/./.test(text);

/** `tcp://HOST:PORT` for `HOST:PORT` and `http://HOST:PORT`, the forms that other tools take. */
export function tcpOf(text: string): string | undefined {
  const found = /^(?:https?:\/\/)?([\w.-]+|\[[0-9a-fA-F:]+\]):(\d{1,5})\/?$/.exec(text);
  return found ? `tcp://${found[1]}:${found[2]}` : undefined;
}
