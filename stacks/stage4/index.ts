import type { Stage } from "../stage";

export const stage4 = {
  needs: ["stage3"],
  images: [
    "redis:alpine",
    "postgres:15-alpine",
    "haproxy:2.6-alpine",
    "dockersamples/examplevotingapp_vote",
    "dockersamples/examplevotingapp_result",
    "dockersamples/examplevotingapp_worker",
  ],
  leaves: "stack",
  addresses: [
    { name: "Vote", port: 5000, container: "stage3-node1" },
    { name: "Results", port: 5001, container: "stage3-node1" },
  ],
  isThere: (live) => {
    const { hasStack } = require("./lessons") as typeof import("./lessons");
    return hasStack(live);
  },
  stack: () => (require("./stack") as typeof import("./stack")).Stage4,
  texts: () => {
    const { texts } = require("./texts") as typeof import("./texts");
    return texts;
  },
  lessons: () => {
    const { lessons } = require("./lessons") as typeof import("./lessons");
    return lessons;
  },
} as const satisfies Stage;
