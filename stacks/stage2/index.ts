import type { Stage } from "../stage";

export const stage2 = {
  needs: [],
  images: ["alpine", "ubuntu"],
  leaves: "containers",
  stack: () => (require("./stack") as typeof import("./stack")).Stage2,
  texts: () => {
    const { texts } = require("./texts") as typeof import("./texts");
    return texts;
  },
  lessons: () => {
    const { lessons } = require("./lessons") as typeof import("./lessons");
    return lessons;
  },
} as const satisfies Stage;
