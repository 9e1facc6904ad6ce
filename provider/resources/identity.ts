import { type Identity, string } from "../schema";

const schema = {
  engine: string({
    optional: true,
    doc: "URL of the engine that the object is on. Default: the provider's `host`.",
  }),
  id: string({ required: true, doc: "What the engine knows the object by, as `terraform import` takes it." }),
} as const;

/** What tells an object from all others: its engine, null for the provider's own, and its id there. */
export const identityOn = (imports: (id: string, engine: string | undefined) => object): Identity => ({
  schema,
  of: ({ engine, id }) => ({ engine, id }),
  import: ({ engine, id }) => ({ engine, ...imports(id as string, engine as string | undefined) }),
});
