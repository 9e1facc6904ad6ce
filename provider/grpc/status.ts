/** Status codes of gRPC, of which these are used. Source: https://github.com/grpc/grpc/blob/master/doc/statuscodes.md */
export const Status = {
  ok: 0,
  unknown: 2,
  invalidArgument: 3,
  notFound: 5,
  alreadyExists: 6,
  failedPrecondition: 9,
  aborted: 10,
  outOfRange: 11,
  unimplemented: 12,
  internal: 13,
} as const;

export type Status = (typeof Status)[keyof typeof Status];

/** Ends a call with a status of its own; whatever else is thrown ends it as `unknown`. */
export class GrpcError extends Error {
  override readonly name = "GrpcError";

  constructor(
    readonly status: Status,
    message: string,
  ) {
    super(message);
  }
}
