/**
 * Whether a build's context is fetched by the engine, from an address or a repository of Git's, rather than sent.
 *
 * Source: what the docker CLI takes for a URL (https://docs.docker.com/build/concepts/context/).
 */
export const isRemoteContext = (context: string): boolean => /^(https?:\/\/|git:\/\/|git@|github\.com\/)/.test(context);
