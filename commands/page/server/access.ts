import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** What a request is let do: `enter` with the token of the address, `stay` with the cookie that it became, or nothing. */
export type Judgement = "enter" | "stay" | "refused";

const COOKIE = "docker-stages-page";

/**
 * Who may see the page. The address that is printed has a token, which becomes a cookie. That is for this page's own
 * path alone: a browser sends cookies to every port of a machine, the labs' own containers among them.
 *
 * Every request must name this server as its host (or a name that was bound to 127.0.0.1 would do), and one that comes
 * from a page must come from this one.
 */
export class Access {
  private readonly token = randomBytes(24).toString("base64url");
  private readonly pass = randomBytes(24).toString("base64url");
  /** Where the page is. */
  readonly path = `/${randomBytes(6).toString("hex")}/`;

  constructor(private readonly port: number) {}

  /** What to open in a browser. */
  get address(): string {
    return `http://127.0.0.1:${this.port}/?token=${this.token}`;
  }

  get cookie(): string {
    return `${COOKIE}=${this.pass}; Path=${this.path}; HttpOnly; SameSite=Strict`;
  }

  /** @param changes whether it is to change anything, or to open a socket: browsers tell then where it comes from */
  judge({ headers, url = "/" }: Pick<IncomingMessage, "headers" | "url">, changes: boolean): Judgement {
    if (!this.hosts.includes(headers.host ?? "")) return "refused";
    const { origin } = headers;
    if (origin === undefined ? changes : origin !== `http://${headers.host}`) return "refused";
    const { pathname, searchParams } = new URL(url, "http://host");
    if (pathname === "/") return equal(searchParams.get("token") ?? "", this.token) ? "enter" : "refused";
    const isHere = pathname.startsWith(this.path);
    return isHere && cookiesOf(headers.cookie).some((value) => equal(value, this.pass)) ? "stay" : "refused";
  }

  private get hosts(): readonly string[] {
    return [`127.0.0.1:${this.port}`, `localhost:${this.port}`];
  }
}

/** Values of the page's cookie among all that came. */
const cookiesOf = (header = ""): string[] =>
  header
    .split(/; */)
    .filter((cookie) => cookie.startsWith(`${COOKIE}=`))
    .map((cookie) => cookie.slice(COOKIE.length + 1));

/** In a time that tells nothing of where they differ. */
function equal(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
