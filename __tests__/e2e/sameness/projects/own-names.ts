import { randomBytes } from "node:crypto";
import { freePort } from "../../free-port";
import { ownSubnet } from "../../own-subnet";

/** Names, ports and subnets of one run, which no other run on the engine has. */
export class OwnNames {
  private constructor(
    /** Before the name of each project. */
    readonly prefix: string,
    /** What documents call them by. */
    readonly variables: Readonly<Record<string, string>>,
  ) {}

  static async choose(): Promise<OwnNames> {
    const prefix = `t-same-${randomBytes(3).toString("hex")}`;
    // What is put into a container is recorded as an archive, in which nothing can stand in a name's place.
    const variables: Record<string, string> = { PREFIX: prefix, CONTENT: "content-of-every-run" };
    for (const number of [1, 2, 3, 4, 5, 6, 7]) variables[`PORT_${number}`] = String(await freePort());
    for (const number of [1, 2, 3]) variables[`SUBNET_${number}`] = `10.219.${ownSubnet()}`;
    variables["SUBNET_6"] = `fd00:219:1${ownSubnet().toString(16)}`;
    return new OwnNames(prefix, variables);
  }

  /** Name of a network that most documents are on. */
  get network(): string {
    return `${this.prefix}-shared`;
  }

  project({ name }: { readonly name: string }): string {
    return `${this.prefix}-${name}`;
  }

  /** The other way round. */
  filledIn(text: string): string {
    return Object.entries(this.variables).reduce((left, [name, value]) => left.replaceAll(`<${name}>`, value), text);
  }

  /** The text with the variables in place of what is this run's own. */
  plain(text: string): string {
    return Object.entries(this.variables).reduce((left, [name, value]) => left.replaceAll(value, `<${name}>`), text);
  }
}
