import { bytes, embedded, integer, message, optional, singular, string } from "../protobuf";

const Info = message({ digest: singular(1, string), size: singular(2, integer) });

/** Field numbers: containerd, api/services/content/v1/content.proto */
export const InfoRequest = message({ digest: singular(1, string) });
export const InfoResponse = message({
  info: optional(
    1,
    embedded(() => Info),
  ),
});
export const ReadContentRequest = message({
  digest: singular(1, string),
  offset: singular(2, integer),
  size: singular(3, integer),
});
export const ReadContentResponse = message({ offset: singular(1, integer), data: singular(2, bytes) });

/** What a message of a write asks for. */
export const WriteAction = { stat: 0, write: 1, commit: 2 } as const;
export const WriteContentRequest = message({
  action: singular(1, integer),
  ref: singular(2, string),
  total: singular(3, integer),
  expected: singular(4, string),
  offset: singular(5, integer),
  data: singular(6, bytes),
});
export const WriteContentResponse = message({
  action: singular(1, integer),
  offset: singular(4, integer),
  total: singular(5, integer),
  digest: singular(6, string),
});
