import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { IConstruct } from "constructs";
import { contextDigest } from "../../build-context";
import { fileName, layBesideStack } from "./beside-stack";

/** A path that leads to the Dockerfile from where Terraform works: a file that each synth lays beside the stack. */
export const layDockerfile = (scope: IConstruct, text: string): string =>
  layBesideStack(scope, join("dockerfiles", fileName(scope)), (file) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  });

/** Digest of what a build is sent whose Dockerfile is a text. @throws BuildContextError */
export function inlineDigest(context: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "dockerfile-"));
  try {
    const dockerfile = join(folder, "Dockerfile");
    writeFileSync(dockerfile, text);
    return contextDigest({ context, dockerfile });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
