import type { PullRow } from "./row";

const its = ({ id }: { readonly id: string }) => ({ Id: id });

/** No name but, on the containerd store of some engines, one by its digest. */
const noTag = expect.not.arrayContaining([expect.not.stringContaining("@")]);

export const pullRows: readonly PullRow[] = [
  {
    name: "its name has a tag",
    config: ({ tagged: name }) => ({ name }),
    inspect: ({ id, tagged }) => ({ Id: id, RepoTags: [tagged] }),
    left: false,
    changed: { config: ({ untagged: name }) => ({ name }), actions: ["delete", "create"] },
  },
  {
    name: "its name has no tag: latest is meant",
    config: ({ untagged: name }) => ({ name }),
    inspect: ({ id, untagged }) => ({ Id: id, RepoTags: [`${untagged}:latest`] }),
    left: false,
  },
  {
    name: "its name has a digest",
    config: ({ digest: name }) => ({ name }),
    inspect: ({ id, digest }) => ({ Id: id, RepoTags: noTag, RepoDigests: [digest] }),
    left: false,
  },
  {
    name: "its name has a tag and a digest",
    config: ({ tagged, digest }) => ({ name: `${tagged}@${digest.split("@")[1]}` }),
    inspect: ({ id, digest }) => ({ Id: id, RepoDigests: [digest] }),
    left: false,
  },
  {
    name: "it is there already, and stays",
    config: ({ tagged: name }) => ({ name }),
    inspect: its,
    before: "image",
    left: true,
  },
  {
    name: "it is there already, and its id is its name",
    config: ({ id: name }) => ({ name }),
    inspect: its,
    before: "image",
    left: true,
  },

  {
    name: "it is kept",
    config: ({ tagged: name }) => ({ name, keep_locally: true }),
    inspect: its,
    left: true,
    changed: { config: ({ tagged: name }) => ({ name }), actions: ["update"] },
  },
  {
    name: "it is not kept",
    config: ({ tagged: name }) => ({ name, keep_locally: false }),
    inspect: its,
    left: false,
    changed: { config: ({ tagged: name }) => ({ name, keep_locally: true }), actions: ["update"] },
  },
  {
    name: "it is removed although a container uses it",
    config: ({ tagged: name }) => ({ name, force_remove: true }),
    inspect: its,
    used: true,
    left: false,
    changed: { config: ({ tagged: name }) => ({ name }), actions: ["update"] },
  },
  {
    name: "it is not removed while a container uses it",
    config: ({ tagged: name }) => ({ name, force_remove: false }),
    inspect: its,
    used: true,
    left: true,
  },

  {
    name: "it is for another platform than this machine's",
    config: ({ list: name }) => ({ name, platform: "linux/s390x" }),
    inspect: () => ({ Os: "linux", Architecture: "s390x" }),
    left: false,
    changed: { config: ({ list: name }) => ({ name }), actions: ["delete", "create"] },
  },
  {
    name: "its name is older than what the registry has, and a trigger has it pulled anew",
    config: ({ tagged: name }) => ({ name, pull_triggers: ["first", "second"] }),
    inspect: its,
    before: "older",
    left: false,
    changed: {
      config: ({ tagged: name }) => ({ name, pull_triggers: ["second", "third"] }),
      actions: ["delete", "create"],
    },
  },
  {
    name: "triggers in another order are the same",
    config: ({ tagged: name }) => ({ name, pull_triggers: ["first", "second"] }),
    inspect: its,
    left: false,
    changed: { config: ({ tagged: name }) => ({ name, pull_triggers: ["second", "first"] }), actions: ["no-op"] },
  },
  {
    name: "a trigger of its own replaces it",
    config: ({ tagged: name }) => ({ name, triggers: { content: "1" } }),
    inspect: its,
    left: false,
    changed: { config: ({ tagged: name }) => ({ name, triggers: { content: "2" } }), actions: ["delete", "create"] },
  },
  {
    name: "no platform, no triggers and nothing that pulls it say nothing",
    config: ({ tagged: name }) => ({ name, platform: "", triggers: {}, pull_triggers: [] }),
    inspect: its,
    before: "image",
    left: true,
    changed: { config: ({ tagged: name }) => ({ name }), actions: ["no-op"] },
  },
];
