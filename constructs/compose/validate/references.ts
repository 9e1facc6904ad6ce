import { own } from "../../../foreign/own";
import { impliedDependencies } from "../keys/implied-dependencies";
import { networksOf } from "../keys/service";
import { nearest } from "../problems/suggest";
import type { Origin } from "../source/source";
import { circlesIn } from "./circles";
import { at, type Scope, type ServiceCheck } from "./scope";

const sections = {
  network: "networks",
  volume: "volumes",
  secret: "secrets",
  config: "configs",
  service: "services",
} as const;
type Kind = keyof typeof sections;

/** Names of a section, listed once for all who are told of them. */
const listed = new WeakMap<object, readonly string[]>();
function namesOf(section: object): readonly string[] {
  const names = listed.get(section) ?? Object.keys(section);
  listed.set(section, names);
  return names;
}

/** Reports a name that the file does not declare. One whose declaration is broken is declared all the same. */
function mustBeDeclared(
  { project, origins, problems }: Scope,
  kind: Kind,
  name: string,
  origin: Origin | undefined,
): void {
  const section: object = project[sections[kind]] ?? {};
  const isBroken = !project[sections[kind]] && origins.of(project, sections[kind]) !== undefined;
  if (origins.wasMeant(project, sections[kind])) return;
  if (isBroken || Object.hasOwn(section, name) || origins.of(section, name)) return;
  const known = namesOf(section);
  problems.report(`undefined-${kind}`, origin, { name, known, meant: () => nearest(name, known) });
}

/** Every network that a service attaches to is declared; `default` is there unasked. */
export const networksAreDeclared: ServiceCheck = (service, _, scope) => {
  for (const name of networksOf(service)) {
    if (name !== "default") mustBeDeclared(scope, "network", name, scope.origins.of(service.networks!, name));
  }
};

export const volumesAreDeclared: ServiceCheck = ({ volumes }, _, scope) => {
  volumes?.forEach(({ type, source }, i) => {
    const named = type === "volume" || (type === "cluster" && !source?.startsWith("group:"));
    if (named && source !== undefined) mustBeDeclared(scope, "volume", source, scope.origins.of(volumes, i));
  });
};

export const secretsAndConfigsAreDeclared: ServiceCheck = (
  { secrets, configs, credential_spec: credential },
  _,
  scope,
) => {
  secrets?.forEach(({ source }, i) => {
    mustBeDeclared(scope, "secret", source, scope.origins.of(secrets, i));
  });
  configs?.forEach(({ source }, i) => {
    mustBeDeclared(scope, "config", source, scope.origins.of(configs, i));
  });
  if (credential?.config !== undefined) {
    mustBeDeclared(scope, "config", credential.config, scope.origins.of(credential, "config"));
  }
};

export const dependenciesAreDeclared: ServiceCheck = ({ depends_on: dependencies = {} }, _, scope) => {
  for (const [name, { required }] of Object.entries(dependencies)) {
    if (required === false) continue;
    const origin = scope.origins.of(dependencies, name);
    const profiles = scope.inactive.get(name);
    if (profiles) scope.problems.report("service-not-active", origin, { name, profiles });
    else mustBeDeclared(scope, "service", name, origin);
  }
};

/** On one engine services are waited for that others' keys name, too: `network_mode: service:X` and the like. */
function dependenciesOf(name: string, { services, target }: Scope): readonly string[] {
  const service = own(services, name);
  const implied = target === "host" && service ? [...impliedDependencies(service).keys()] : [];
  return [...Object.keys(service?.depends_on ?? {}), ...implied];
}

const impliedFrom = (service: string, other: string, { services }: Scope): string | undefined =>
  impliedDependencies(own(services, service)!).get(other)?.from;

/** No service waits for itself, by whatever way round. */
export function dependenciesHaveNoCircle(scope: Scope): void {
  const { services, origins, problems } = scope;
  const circles = circlesIn(Object.keys(services), (name) =>
    dependenciesOf(name, scope).filter((other) => Object.hasOwn(services, other)),
  );
  for (const { chain, from, to } of circles) {
    const { depends_on: said = {} } = own(services, from)!;
    const origin = origins.of(said, to) ?? at(scope, own(services, from)!, from, impliedFrom(from, to, scope));
    problems.report("dependency-cycle", origin, { chain });
  }
}
