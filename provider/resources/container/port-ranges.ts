import { type ObjectValue, UNKNOWN } from "../../schema";
import { like } from "../../schema/validators";

const LAST = 65_535;

/** A port in the container, or several in a row, and those of the host that lead there. */
export interface Port {
  readonly internal: number;
  readonly internal_to?: number;
  readonly external?: number;
  readonly external_range?: string;
  readonly ip: string;
  readonly protocol: string;
}

/** `8000-8010`, the first no higher than the last. */
const isRange = (text: string): boolean => {
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(text) ?? [];
  return Number(first) > 0 && Number(first) <= Number(last) && Number(last) <= LAST;
};

export const rangeComplaint = like(isRange, "range of ports", "the first and the last, like `8000-8010`");

/** Says what is wrong with a block, beyond its numbers one by one. */
export function portComplaint(block: ObjectValue): string | undefined {
  const { internal, internal_to: to, external } = block as unknown as Partial<Port>;
  if (to === undefined || internal === undefined) return undefined;
  if (to < internal)
    return `\`internal_to\` is ${to}, before \`internal\`, ${internal}; write the last port of the range, ${internal} or more`;
  if (!external)
    return `a range has no ports of the host; set \`external\` to the first one, \`external = ${internal}\``;
  if (external + to - internal > LAST)
    return `its ports of the host would end with ${external + to - internal}; write an \`external\` of ${LAST - to + internal} or less`;
  return undefined;
}

/** Each port of a range as a block of its own. */
export const spreadRange = ({ internal_to: to, ...port }: Port): Port[] =>
  to === undefined
    ? [port]
    : Array.from({ length: to - port.internal + 1 }, (_, i) => ({
        ...port,
        internal: port.internal + i,
        external: (port.external ?? 0) + i,
      }));

type IsSame = (a: Port, b: Port) => boolean;

/** The ports with each range that was asked for in one again, where all of it is there. */
export function gatherRanges(told: readonly Port[], asked: readonly Port[], isSame: IsSame): Port[] {
  const left = [...told];
  const ranges = asked.filter((port) => port.internal_to !== undefined).filter((range) => takeAll(left, range, isSame));
  return [...ranges, ...left];
}

function takeAll(from: Port[], range: Port, isSame: IsSame): boolean {
  const places = spreadRange(range).map((port) => from.findIndex((each) => isSame(port, each)));
  if (places.includes(-1)) return false;
  for (const place of places.toSorted((a, b) => b - a)) from.splice(place, 1);
  return true;
}

/** Whether the blocks that are planned are, each range spread, those that there are. */
export function spreadsTo(planned: unknown, there: readonly Port[], isSame: IsSame): boolean {
  if (!Array.isArray(planned) || planned.some(hasUnknown)) return false;
  const left = [...there];
  return (planned as readonly Port[]).every((port) => takeAll(left, port, isSame)) && left.length === 0;
}

const hasUnknown = (port: object): boolean => Object.values(port).includes(UNKNOWN);
