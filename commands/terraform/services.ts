import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A service that a stage declares. */
export interface DeclaredService {
  readonly name: string;
  /** URL of its engine. */
  readonly engine: string;
}

interface Stack {
  readonly resource?: { readonly docker_service?: Readonly<Record<string, Partial<DeclaredService>>> };
}

/** The services of a synthesized stage by address, as far as name and engine are known before it is deployed. */
export function declaredServices(folder: string): Map<string, DeclaredService> {
  const file = join(folder, "cdk.tf.json");
  const { resource }: Stack = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  return new Map(
    Object.entries(resource?.docker_service ?? {}).flatMap(([address, { name, engine }]) =>
      isLiteral(name) && isLiteral(engine) ? [[`docker_service.${address}`, { name, engine }]] : [],
    ),
  );
}

const isLiteral = (value: string | undefined): value is string => value !== undefined && !value.includes("${");
