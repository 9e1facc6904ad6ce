import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import {
  attributeError,
  bool,
  listOf,
  number,
  setOf,
  string,
  stringList,
  stringMap,
} from "../../../../provider/schema";
import { tell } from "./events";
import { defineResource } from "./services";

/** How often to look whether the awaited file is there. */
const LOOK_MS = 10;

const schema = {
  id: string({ computed: true, doc: "Name, once it is made." }),
  name: string({ required: true, forceNew: true, doc: "Name." }),
  note: string({ optional: true, doc: "Changes in place.", deprecated: "say nothing" }),
  size: number({
    optional: true,
    default: 1,
    doc: "Has a default.",
    validate: (size) => (size < 0 ? `${size} is negative; say 0 or more` : undefined),
  }),
  choice: string({ optional: true, computed: true, doc: "The provider's choice when unset: `chosen`." }),
  secret: string({ optional: true, sensitive: true, doc: "Masked." }),
  hidden: string({ optional: true, writeOnly: true, doc: "Its length is in `hidden_length`." }),
  hidden_length: number({ computed: true, doc: "Of what was hidden." }),
  labels: stringMap({ optional: true, doc: "Labels." }),
  words: stringList({ optional: true, doc: "Words." }),
  rule: listOf(
    {
      port: number({ required: true, doc: "Port." }),
      protocol: string({ optional: true, default: "tcp", doc: "Has a default." }),
    },
    { doc: "Ordered." },
  ),
  tag: setOf({ key: string({ required: true, doc: "Key." }) }, { doc: "Unordered." }),
  payload: string({ computed: true, doc: "As many characters as `payload_size`." }),
  payload_size: number({ optional: true, default: 0, doc: "Characters." }),
  waits_for: string({ optional: true, doc: "Create makes the thing, then waits until this file is there." }),
  meets: number({ optional: true, doc: "Create waits until this many are in flight." }),
  fails: string({ optional: true, doc: "Create makes the thing, then fails with this." }),
  bug: bool({ optional: true, doc: "Create has a bug." }),
} as const;

/** A resource with every kind of flag, that lives in Terraform's state alone and does what a test asks of it. */
export const thing = defineResource({
  type: "test_thing",
  doc: "Lives in state alone.",
  schema,
  import: "id",

  async create({ planned, events, meet, made, signal }) {
    const { name, waits_for, meets, fails, bug } = planned;
    made({ id: name });
    tell(events, "creating", name);
    try {
      if (meets) await meet(meets, signal);
      while (waits_for && !existsSync(waits_for)) await delay(LOOK_MS, undefined, { signal });
    } catch (thrown) {
      tell(events, "aborted", name);
      throw thrown;
    }
    if (fails) throw attributeError(["name"], fails, "as it was told to");
    if (bug) (undefined as unknown as { call(): void }).call();
    tell(events, "created", name);
    return {
      id: name,
      choice: planned.choice ?? "chosen",
      payload: "x".repeat(planned.payload_size),
      hidden_length: (planned.hidden ?? "").length,
    };
  },

  async read({ state, asked, events }) {
    tell(events, "read", state.name ?? state.id);
    return asked
      ? state
      : { ...state, name: state.id, size: 1, payload_size: 0, payload: "", choice: "found", hidden_length: 0 };
  },

  async update({ planned, state, events }) {
    tell(events, "updated", planned.name);
    return { id: state.id, choice: planned.choice ?? state.choice, payload: "x".repeat(planned.payload_size) };
  },

  async delete({ state, events }) {
    tell(events, "deleted", state.name);
  },
});
