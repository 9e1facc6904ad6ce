import { ConstructError } from "../construct-error";
import type { ServiceMode } from "./convert/deploy";
import type { StackModel } from "./convert/stack-model";
import { nearest } from "./problems/suggest";
import { didYouMean, oneOf } from "./problems/text";

/** What a service is to have otherwise than its file says. */
export interface ServiceOverrides {
  /** Number of tasks; a Terraform number is fine. */
  readonly replicas?: number;
}

/**
 * The stack with overrides on it.
 * @throws ConstructError `unknown-service`, `replicas-of-global`
 */
export function withOverrides(model: StackModel, overrides: Readonly<Record<string, ServiceOverrides>>): StackModel {
  const services = new Map(Object.entries(model.services));
  for (const [key, { replicas }] of Object.entries(overrides)) {
    const service = services.get(key);
    if (!service) throw unknownService(key, [...services.keys()], "overrides are given");
    if (replicas === undefined) continue;
    services.set(key, { ...service, spec: { ...service.spec, Mode: scaled(service.spec.Mode, replicas, key) } });
  }
  return { ...model, services: Object.fromEntries(services) };
}

function scaled(mode: ServiceMode, replicas: number, service: string): ServiceMode {
  if ("Replicated" in mode) return { Replicated: { Replicas: replicas } };
  if ("ReplicatedJob" in mode) return { ReplicatedJob: { TotalCompletions: replicas, MaxConcurrent: replicas } };
  throw new ConstructError({
    code: "replicas-of-global",
    what: `service \`${service}\` has one task a node`,
    remedy: "remove `replicas` from its overrides",
  });
}

/** What is to be kept is a volume that the project does not make. */
export function unknownVolume(volume: string, known: readonly string[]): ConstructError {
  const remedy =
    didYouMean(nearest(volume, known)) ??
    (known.length > 0 ? `the project makes ${oneOf(known)}` : "the project makes none: remove `keepVolumes`");
  return new ConstructError({
    code: "unknown-volume",
    what: `\`keepVolumes\` names volume \`${volume}\`, which the project does not make`,
    remedy,
  });
}

/** Whose names are of services that the file does not have. */
export function unknownService(service: string, known: readonly string[], what: string): ConstructError {
  const remedy = didYouMean(nearest(service, known)) ?? `the file has ${oneOf(known)}`;
  const missing = `${what} for service \`${service}\`, which the file does not have`;
  return new ConstructError({ code: "unknown-service", what: missing, remedy });
}
