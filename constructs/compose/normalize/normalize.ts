import { own } from "../../../foreign/own";
import { readEnvFile } from "../interpolate/env-file";
import { type Config, type Project, project, type Secret } from "../keys/project";
import type { Service } from "../keys/service";
import type { Target } from "../keys/support";
import { resolveFrom } from "../merge/documents";
import type { Loaded } from "../merge/load";
import { selectProfiles } from "../merge/profiles";
import type { Problems } from "../problems/problem";
import { Origins } from "../source/origins";
import { hasTokens } from "../terraform/tokens";
import { onceEach } from "./once-each";

/** Bytes; a text where it holds values that only Terraform knows. */
export type Content = Uint8Array | string;

/** A project in its long forms, with the files that it names read. */
export interface Normalized {
  readonly project: Project;
  /** Services, their environment and labels complete: files first, then what the service says itself. */
  readonly services: Readonly<Record<string, Service>>;
  /** What secrets and configs hold, by the object that declares them; absent for external ones and drivers'. */
  readonly contents: ReadonlyMap<Secret | Config, Content>;
  readonly origins: Origins;
  /** Services that no active profile asks for, with the profiles that would. */
  readonly inactive: ReadonlyMap<string, readonly string[]>;
}

export interface NormalizeOptions {
  readonly target: Target;
  /** Profiles whose services are wanted; `*` is all. */
  readonly profiles?: readonly string[];
  /** Images to run instead of those that the file names, by service. */
  readonly images?: Readonly<Record<string, string>>;
}

/** The long form of everything in a project; undefined where it is not even a mapping. */
export function normalize(loaded: Loaded, options: NormalizeOptions, problems: Problems): Normalized | undefined {
  const { target, profiles = [], images = {} } = options;
  const { root, inactive } = selectProfiles(loaded.root, profiles);
  const origins = new Origins();
  const decoded = project.decode(root, "", { target, problems, origins });
  if (!decoded) return undefined;
  for (const other of loaded.included) {
    const beside = project.decode(selectProfiles(other, profiles).root, "", { target, problems, origins });
    if (beside) origins.shareMisspelt(beside, decoded);
  }
  const reader = new FileReader(loaded, origins, problems);
  const services = Object.fromEntries(
    Object.entries(decoded.services ?? {}).map(([name, service]) => [
      name,
      reader.complete(target === "host" ? onceEach(service, origins, problems) : service, own(images, name)),
    ]),
  );
  const contents = new Map<Secret | Config, Content>();
  for (const section of [decoded.secrets, decoded.configs]) {
    for (const item of Object.values(section ?? {})) {
      if (item.external?.is) continue;
      const content = reader.content(item);
      if (content) contents.set(item, content);
    }
  }
  return { project: decoded, services, contents, origins, inactive };
}

/** A file's bytes are what they are; a text may hold tokens. */
const textContent = (text: string): Content => (hasTokens(text) ? text : Buffer.from(text));

class FileReader {
  constructor(
    private readonly loaded: Loaded,
    private readonly origins: Origins,
    private readonly problems: Problems,
  ) {}

  complete(service: Service, image = service.image): Service {
    const completed = { ...service, image, environment: this.environment(service), labels: this.labels(service) };
    this.origins.share(service, completed);
    return completed;
  }

  content(item: Secret | Config): Content | undefined {
    if ("content" in item && item.content !== undefined) return textContent(item.content);
    if (item.environment !== undefined) {
      const value = this.loaded.environment.lookup(item.environment);
      return value === undefined ? undefined : textContent(value);
    }
    if (item.file === undefined) return undefined;
    const origin = this.origins.of(item, "file")!;
    const path = resolveFrom(origin, item.file);
    const content = this.loaded.documents.bytes(path);
    if (!content) this.problems.report("file-missing", origin, { path: item.file, role: "file" });
    return content;
  }

  private environment(service: Service): Record<string, string | null> | undefined {
    if (!service.env_file && !service.environment) return undefined;
    const { lookup } = this.loaded.environment;
    const own = new Map(
      Object.entries(service.environment ?? {}).map(([name, value]) => [name, value ?? lookup(name) ?? null]),
    );
    const inFiles = new Map<string, string>();
    service.env_file?.forEach((file, i) => {
      const origin = this.origins.of(service.env_file!, i)!;
      const source = this.loaded.documents.source(
        resolveFrom(origin, file.path),
        "env file",
        origin,
        undefined,
        file.required === false,
      );
      if (!source) return;
      const withOwn = (name: string) => lookup(name) ?? own.get(name) ?? undefined;
      readEnvFile(inFiles, source, { lookup: withOwn, problems: this.problems, format: file.format });
    });
    return Object.fromEntries([...inFiles, ...own]);
  }

  private labels(service: Service): Service["labels"] {
    if (!service.label_file) return service.labels;
    const result = new Map<string, string>();
    service.label_file.forEach((path, i) => {
      const origin = this.origins.of(service.label_file!, i)!;
      const source = this.loaded.documents.source(resolveFrom(origin, path), "label file", origin);
      if (!source) return;
      const fromFile = new Map<string, string>();
      readEnvFile(fromFile, source, { lookup: (name) => result.get(name), problems: this.problems });
      for (const [name, value] of fromFile) result.set(name, value);
    });
    return { ...Object.fromEntries(result), ...service.labels };
  }
}
