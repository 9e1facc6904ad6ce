import type { Stage } from "../stage";

export const stage3 = {
  needs: [],
  images: ["docker:dind", "registry:2", "alpine"],
  leaves: "swarm",
  publishes: [5000, 5001],
  stack: () => (require("./stack") as typeof import("./stack")).Stage3,
  texts: () => {
    const { texts } = require("./texts") as typeof import("./texts");
    return texts;
  },
  lessons: () => {
    const { lessons } = require("./lessons") as typeof import("./lessons");
    return lessons;
  },
} as const satisfies Stage;
