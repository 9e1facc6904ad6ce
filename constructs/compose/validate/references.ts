import { networksOf } from "../normalize/service";
import { reference, type Scope, type ServiceCheck } from "./scope";

const keysOf = (section: object | undefined): string[] => Object.keys(section ?? {});

/** Every network that a service attaches to is declared; `default` is there unasked. */
export const networksAreDeclared: ServiceCheck = (service, _, { project, origins, problems }) => {
  const known = keysOf(project.networks);
  for (const name of networksOf(service)) {
    if (name === "default" || known.includes(name)) continue;
    problems.report("undefined-network", origins.of(service.networks!, name), reference(name, known));
  }
};

export const volumesAreDeclared: ServiceCheck = (service, _, { project, origins, problems }) => {
  const known = keysOf(project.volumes);
  service.volumes?.forEach(({ type, source }, i) => {
    const named = type === "volume" || (type === "cluster" && !source?.startsWith("group:"));
    if (!named || source === undefined || known.includes(source)) return;
    problems.report("undefined-volume", origins.of(service.volumes!, i), reference(source, known));
  });
};

export const secretsAndConfigsAreDeclared: ServiceCheck = (service, _, { project, origins, problems }) => {
  const [secrets, configs] = [keysOf(project.secrets), keysOf(project.configs)];
  service.secrets?.forEach(({ source }, i) => {
    if (secrets.includes(source)) return;
    problems.report("undefined-secret", origins.of(service.secrets!, i), reference(source, secrets));
  });
  service.configs?.forEach(({ source }, i) => {
    if (configs.includes(source)) return;
    problems.report("undefined-config", origins.of(service.configs!, i), reference(source, configs));
  });
  const { credential_spec: credential } = service;
  if (credential?.config === undefined || configs.includes(credential.config)) return;
  problems.report("undefined-config", origins.of(credential, "config"), reference(credential.config, configs));
};

export const dependenciesAreDeclared: ServiceCheck = (service, _, { services, inactive, origins, problems }) => {
  for (const [name, { required }] of Object.entries(service.depends_on ?? {})) {
    if (Object.hasOwn(services, name) || required === false) continue;
    const origin = origins.of(service.depends_on!, name);
    const profiles = inactive.get(name);
    if (profiles) problems.report("service-not-active", origin, { name, profiles });
    else problems.report("undefined-service", origin, reference(name, keysOf(services)));
  }
};

/** No service waits for itself, by whatever way round. */
export function dependenciesHaveNoCircle({ services, origins, problems }: Scope): void {
  const done = new Set<string>();
  for (const start of Object.keys(services)) {
    const chain: string[] = [];
    const todo: { readonly name: string; readonly depth: number; readonly from?: string }[] = [
      { name: start, depth: 0 },
    ];
    for (let next = todo.pop(); next; next = todo.pop()) {
      const { name, depth, from } = next;
      chain.length = depth;
      const place = chain.indexOf(name);
      if (place !== -1) {
        const origin = origins.of(services[from!]!.depends_on!, name);
        problems.report("dependency-cycle", origin, { chain: [...chain.slice(place), name] });
        continue;
      }
      if (done.has(name)) continue;
      chain.push(name);
      done.add(name);
      for (const other of Object.keys(services[name]?.depends_on ?? {})) {
        if (Object.hasOwn(services, other)) todo.push({ name: other, depth: depth + 1, from: name });
      }
    }
  }
}
