import type { Problem } from "../../problem";

/** Every way in which a stack's engine can be declared wrongly, by code. */
export const problems = {
  "bundle-missing": ({ file }: { file: string }) => ({
    what: `no provider bundle: ${file} does not exist`,
    remedy: `run \`npm run build\`, or use \`provider: "registry"\``,
  }),
  "bundle-malformed": ({ file, found }: { file: string; found: string }) => ({
    what: `the provider bundle's ${file} holds ${found} where \`version\`, \`zip\` and \`source\` are expected`,
    remedy: `run \`npm run build\``,
  }),
  "mixed-providers": ({ stack }: { stack: string }) => ({
    what: `stack \`${stack}\` has engines with \`provider: "registry"\` and engines without`,
    remedy: `all engines of one stack need the same provider`,
  }),
  "engine-none": ({ stack }: { stack: string }) => ({
    what: `stack \`${stack}\` names no Docker engine`,
    remedy: `add \`new DockerEngine(this, "docker")\` to it`,
  }),
  "engines-without-alias": ({ stack, path }: { stack: string; path: string }) => ({
    what: `stack \`${stack}\` has an engine without \`alias\` already`,
    remedy: `give ${path} one, like \`alias: "second"\`, and the resources that are to be on it its \`provider\``,
  }),
  "engine-host": ({ path, host, meant }: { path: string; host: string; meant?: string }) => ({
    what: `\`host\` of ${path} is ${JSON.stringify(host)}, which is no address of an engine`,
    remedy: `${meant === undefined ? "use unix:///PATH, tcp://HOST:PORT, ssh://[USER@]HOST or container://NAME[,NAME…]" : `write \`${meant}\``}`,
  }),
  "needs-own-provider": ({ path, what }: { path: string; what: string }) => ({
    what: `${what} of ${path} is not in the community provider`,
    remedy: `remove \`provider: "registry"\` from the stack's DockerEngine, or this`,
  }),
  "engine-address": ({ path, engine }: { path: string; engine: string }) => ({
    what: `engine \`${engine}\` of ${path} is no address of an engine`,
    remedy: `use unix:///PATH, tcp://HOST:PORT, ssh://[USER@]HOST or container://NAME[,NAME…]`,
  }),
} as const;

export type EngineProblemCode = keyof typeof problems;
export type EngineProblem = Problem<EngineProblemCode>;

export const engineProblem = <Code extends EngineProblemCode>(
  code: Code,
  facts: Parameters<(typeof problems)[Code]>[0],
): EngineProblem => ({ code, ...(problems[code] as (facts: object) => Omit<Problem, "code">)(facts) });
