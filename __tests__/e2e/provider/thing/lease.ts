import { ephemeralResourceDefiner, string } from "../../../../provider/schema";
import { tell } from "./events";
import type { Services } from "./services";

const SECOND = 1_000;
const inASecond = () => new Date(Date.now() + SECOND);

/** One that is renewed each second for as long as it is open, and tells what it went through. */
export const lease = ephemeralResourceDefiner<Services, Record<never, never>>({})({
  type: "test_lease",
  doc: "For tests.",
  schema: {
    name: string({ required: true, doc: "Name." }),
    value: string({ computed: true, sensitive: true, doc: "Value." }),
  },

  async open({ config: { name }, events, privateState }) {
    privateState.set("name", name);
    if (events) privateState.set("events", events);
    tell(events, "opened", name);
    return { result: { value: `value of ${name}` }, renewAt: inASecond() };
  },

  async renew({ privateState }) {
    tell(privateState.tryGet("events"), "renewed", String(privateState.tryGet("name")));
    return { renewAt: inASecond() };
  },

  async close({ privateState }) {
    tell(privateState.tryGet("events"), "closed", String(privateState.tryGet("name")));
  },
});
