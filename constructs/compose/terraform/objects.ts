/** What a service is told of an object that the stack makes: how Terraform refers to it. */
export interface Reference {
  readonly id: string;
  readonly name: string;
}

/** What a part of a specification refers to; undefined for what is external. */
export type Lookup = Pick<ReadonlyMap<object, Reference>, "get">;

/** The objects that a service refers to, by the part of its specification that does; none is external. */
export interface Objects {
  readonly networks: Lookup;
  readonly volumes: Lookup;
  readonly secrets: Lookup;
  readonly configs: Lookup;
}

/** The objects that a stack makes, by their keys in the file. */
export type MadeObjects = Readonly<Record<keyof Objects, ReadonlyMap<string, Reference>>>;

/** What a service refers to, its parts' keys known. */
export function referredTo(made: MadeObjects, keys: ReadonlyMap<object, string>): Objects {
  const of = (section: keyof Objects) => ({
    get: (part: object) => {
      const key = keys.get(part);
      return key === undefined ? undefined : made[section].get(key);
    },
  });
  return { networks: of("networks"), volumes: of("volumes"), secrets: of("secrets"), configs: of("configs") };
}
