import {
  attributeError,
  dataSourceDefiner,
  defineFunction,
  ephemeralResourceDefiner,
  number,
  type Provider,
  resourceDefiner,
  string,
  UNKNOWN,
} from "../../../../provider/schema";
import { calling, sent } from "./calling";

interface Services {
  readonly engine: string;
}
const doc = "for the test";
export const schema = {
  id: string({ computed: true, doc }),
  name: string({ required: true, forceNew: true, doc }),
  secret: string({ optional: true, writeOnly: true, doc }),
  size: number({ optional: true, doc, validate: (size) => (size < 0 ? "say 0 or more" : undefined) }),
} as const;
const defineResource = resourceDefiner<Services, Record<never, never>>({});
const defineEphemeralResource = ephemeralResourceDefiner<Services, Record<never, never>>({});
const defineDataSource = dataSourceDefiner<Services, Record<never, never>>({});

export const create = jest.fn();
export const read = jest.fn();
export const update = jest.fn();
export const remove = jest.fn();
export const plan = jest.fn();
export const planDestroy = jest.fn();
export const lookUp = jest.fn();
export const open = jest.fn();
export const renew = jest.fn();
export const end = jest.fn();
export const half = jest.fn();
export const services = jest.fn();
export const close = jest.fn();

/** Before each test: nothing was called, and services are there. */
export function reset(): void {
  jest.resetAllMocks();
  services.mockReturnValue({ engine: "e" });
}

const thing = defineResource({
  type: "t_thing",
  doc,
  schema,
  import: "id",
  identity: {
    schema: { place: string({ optional: true, doc }), id: string({ required: true, doc }) },
    of: ({ id }) => ({ place: "here", id }),
    import: ({ id }) => ({ id, name: "by identity" }),
  },
  version: 1,
  create,
  read,
  update,
  delete: remove,
  planDestroy,
});
const planned = defineResource({
  type: "t_planned",
  doc,
  schema,
  namedBy: ["name"],
  create,
  read,
  delete: remove,
  plan,
});
const source = defineDataSource({ type: "t_source", doc, schema, read: lookUp });
const token = defineEphemeralResource({
  type: "t_token",
  doc,
  schema: {
    name: string({ required: true, doc, validate: (name) => (name === "bad" ? "say good" : undefined) }),
    token: string({ computed: true, sensitive: true, doc }),
  },
  open,
  renew,
  close: end,
});
export const tokenSchema = token.schema;

const halved = defineFunction({
  name: "half",
  summary: "Half.",
  doc: "Half of it.",
  parameter: { name: "number", doc: "The number." },
  returns: ["object", { half: "number", rest: "string" }],
  call: half,
});

export const provider: Provider<Services> = {
  doc,
  schema: { host: string({ optional: true, doc, validate: (host) => (host === "bad" ? "say good" : undefined) }) },
  resources: [thing, planned],
  dataSources: [source],
  ephemeralResources: [token],
  functions: [halved],
  configure: ({ host }) => {
    if (host === "refused") throw attributeError(["host"], "no such host", "say another");
    return { services, close };
  },
};

/** An object in state. */
export const a = { id: "1", name: "a", secret: undefined, size: 1 };
/** How it is asked for. */
export const config = { id: undefined, name: "a", secret: undefined, size: 1 };
export const nothing = sent(schema, undefined);

/** Calls of a provider that is configured. */
export async function configured() {
  const calls = calling(provider);
  await calls.call("ConfigureProvider", { config: sent(provider.schema, { host: undefined }) });
  return calls;
}

/** The request that makes it. */
export const created = {
  type_name: "t_thing",
  prior_state: nothing,
  planned_state: sent(schema, { ...a, id: UNKNOWN }),
  config: sent(schema, config),
};
