import { own } from "../../../../foreign/own";
import { impliedDependencies } from "../../keys/implied-dependencies";
import type { Service } from "../../keys/service";
import type { ContainerArguments, Dependency } from "./project-model";

type Services = Readonly<Record<string, Service>>;

/** What must be there before a service's containers are made, as far as it is there at all. */
export function dependenciesOf(service: Service, services: Services): Record<string, Dependency> {
  const implied = impliedDependencies(service);
  const said = service.depends_on ?? {};
  const keys = [...new Set([...Object.keys(said), ...implied.keys()])].filter((key) => Object.hasOwn(services, key));
  return Object.fromEntries(
    keys.map((key) => {
      const { condition = "service_started", restart = implied.get(key)?.restart ?? false } = own(said, key) ?? {};
      return [key, { condition, restart, isShared: implied.get(key)?.isShared ?? false }];
    }),
  );
}

const CONDITION: Readonly<Record<string, ContainerArguments>> = {
  service_started: {},
  service_healthy: { wait: true },
  service_completed_successfully: { mustRun: false, attach: true, expectedExitCode: 0 },
};

/** What a service's containers are waited for, by the service: what those say that depend on it. */
export function givenConditions(services: Services): Readonly<Record<string, ContainerArguments>> {
  const given = new Map<string, ContainerArguments>();
  for (const { depends_on: dependencies = {} } of Object.values(services))
    for (const [key, { condition }] of Object.entries(dependencies))
      given.set(key, { ...given.get(key), ...CONDITION[condition] });
  return Object.fromEntries(given);
}
