import { isIP } from "node:net";
import { trimEnd, trimStart } from "../interpolate/white-space";
import { isNetwork } from "./subnet";

/** What a manager reads as key and as value. @see https://github.com/moby/swarmkit/blob/master/manager/constraint/constraint.go */
const keyForm = /^[a-z_][a-z0-9\-_.]+$/iu;
const valueForm = /^[a-z0-9:\-_\t\n\f\r .*()?+[\]\\^$|/]+$/iu;

/** What a node has, in whatever case. */
export const constraintKeys = [
  ...["node.id", "node.hostname", "node.ip", "node.role", "node.platform.os", "node.platform.arch"],
  ...["node.labels.NAME", "engine.labels.NAME"],
] as const;
const known = /^(?:node\.(?:id|hostname|ip|role|platform\.os|platform\.arch|labels\..+)|engine\.labels\..+)$/iu;

interface ConstraintFault {
  readonly fault: string;
  /** The key that no node has. */
  readonly key?: string;
}

/** Why a manager refuses the constraint, or no node ever meets it. */
export function constraintFault(text: string): ConstraintFault | undefined {
  const operator = ["==", "!="].find((each) => text.includes(each));
  if (operator === undefined) return { fault: "neither `==` nor `!=`" };
  const at = text.indexOf(operator);
  const key = trimEnd(trimStart(text.slice(0, at)));
  const value = trimEnd(trimStart(text.slice(at + operator.length)));
  if (!keyForm.test(key)) return { fault: key === "" ? "no key" : `\`${key}\`, which is no key,` };
  if (!valueForm.test(value)) return { fault: value === "" ? "no value" : `\`${value}\`, which is no value,` };
  if (!known.test(key)) return { fault: `\`${key}\`, which no node has,`, key };
  if (/^node\.ip$/i.test(key) && isIP(value) === 0 && !isNetwork(value))
    return { fault: `\`${value}\`, which is no address,` };
  if (/^node\.role$/i.test(key) && operator === "==" && !/^(?:manager|worker)$/i.test(value))
    return { fault: `\`${value}\`, which is no role,` };
  return undefined;
}
