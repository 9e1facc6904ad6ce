import { BlockList, isIP } from "node:net";

interface Network {
  readonly address: string;
  readonly bits: number;
  readonly family: "ipv4" | "ipv6";
}

/** `ADDRESS/BITS`, as engines read it. */
function readNetwork(text: string): Network | undefined {
  const [, address = "", digits = ""] = /^([^/%]+)\/(\d{1,9})$/.exec(text) ?? [];
  const version = isIP(address);
  const bits = Number(digits);
  if (version === 0 || bits > (version === 4 ? 32 : 128)) return undefined;
  return { address, bits, family: `ipv${version as 4 | 6}` };
}

export const isNetwork = (text: string): boolean => readNetwork(text) !== undefined;

/** Whether an address, which is one, is of a subnet, which is one. */
export function isWithin(address: string, subnet: string): boolean {
  const inside = new BlockList();
  const { address: first, bits, family } = readNetwork(subnet)!;
  inside.addSubnet(first, bits, family);
  return inside.check(address, `ipv${isIP(address) as 4 | 6}`);
}

interface IpamTexts {
  readonly subnet?: string;
  readonly ip_range?: string;
  readonly gateway?: string;
}

interface SubnetFault {
  readonly key: keyof IpamTexts;
  readonly fault: string;
}

/** Why a manager refuses a network of this subnet, range and gateway. */
export function subnetFault({ subnet = "", ip_range: range = "", gateway = "" }: IpamTexts): SubnetFault | undefined {
  const whole = readNetwork(subnet);
  if (!whole) return { key: "subnet", fault: subnet === "" ? "no subnet is given" : "it is no subnet" };
  const inside = new BlockList();
  inside.addSubnet(whole.address, whole.bits, whole.family);
  if (range !== "") {
    const part = readNetwork(range);
    if (!part) return { key: "ip_range", fault: "it is no range" };
    if (!inside.check(part.address, part.family)) return { key: "ip_range", fault: `it is outside of ${subnet}` };
  }
  if (gateway !== "") {
    const version = gateway.includes("%") ? 0 : isIP(gateway);
    if (version === 0) return { key: "gateway", fault: "it is no address" };
    if (!inside.check(gateway, `ipv${version as 4 | 6}`))
      return { key: "gateway", fault: `it is outside of ${subnet}` };
  }
  return undefined;
}
