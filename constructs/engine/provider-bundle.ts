import { join } from "node:path";
import { ConstructError } from "../construct-error";
import { tryRead } from "../try-read";
import { engineProblem } from "./problems";

/** The provider as `npm run build` leaves it: `manifest.json` and the zip that it names, in one folder. */
export interface ProviderBundle {
  readonly folder: string;
  /** Ends in a hash of the content: equal versions are equal providers. */
  readonly version: string;
  /** Name of the zip in the folder. It is the same for every platform. */
  readonly zip: string;
  /** Source address, `HOST/NAMESPACE/TYPE`; a host that no registry serves. */
  readonly source: string;
}

/** @throws ConstructError `bundle-missing`, `bundle-malformed` */
export function readProviderBundle(folder: string): ProviderBundle {
  const file = join(folder, "manifest.json");
  const text = tryRead(file);
  if (text === undefined) throw new ConstructError(engineProblem("bundle-missing", { file }));
  const manifest = tryParse(text);
  if (!isManifest(manifest))
    throw new ConstructError(engineProblem("bundle-malformed", { file, found: text.slice(0, 80) }));
  return { folder, version: manifest.version, zip: manifest.zip, source: manifest.source };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isManifest = (value: unknown): value is Omit<ProviderBundle, "folder"> =>
  typeof value === "object" &&
  value !== null &&
  (["version", "zip", "source"] as const).every((key) => typeof (value as Record<string, unknown>)[key] === "string");
