import { type Provider, string } from "../../../../provider/schema";
import { lease } from "./lease";
import { createMeeting, type Services } from "./services";
import { thing } from "./thing";

/** A provider that needs no engine. */
export const provider: Provider<Services> = {
  doc: "For tests.",
  schema: { events: string({ optional: true, doc: "File to tell events to." }) },
  resources: [thing],
  dataSources: [],
  ephemeralResources: [lease],
  configure(config) {
    const meet = createMeeting();
    return { services: () => ({ events: config["events"] as string | undefined, meet }), close() {} };
  },
};
