import { bool, bytes, embedded, integer, map, message, optional, repeated, singular, string } from "../protobuf";

/** google.protobuf.Timestamp */
const Timestamp = message({ seconds: singular(1, integer), nanos: singular(2, integer) });
const instant = (number: number) =>
  optional(
    number,
    embedded(() => Timestamp),
  );

const Vertex = message({
  digest: singular(1, string),
  name: singular(3, string),
  cached: singular(4, bool),
  started: instant(5),
  completed: instant(6),
  error: singular(7, string),
});
const VertexStatus = message({
  id: singular(1, string),
  vertex: singular(2, string),
  current: singular(4, integer),
  total: singular(5, integer),
  completed: instant(8),
});
const VertexLog = message({ vertex: singular(1, string), msg: singular(4, bytes) });
const VertexWarning = message({ vertex: singular(1, string), short: singular(3, bytes) });

/** What BuildKit tells of a build as it goes. Field numbers: moby/buildkit, api/services/control/control.proto */
export const StatusResponse = message({
  vertexes: repeated(
    1,
    embedded(() => Vertex),
  ),
  statuses: repeated(
    2,
    embedded(() => VertexStatus),
  ),
  logs: repeated(
    3,
    embedded(() => VertexLog),
  ),
  warnings: repeated(
    4,
    embedded(() => VertexWarning),
  ),
});

/** moby/buildkit, session/auth/auth.proto */
export const CredentialsRequest = message({ host: singular(1, string) });
export const CredentialsResponse = message({ username: singular(1, string), secret: singular(2, string) });

/** moby/buildkit, session/secrets/secrets.proto */
export const GetSecretRequest = message({ id: singular(1, string) });
export const GetSecretResponse = message({ data: singular(1, bytes) });

/** moby/buildkit, session/sshforward/ssh.proto */
export const CheckAgentRequest = message({ id: singular(1, string) });
export const BytesMessage = message({ data: singular(1, bytes) });

/** https://github.com/grpc/grpc/blob/master/doc/health-checking.md */
export const HealthCheckResponse = message({ status: singular(1, integer) });

const Stat = message({
  path: singular(1, string),
  mode: singular(2, integer),
  uid: singular(3, integer),
  gid: singular(4, integer),
  size: singular(5, integer),
  modified: singular(6, integer),
  linkname: singular(7, string),
  xattrs: map(10, bytes),
});

/** One step of the file transfer. Field numbers: tonistiigi/fsutil, types/wire.proto and stat.proto */
export const Packet = message({
  type: singular(1, integer),
  stat: optional(
    2,
    embedded(() => Stat),
  ),
  id: singular(3, integer),
  data: singular(4, bytes),
});
export const PacketType = { stat: 0, request: 1, data: 2, finish: 3, error: 4 } as const;
