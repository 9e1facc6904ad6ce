import { basename, dirname } from "node:path";
import { serviceKey } from "../keys/service";
import type { Problems } from "../problems/problem";
import { nearest } from "../problems/suggest";
import { describe } from "../read/describe";
import { child, type Entry, entryAt, isNull, type MappingNode, mappingAt, type Node } from "../source/node";
import type { Origin } from "../source/source";
import { type Document, type Documents, resolveFrom } from "./documents";
import { merge } from "./merge";

/** Services in a row that extend each other. */
const MAX_CHAIN = 200;

interface Link {
  readonly path: string;
  readonly service: string;
}

interface Base {
  readonly origin: Origin;
  readonly fileOrigin?: Origin;
  readonly service: string;
  readonly file?: string;
}

/**
 * Puts under each service the one that it extends, from the same file or another.
 * @see https://docs.docker.com/reference/compose-file/services/#extends
 */
export class Extender {
  private readonly done = new Map<MappingNode, Map<string, Node>>();

  constructor(
    private readonly documents: Documents,
    private readonly problems: Problems,
  ) {}

  extend(document: Document): MappingNode {
    const services = document.root.entries.get("services");
    if (services?.value.kind !== "mapping") return document.root;
    const extended = [...services.value.entries.values()].map((entry) =>
      child(entry.value, "extends") ? entryAt(entry, entry.key, this.service(document, entry, [])) : entry,
    );
    const value = mappingAt(services.value, extended, services.value.tag);
    return mappingAt(
      document.root,
      [...document.root.entries.values()].map((entry) =>
        entry === services ? entryAt(entry, "services", value) : entry,
      ),
    );
  }

  private service(document: Document, entry: Entry, chain: readonly Link[]): Node {
    const known = this.done.get(document.root) ?? new Map<string, Node>();
    this.done.set(document.root, known);
    const found = known.get(entry.key);
    if (found) return found;
    const result = this.resolve(document, entry, chain);
    known.set(entry.key, result);
    return result;
  }

  private resolve(document: Document, entry: Entry, chain: readonly Link[]): Node {
    const { key, value } = entry;
    const given = child(value, "extends");
    if (value.kind !== "mapping" || !given) return value;
    const own = mappingAt(
      value,
      [...value.entries.values()].filter((entry) => entry.key !== "extends"),
      value.tag,
    );
    const base = isNull(given) ? undefined : this.read(given);
    if (!base) return own;
    const link = { path: document.path, service: key };
    if (chain.length >= MAX_CHAIN) {
      this.problems.report("too-deep", base.origin, { limit: MAX_CHAIN });
      return own;
    }
    const from = this.find(document, base);
    if (!from) {
      // What the service lacks now, the other may have had.
      this.problems.spoil(entry);
      return own;
    }
    const next = { path: from.document.path, service: base.service };
    const circle = [...chain, link];
    const start = circle.findIndex(({ path, service }) => path === next.path && service === next.service);
    if (start !== -1) {
      const names = [...circle.slice(start), next].map(({ path, service }) => `${basename(path)}#${service}`);
      this.problems.report("extends-cycle", base.origin, { chain: names });
      return own;
    }
    return merge(this.service(from.document, from.entry, circle), own, serviceKey);
  }

  private find(
    document: Document,
    { origin, service, file, fileOrigin = origin }: Base,
  ): { document: Document; entry: Entry } | undefined {
    const path = file === undefined ? document.path : resolveFrom(origin, file);
    const other =
      file === undefined || path === document.path
        ? document
        : this.documents.document(path, dirname(path), document.environment, "file to extend from", fileOrigin);
    if (!other) return undefined;
    const services = child(other.root, "services");
    const entries = services?.kind === "mapping" ? services.entries : new Map<string, Entry>();
    const entry = entries.get(service);
    if (entry) return { document: other, entry };
    const known = [...entries.keys()];
    const meant = () => nearest(service, known);
    this.problems.report("extends-undefined", origin, { service, file: other.root.source.file, known, meant });
    return undefined;
  }

  private read(given: Node): Base | undefined {
    const forms = "the name of a service, or a mapping with `service` and `file`";
    if (given.kind === "scalar" && typeof given.value === "string") return { origin: given, service: given.value };
    if (given.kind !== "mapping") {
      this.problems.report("wrong-type", given, { key: "extends", found: describe(given), forms });
      return undefined;
    }
    for (const entry of given.entries.values()) {
      const { key, value } = entry;
      if (key !== "service" && key !== "file") {
        if (key.startsWith("x-")) continue;
        this.problems.report("unknown-key", entry, {
          key,
          within: "extends",
          meant: () => nearest(key, ["service", "file"]),
        });
      } else if (value.kind !== "scalar" || typeof value.value !== "string") {
        this.problems.report("wrong-type", value, { key, found: describe(value), forms: "a text" });
        return undefined;
      }
    }
    const [service, file] = [child(given, "service"), child(given, "file")];
    if (service?.kind === "scalar") {
      const named = file?.kind === "scalar" ? { file: file.text, fileOrigin: file } : {};
      return { origin: service, service: service.text, ...named };
    }
    this.problems.report("missing-key", { ...given, end: given.start + 1 }, { key: "service", within: "extends" });
    return undefined;
  }
}
