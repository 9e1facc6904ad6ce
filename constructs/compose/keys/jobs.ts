import { containerKeys } from "./container";
import { byText } from "./identity";
import { unique } from "./merge-rule";
import { dictionary, list, texts } from "./shapes/collections";
import { coveredFields } from "./shapes/fields";
import { choice, flag, text } from "./shapes/scalars";
import { byKind } from "./shapes/shape";
import { workloadKeys } from "./workload";

const schedule = byKind({
  scalar: text,
  mapping: coveredFields(
    { cron: text, timezone: text, concurrency: choice("forbid", "queue"), missed_fires: choice("one", "skip") },
    "cron",
  ),
});

/** What `docker compose run` runs, or Compose on a schedule. @see https://docs.docker.com/reference/compose-file/ */
export const jobs = dictionary(
  coveredFields(
    {
      ...containerKeys,
      ...workloadKeys,
      profiles: { shape: texts, merge: unique(byText) },
      triggers: coveredFields({ manual: flag, schedule: list(schedule) }),
    },
    "triggers",
  ),
);
