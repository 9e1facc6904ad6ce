import { connect as connectPlain, isIP } from "node:net";
import { connect as connectTls, createSecureContext, type SecureContext } from "node:tls";
import type { TcpAddress } from "../address";
import { connectionError } from "../connection-errors";
import type { LimitTable } from "../limits";
import { opened } from "./socket";
import type { Transport } from "./transport";

/** TLS material, PEM text each. */
export interface TlsMaterial {
  /** Certificates of the authorities that may have signed the engine's. @default - those that Node.js trusts */
  readonly ca?: string;
  /** The client's certificate, where the engine asks for one. */
  readonly cert?: string;
  /** Key of the client's certificate, without a passphrase. */
  readonly key?: string;
}

/** Docker's ports by custom, without and with TLS. */
const defaultPorts = { plain: 2375, tls: 2376 } as const;

/** Probes of an idle peer begin after this many milliseconds, so that a host that went away is noticed. */
const keepAliveDelay = 30_000;

/** An engine that listens on a port. TLS where there is material, else plain HTTP. */
export function tcpTransport(address: TcpAddress, tls: TlsMaterial | undefined, limits: LimitTable): Transport {
  const { head } = limits.connect;
  return tls ? secure(address, tls, head) : plain(address, head);
}

/** What the engine is called in the `Host` header. */
export function hostHeader({ host, port }: TcpAddress, tls: TlsMaterial | undefined): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port ?? defaultPorts[tls ? "tls" : "plain"]}`;
}

function plain(address: TcpAddress, within: number | undefined): Transport {
  const options = socketOptions(address, defaultPorts.plain);
  return {
    connect: (signal) => opened(connectPlain(options), "connect", address, signal, within),
  };
}

function secure(address: TcpAddress, material: TlsMaterial, within: number | undefined): Transport {
  const options = socketOptions(address, defaultPorts.tls);
  const servername = isIP(address.host) ? "" : address.host;
  let context: SecureContext | undefined;
  return {
    async connect(signal) {
      context ??= readMaterial(address, material);
      const socket = connectTls({ ...options, servername, secureContext: context, ALPNProtocols: ["http/1.1"] });
      return opened(socket, "secureConnect", address, signal, within);
    },
  };
}

function socketOptions({ host, port }: TcpAddress, defaultPort: number) {
  return {
    host,
    port: port ?? defaultPort,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: keepAliveDelay,
  } as const;
}

function readMaterial(address: TcpAddress, { ca, cert, key }: TlsMaterial): SecureContext {
  try {
    return createSecureContext({ ca, cert, key });
  } catch (error) {
    throw connectionError(address, error);
  }
}
