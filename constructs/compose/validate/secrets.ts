import { nearest } from "../problems/suggest";
import type { Scope } from "./scope";

/** What is write-only is known to Terraform alone: a text that is known at synth stands in cdk.tf.json. */
export function secretsReachNoState({ project, contents, origins, problems, target, ...scope }: Scope): void {
  const secrets = project.secrets ?? {};
  const known = Object.keys(secrets);
  for (const name of Object.keys(scope.secretVersions ?? {}))
    if (!known.includes(name))
      problems.report("undefined-secret", undefined, { name, known, meant: () => nearest(name, known) });
  if (!scope.writeOnly) return;
  for (const [name, secret] of Object.entries(secrets)) {
    // One engine has a file mounted: what it holds is the machine's own.
    if (target === "host" && secret.file !== undefined) continue;
    if (typeof contents.get(secret) === "string" || !contents.has(secret)) continue;
    const source = secret.file === undefined ? "environment" : "file";
    problems.report("secret-is-text", origins.of(secret, source), { name, source });
  }
}
