import { type Provider, resourceDefiner, string } from "../../../../provider/schema";
import { rows } from "../../../provider/schema/plan/rows";

const define = resourceDefiner<object, Record<string, never>>({});
const id = string({ computed: true, doc: "Always `made`." });

/** A type per row of the planner's tests, and one whose value is unknown until it is made. */
export const provider: Provider<object> = {
  doc: "For tests.",
  schema: {},
  resources: [
    define({
      type: "test_source",
      doc: "Its `made` is unknown at plan.",
      schema: { id, made: string({ computed: true, doc: "Unknown at plan." }) },
      create: async () => ({ id: "made", made: "b" }),
      read: async () => ({}),
      delete: async () => {},
    }),
    ...rows.map(({ name, field }, index) =>
      define({
        type: `test_row_${index}`,
        doc: name,
        schema: { id, value: field },
        create: async () => ({ id: "made", value: fill(field) as undefined }),
        read: async () => ({}),
        delete: async () => {},
      }),
    ),
  ],
  dataSources: [],
  configure: () => ({ services: () => ({}), close() {} }),
};

/** Something of the attribute's type, where the plan left it open. */
function fill(field: (typeof rows)[number]["field"]): unknown {
  if (field.kind === "block") return [{ target: "/a", source: "filled" }];
  return { string: "filled", number: 1, bool: true }[field.type as string] ?? [];
}
