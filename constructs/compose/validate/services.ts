import { own } from "../../../foreign/own";
import { readImage } from "../formats/image-reference";
import { UNREADABLE } from "../keys/mounts";
import { hasTokens } from "../terraform/tokens";
import { at, type ServiceCheck } from "./scope";

export const imageIsNamed: ServiceCheck = (service, name, scope) => {
  const { origins } = scope;
  const isBroken = service.image === undefined && origins.of(service, "image") !== undefined;
  if (isBroken || service.provider || (service.image === undefined && origins.wasMeant(service, "image"))) return;
  if (service.image === undefined || service.image === "") {
    scope.problems.report("image-missing", at(scope, service, name, "image"), {
      service: name,
      builds: !!service.build,
    });
  } else if (!hasTokens(service.image) && readImage(service.image) === undefined) {
    scope.problems.report("bad-image", at(scope, service, name, "image"), { value: service.image });
  }
};

/** A service's name is a name in DNS. */
const SERVICE_NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9_-]*[a-zA-Z0-9])?$/;
const MAX_SERVICE_NAME = 63;

export const nameIsAllowed: ServiceCheck = (service, name, scope) => {
  const full = `${scope.stack}_${name}`;
  const origin = scope.origins.of(scope.project.services!, name) ?? at(scope, service, name);
  if (!SERVICE_NAME.test(full)) {
    const forms = "letters, digits, `-` and `_`, the last a letter or digit: it is a name in DNS";
    scope.problems.report("bad-name", origin, { name, forms });
  } else if (full.length > MAX_SERVICE_NAME) {
    scope.problems.report("name-too-long", origin, { kind: "service", name: full, limit: MAX_SERVICE_NAME });
  }
};

export const replicasFitMode: ServiceCheck = (service, name, scope) => {
  const { mode = "replicated", replicas } = service.deploy ?? {};
  const { scale } = service;
  const holder = replicas === undefined ? service : service.deploy!;
  const origin = scope.origins.of(holder, replicas === undefined ? "scale" : "replicas");
  if (mode.startsWith("global") && (replicas ?? scale) !== undefined) {
    scope.problems.report("replicas-of-global", origin, { mode });
  } else if (replicas !== undefined && scale !== undefined && replicas !== scale) {
    scope.problems.report("replicas-differ", at(scope, service, name, "scale"), { scale, replicas });
  }
};

export const jobsRunOnce: ServiceCheck = (service, name, scope) => {
  const { deploy, restart } = service;
  if (!deploy?.mode?.endsWith("-job")) return;
  const { mode } = deploy;
  for (const key of ["update_config", "rollback_config"] as const) {
    if (deploy[key]) scope.problems.report("job-with-update", scope.origins.of(deploy, key), { mode, key });
  }
  const policy = deploy.restart_policy;
  if (policy?.condition === "any") {
    scope.problems.report("job-restart", scope.origins.of(policy, "condition"), { mode });
  } else if (!policy && restart?.condition === "any") {
    scope.problems.report("job-restart", at(scope, service, name, "restart"), { mode });
  }
};

/** As `docker stack deploy` has it: what `restart` says of never is not heard. */
export const restartIsHeard: ServiceCheck = (service, name, scope) => {
  const { deploy, restart } = service;
  if (restart?.condition !== "none" || deploy?.restart_policy || deploy?.mode?.endsWith("-job")) return;
  scope.problems.report("restart-anyway", at(scope, service, name, "restart"), { service: name });
};

export const completionsAreOfJobs: ServiceCheck = ({ depends_on: dependencies = {} }, _, scope) => {
  for (const [service, dependency] of Object.entries(dependencies)) {
    const mode = own(scope.services, service)?.deploy?.mode;
    if (dependency.condition !== "service_completed_successfully" || mode?.endsWith("-job")) continue;
    if (Object.hasOwn(scope.services, service))
      scope.problems.report("completion-of-no-job", scope.origins.of(dependencies, service), { service });
  }
};

export const healthTestMakesSense: ServiceCheck = ({ healthcheck }, _, { origins, problems }) => {
  if (!healthcheck?.disable || !healthcheck.test || healthcheck.test[0] === "NONE") return;
  problems.report("health-test-disabled", origins.of(healthcheck, "disable"), {});
};

/** `/data/` is where `/data` is. */
function withoutSlash(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end--;
  return path.slice(0, end);
}

export const targetsDiffer: ServiceCheck = (service, _, { origins, problems }) => {
  const distinct = (kind: string, list: readonly object[] | undefined, target: (i: number) => string) => {
    const seen = new Set<string>();
    list?.forEach((_, i) => {
      const path = withoutSlash(target(i));
      if (path === UNREADABLE) return;
      if (seen.has(path)) problems.report("target-conflict", origins.of(list, i), { target: path, kind });
      seen.add(path);
    });
  };
  distinct("mounts", service.volumes, (i) => service.volumes![i]!.target);
  distinct("secrets", service.secrets, (i) => service.secrets![i]!.target ?? service.secrets![i]!.source);
  distinct("configs", service.configs, (i) => service.configs![i]!.target ?? service.configs![i]!.source);
};
