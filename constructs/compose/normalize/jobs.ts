import { dictionary, fields, list, texts } from "./collections";
import { containerKeys, workloadKeys } from "./container-keys";
import { choice, flag, text } from "./scalars";
import { byKind } from "./shape";

const schedule = byKind({
  scalar: text,
  mapping: fields(
    { cron: text, timezone: text, concurrency: choice("forbid", "queue"), missed_fires: choice("one", "skip") },
    "cron",
  ),
});

/** What `docker compose run` runs, or Compose on a schedule. @see https://docs.docker.com/reference/compose-file/ */
export const jobs = dictionary(
  fields(
    {
      ...containerKeys,
      ...workloadKeys,
      profiles: texts,
      triggers: fields({ manual: flag, schedule: list(schedule) }),
    },
    "triggers",
  ),
);
