/** An IPv4 network, `10.213.0.0/24`. */
export interface Subnet {
  /** Its first address as a number. */
  readonly base: number;
  /** Length of its prefix, in bits. */
  readonly bits: number;
}

/** Undefined where the text is no IPv4 network, or has bits set behind its prefix. */
export function tryParseSubnet(text: string): Subnet | undefined {
  const [, address = "", length = ""] = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(text) ?? [];
  const parts = address.split(".").map(Number);
  const bits = Number(length);
  if (parts.length !== 4 || parts.some((part) => part > 255) || bits < 1 || bits > 30) return undefined;
  const base = parts.reduce((sum, part) => sum * 256 + part, 0);
  return base % sizeOf(bits) === 0 ? { base, bits } : undefined;
}

/** The address `offset` behind the network's own. */
export function addressIn({ base }: Subnet, offset: number): string {
  const address = base + offset;
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** How many addresses it has, with the network's own, the gateway's and the broadcast's. */
export const sizeOf = (bits: number): number => 2 ** (32 - bits);
