import type { Problem } from "../construct-error";

/** Every way in which a stack's engine can be declared wrongly, by code. */
const messages = {
  "bundle-missing": ({ file }: { file: string }) =>
    `no provider bundle: ${file} does not exist; run \`npm run build\`, or use \`provider: "registry"\``,
  "bundle-malformed": ({ file, found }: { file: string; found: string }) =>
    `the provider bundle's ${file} holds ${found} where \`version\`, \`zip\` and \`source\` are expected; run \`npm run build\``,
  "mixed-providers": ({ stack }: { stack: string }) =>
    `stack \`${stack}\` has engines with \`provider: "registry"\` and engines without; all engines of one stack need the same provider`,
  "engine-none": ({ stack }: { stack: string }) =>
    `stack \`${stack}\` names no Docker engine; add \`new DockerEngine(this, "docker")\` to it`,
  "engines-without-alias": ({ stack, path }: { stack: string; path: string }) =>
    `stack \`${stack}\` has an engine without \`alias\` already; give ${path} one, like \`alias: "second"\`, and the resources that are to be on it its \`provider\``,
  "engine-host": ({ path, host, meant }: { path: string; host: string; meant?: string }) =>
    `\`host\` of ${path} is ${JSON.stringify(host)}, which is no address of an engine; ${meant === undefined ? "use unix:///PATH, tcp://HOST:PORT, ssh://[USER@]HOST or container://NAME[,NAME…]" : `write \`${meant}\``}`,
  "needs-own-provider": ({ path, what }: { path: string; what: string }) =>
    `${what} of ${path} is not in the community provider; remove \`provider: "registry"\` from the stack's DockerEngine, or this`,
  "engine-address": ({ path, engine }: { path: string; engine: string }) =>
    `engine \`${engine}\` of ${path} is no address of an engine; use unix:///PATH, tcp://HOST:PORT, ssh://[USER@]HOST or container://NAME[,NAME…]`,
} as const;

export type EngineProblemCode = keyof typeof messages;
export type EngineProblem = Problem<EngineProblemCode>;

export const engineProblem = <Code extends EngineProblemCode>(
  code: Code,
  facts: Parameters<(typeof messages)[Code]>[0],
): EngineProblem => ({ code, message: (messages[code] as (facts: object) => string)(facts) });
