/** What a service is told of an object that the stack makes: how Terraform refers to it. */
export interface Reference {
  readonly id: string;
  readonly name: string;
}

/** The stack's objects by their names; what is not among them is external. */
export interface Objects {
  readonly networks: ReadonlyMap<string, Reference>;
  readonly volumes: ReadonlyMap<string, Reference>;
  readonly secrets: ReadonlyMap<string, Reference>;
  readonly configs: ReadonlyMap<string, Reference>;
}
