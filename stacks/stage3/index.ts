import type { Stage } from "../stage";

export const stage3 = {
  needs: [],
  images: ["docker:dind", "registry:2"],
  leaves: "swarm",
  publishes: [5000, 5001],
  stack: () => (require("./stack") as typeof import("./stack")).Stage3,
  lessons: () => {
    const { lessons } = require("./lessons") as typeof import("./lessons");
    return lessons;
  },
} as const satisfies Stage;
