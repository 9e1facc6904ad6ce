import { type Provider, resourceDefiner, string } from "../../provider/schema";

const define = resourceDefiner<object, Record<string, never>>({});

/** What Terraform and the plugin take by themselves: resources that are planned, made, read and removed, and do nothing. */
export const provider: Provider<object> = {
  doc: "For benches.",
  schema: {},
  resources: [
    define({
      type: "floor_nothing",
      doc: "Nothing.",
      schema: {
        id: string({ computed: true, doc: "Its name." }),
        name: string({ required: true, forceNew: true, doc: "Its name." }),
      },
      create: async ({ planned }) => ({ id: planned.name }),
      read: async () => ({}),
      delete: async () => {},
    }),
  ],
  dataSources: [],
  configure: () => ({ services: () => ({}), close() {} }),
};
