import { own } from "../../../foreign/own";
import { templateFault } from "../formats/task-template";
import type { Volume } from "../keys/project";
import type { Service } from "../keys/service";
import type { Origin } from "../source/source";
import { hasTokens } from "../terraform/tokens";
import { at, type Scope, type ServiceCheck } from "./scope";

/** A text that containers are started with. */
interface StartText {
  readonly key: string;
  readonly value: string;
  readonly origin: Origin | undefined;
  /** Whether task templates in it are carried out. */
  readonly isTemplate?: true;
}

/** No process is started with a NUL, and a manager refuses templates that it cannot read. */
export const textsCanStart: ServiceCheck = (service, name, scope) => {
  for (const { key, value, origin, isTemplate } of startTexts(service, name, scope)) {
    if (value.includes("\0"))
      scope.problems.report("nul-in-text", origin, { key, value: value.replaceAll("\0", "\\0") });
    const why = isTemplate && !hasTokens(value) ? templateFault(value) : undefined;
    if (why !== undefined) scope.problems.report("bad-task-template", origin, { key, value, why });
  }
};

function* startTexts(service: Service, name: string, scope: Scope): Iterable<StartText> {
  const { origins } = scope;
  for (const key of ["hostname", "user", "working_dir"] as const) {
    const isTemplate = key === "hostname" ? (true as const) : undefined;
    yield { key, value: service[key] ?? "", origin: at(scope, service, name, key), isTemplate };
  }
  for (const key of ["command", "entrypoint"] as const)
    for (const value of service[key] ?? []) yield { key, value, origin: at(scope, service, name, key) };
  const test = service.healthcheck?.test ?? [];
  for (const value of test) yield { key: "test", value, origin: origins.of(service.healthcheck!, "test") };
  yield* environmentTexts(service, name, scope);
  for (const { target } of service.tmpfs ?? [])
    yield { key: "tmpfs", value: target, origin: at(scope, service, name, "tmpfs"), isTemplate: true };
  yield* mountTexts(service, scope);
}

/** Of an env file's variable the place is where the file is named: `environment` would have the last word. */
function* environmentTexts(service: Service, name: string, scope: Scope): Iterable<StartText> {
  const said = own(scope.project.services!, name)?.environment ?? {};
  for (const [variable, value] of Object.entries(service.environment ?? {})) {
    const origin = scope.origins.of(said, variable) ?? at(scope, service, name, "env_file");
    const key = `environment.${variable.replaceAll("\0", "\\0")}`;
    yield { key, value: variable, origin };
    yield { key, value: value ?? "", origin, isTemplate: true };
  }
}

function* mountTexts({ volumes = [] }: Service, { project, origins }: Scope): Iterable<StartText> {
  for (const [i, { type, source = "", target }] of volumes.entries()) {
    const origin = origins.of(volumes, i);
    yield { key: "volumes", value: target, origin, isTemplate: true };
    if (type === "bind") yield { key: "volumes", value: source, origin, isTemplate: true };
    const volume = type === "volume" ? own(project.volumes ?? {}, source) : undefined;
    if (volume && !volume.external?.is) yield* volumeTexts(volume, origins);
  }
}

function* volumeTexts(volume: Volume, origins: Scope["origins"]): Iterable<StartText> {
  yield { key: "name", value: volume.name ?? "", origin: origins.of(volume, "name"), isTemplate: true };
  for (const key of ["driver_opts", "labels"] as const)
    for (const [option, value] of Object.entries(volume[key] ?? {}))
      yield { key: `${key}.${option}`, value, origin: origins.of(volume[key]!, option), isTemplate: true };
}
